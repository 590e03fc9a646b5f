/** Which streets and districts a position or an address may lie in. Pure. */

export interface NamedPlace {
  code: string
  name: string
}

const SUFFIX = /(街道|镇|乡|新区|区)$/
const SHORTEST = 2

/** 石门二路街道 is called 石门二路, 浦东新区 浦东. */
const calledName = (name: string): string => {
  const short = name.replace(SUFFIX, '')
  return short.length < SHORTEST ? name : short
}

/** Those whose name stands in the text; 北新泾 does not name 新泾. */
function namedIn(text: string, places: readonly NamedPlace[]): NamedPlace[] {
  const found = places.filter(({ name }) => text.includes(calledName(name)))
  return found.filter(
    ({ name }) =>
      !found.some(
        (other) =>
          calledName(other.name) !== calledName(name) && calledName(other.name).includes(calledName(name)),
      ),
  )
}

const DISTRICT = 6

/** The likeliest first: streets of a district that is named too, then other streets, then the districts themselves. */
export function placesNamed(
  address: string,
  districts: readonly NamedPlace[],
  streets: readonly NamedPlace[],
): string[] {
  const text = address.normalize('NFKC').replace(/\s/g, '')
  if (text === '') return []
  const inDistricts = namedIn(text, districts).map(({ code }) => code)
  const inStreets = namedIn(text, streets)
    .sort((one, other) => other.name.length - one.name.length)
    .map(({ code }) => code)
  const isThere = (code: string) => inDistricts.includes(code.slice(0, DISTRICT))
  const certain = inStreets.filter(isThere)
  return [...certain, ...(certain.length > 0 ? [] : inStreets), ...inDistricts]
}

/** The most frequent first; of those that are as frequent, the nearest. */
export function mostFrequent(streetCodes: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>()
  for (const code of streetCodes) if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code)
}
