import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { keepInAddress } from './address'

export type Filters<Key extends string> = Record<Key, string | undefined>

/** What somebody typed into the address by hand may be no encoding at all. */
const decoded = (value: string | undefined): string | undefined => {
  if (!value) return undefined
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** What a list is narrowed to: as the address says, and kept there, so that a view can be sent to a colleague. */
export const useFilters = <Key extends string>(
  keys: readonly Key[],
  addressOf: (filters: Filters<Key>) => string,
): [Filters<Key>, (part: Partial<Filters<Key>>) => void] => {
  const { params } = useRouter()
  const [filters, setFilters] = useState(
    () => Object.fromEntries(keys.map((key) => [key, decoded(params[key])])) as Filters<Key>,
  )
  const change = (part: Partial<Filters<Key>>) => {
    const next = { ...filters, ...part }
    setFilters(next)
    keepInAddress(addressOf(next))
  }
  return [filters, change]
}
