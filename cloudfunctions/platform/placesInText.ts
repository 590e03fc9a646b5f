import { isWithin } from '../../contract/places/within'
import { type TablePlace, wholeTable } from './nationalTable'

/**
 * Places that an address names in full: 静安区, 石门二路街道, 云南中路居委. Roads are no places of the table, so that
 * 南京西路 alone says nothing, and half a name is never taken for a whole one. Pure.
 */

const COMMITTEE = /(社区)?(居民委员会|居委会)$|村?(村民委员会|村委会)$/
/** How people write 居委会 and 村委会: 新桥居委, 新桥村委, 新桥村村委会. */
const WRITTEN = /^(社区)?居(民)?委|^村?村(民)?委/

function isNamed({ name, level }: TablePlace, text: string): boolean {
  if (level !== 'village') return text.includes(name)
  const base = name.replace(COMMITTEE, '')
  const at = text.indexOf(base)
  return at >= 0 && WRITTEN.test(text.slice(at + base.length))
}

/** 北新泾街道 is not 新泾街道: a name within a longer one that stands there too was not meant. */
const longest = (places: TablePlace[]): TablePlace[] =>
  places.filter(
    ({ name }) => !places.some((other) => other.name.length > name.length && other.name.includes(name)),
  )

/** The finest place within `area` that the text names without doubt, or null. */
export function placeInText(text: string, area: string): string | null {
  const words = text.normalize('NFKC').replace(/\s/g, '')
  if (words === '') return null
  let found = area
  for (const level of ['district', 'street', 'village'] as const) {
    const named: TablePlace[] = []
    for (const place of wholeTable())
      if (place.level === level && isWithin(place.code, found) && isNamed(place, words)) named.push(place)
    const [only, ...others] = longest(named)
    if (only && others.length === 0) found = only.code
  }
  return found === area ? null : found
}
