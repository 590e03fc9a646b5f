import type { Position } from '@contract/cases/cases'
import type { NamedPlace } from '@contract/places'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { locate } from '@/phone/position'

/** Where somebody looks: around themselves, or at a place that they have chosen. */
export type Where =
  | { kind: 'unknown' }
  | { kind: 'locating' }
  | { kind: 'refused' }
  | { kind: 'unavailable' }
  | { kind: 'here'; position: Position }
  | { kind: 'place'; place: NamedPlace }

/** What was chosen last on this phone. Never where the person was. */
type Kept = { kind: 'here' } | { kind: 'place'; place: NamedPlace }

const start = (key: string): Where => {
  const kept = Taro.getStorageSync<Kept | ''>(key) || null
  if (!kept) return { kind: 'unknown' }
  return kept.kind === 'here' ? { kind: 'locating' } : kept
}

/** `key`: under which the last choice is kept. */
export const useWhere = (key: string) => {
  const [where, setWhere] = useState<Where>(() => start(key))
  const keep = (kept: Kept): void => Taro.setStorageSync(key, kept)
  const lookAround = async () => {
    setWhere({ kind: 'locating' })
    const located = await locate()
    if (!located.ok) return setWhere({ kind: located.reason })
    keep({ kind: 'here' })
    setWhere({ kind: 'here', position: located.position })
  }
  const lookAt = (place: NamedPlace) => {
    keep({ kind: 'place', place })
    setWhere({ kind: 'place', place })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for whoever has looked around before
  useEffect(() => {
    if (where.kind === 'locating') void lookAround()
  }, [])
  return { where, lookAround, lookAt }
}
