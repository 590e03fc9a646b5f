import type { TypedForm, TypedPart } from './typed'

/** What stands on this device as long as the cloud does not have all of it. */
export interface KeptDraft {
  form: TypedForm
  /** As the cloud has it under `version`, by all that is known here. */
  base: TypedForm
  version: number
  /** What was sent last without an answer. It goes first, unchanged: perhaps it has arrived. */
  sent: { requestId: string; form: TypedForm; version: number } | null
}

export interface DraftView {
  form: TypedForm
  version: number
  /** `conflict`: somebody must choose first. `stale`: it has been handed in or taken back meanwhile. */
  state: 'saved' | 'typing' | 'saving' | 'offline' | 'failed' | 'conflict' | 'stale'
  savedAt: number
  /** Why the cloud has not taken it; with `failed`. */
  trouble: string | null
  /** False: not even this device could keep it. */
  isKept: boolean
  /** Changes of another device have been taken over. */
  hasMerged: boolean
  /** Written differently on another device, at that time. Nothing is saved until somebody has chosen. */
  conflict: { parts: TypedPart[]; theirs: TypedForm; version: number; savedAt: number } | null
}
