import type { Sheet } from '@contract/judging'
import Taro from '@tarojs/taro'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { whenForgotten } from '@/cloud/ownStorage'
import { newRequestId } from '@/cloud/requestId'
import { storageOwner, useSession } from '@/cloud/session'
import { scoreOf, scoreText } from './scores'

/** A score sheet being filled in. Kept on the phone until it is saved, so that a hall without a network loses nothing. */
export interface SheetDraft {
  /** As typed, by criterion. */
  texts: string[]
  remark: string
  /** Version of the saved sheet that this began from; 0 for none. */
  basedOn: number
  /** Of the first try to save exactly this; null until tried. A retry after a lost answer carries it again. */
  requestId: string | null
  savedAt: number
}

type Stored = SheetDraft | null

const drafts = new Map<string, Stored>()
const listeners = new Set<() => void>()

whenForgotten((owner) => {
  for (const key of [...drafts.keys()]) if (key.split('.')[1] === owner) drafts.delete(key)
})

const keyOf = (sessionId: string, candidateId: string) =>
  `sheet.${storageOwner()}.${sessionId}.${candidateId}`

const read = (key: string): Stored => {
  const held = drafts.get(key)
  if (held !== undefined) return held
  const stored = Taro.getStorageSync<SheetDraft | ''>(key) || null
  drafts.set(key, stored)
  return stored
}

const write = (key: string, draft: Stored): void => {
  drafts.set(key, draft)
  if (draft) Taro.setStorageSync(key, draft)
  else Taro.removeStorageSync(key)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What a saved sheet, or none, begins a draft with. */
export const draftFrom = (sheet: Sheet | null): SheetDraft => ({
  texts: sheet?.scores.map(scoreText) ?? [],
  remark: sheet?.remark ?? '',
  basedOn: sheet?.version ?? 0,
  requestId: null,
  savedAt: 0,
})

const saysTheSame = ({ texts, remark }: SheetDraft, sheet: Sheet, points: number[]): boolean =>
  remark.trim() === sheet.remark &&
  points.every((most, index) => scoreOf(texts[index] ?? '', most) === sheet.scores[index])

/**
 * How what was typed stands to what is saved. `saved`: they say the same, also after a save whose answer was lost.
 * `overtaken`: the sheet was saved from elsewhere since this was begun.
 */
export const standingOf = (
  draft: Stored,
  sheet: Sheet | null,
  points: number[],
): 'none' | 'unsaved' | 'saved' | 'overtaken' => {
  if (!draft) return sheet ? 'saved' : 'none'
  if (sheet && saysTheSame(draft, sheet, points)) return 'saved'
  return (sheet?.version ?? 0) === draft.basedOn ? 'unsaved' : 'overtaken'
}

export const useSheetDraft = (sessionId: string, candidateId: string, sheet: Sheet | null) => {
  useSession()
  const key = keyOf(sessionId, candidateId)
  const snapshot = useCallback(() => read(key), [key])
  const stored = useSyncExternalStore(subscribe, snapshot, snapshot)
  const current = useCallback(() => read(key) ?? draftFrom(sheet), [key, sheet])
  const actions = useMemo(
    () => ({
      /** Other scores are another request. */
      revise: (part: Partial<Pick<SheetDraft, 'texts' | 'remark'>>) =>
        write(key, { ...current(), ...part, requestId: null, savedAt: Date.now() }),
      /** Goes on from what is saved now, with what was typed here. */
      keepOwn: () => write(key, { ...current(), basedOn: sheet?.version ?? 0, requestId: null }),
      /** The id to save this very draft with, made on the first call. */
      requestId: (): string => {
        const draft = current()
        const requestId = draft.requestId ?? newRequestId()
        write(key, { ...draft, requestId })
        return requestId
      },
      clear: () => write(key, null),
    }),
    [key, current, sheet],
  )
  return { stored, draft: stored ?? draftFrom(sheet), ...actions }
}
