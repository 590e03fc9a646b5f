import { PICTURE_ANSWER_TIME } from '../../contract/limits'
import type { ContentState } from '../../contract/moderation'
import type { ContentRow, PictureAnswer } from '../platform/contents/rows'
import { isDecidable, mayAppeal, type Outcome, readVerdict } from '../platform/contents/rules'

/** Decisions of moderation. Pure: values in, values out, time passed in. */

export type Decision = 'release' | 'hide'

/** What a decision leaves. */
export const STATE_AFTER = { release: 'visible', hide: 'hidden' } as const satisfies Record<
  Decision,
  ContentState
>

type Kept = Pick<ContentRow, 'state' | 'cause' | 'appeal' | 'version' | 'history'>

/** The version that this very request left, or null when it has not been carried out. */
export function versionLeftBy(history: ContentRow['history'], requestId: string): number | null {
  const index = history.findIndex((entry) => entry.requestId === requestId)
  // Content begins as version 1, and each entry of its history is one version more.
  return index < 0 ? null : index + 2
}

interface Asked {
  decision: Decision
  reason: string
  basedOn: number
  requestId: string
}

/** Staff decide about what they have looked at. What is being checked or was taken back is not theirs to decide. */
export function decide(
  row: Kept,
  { decision, reason, basedOn, requestId }: Asked,
): Outcome<'content_not_found' | 'changed_meanwhile'> {
  if (versionLeftBy(row.history, requestId) !== null) return { repeated: true }
  if (!isDecidable(row.state)) return { refused: 'content_not_found' }
  if (row.version !== basedOn) return { refused: 'changed_meanwhile' }
  return decision === 'release'
    ? { changes: { state: 'visible', cause: null, reason: null } }
    : { changes: { state: 'hidden', cause: 'staff', reason } }
}

export function appeal(
  row: Kept,
  { reason, requestId }: { reason: string; requestId: string },
): Outcome<'cannot_appeal'> {
  if (versionLeftBy(row.history, requestId) !== null) return { repeated: true }
  if (!mayAppeal(row)) return { refused: 'cannot_appeal' }
  return { changes: { state: 'underReview', cause: 'appeal', appeal: reason } }
}

/** Only what everyone sees is answered, by who has looked at it as it is. */
export function answer(
  row: Kept,
  { text, basedOn, requestId, now }: { text: string; basedOn: number; requestId: string; now: number },
): Outcome<'content_not_found' | 'changed_meanwhile'> {
  if (versionLeftBy(row.history, requestId) !== null) return { repeated: true }
  if (row.state !== 'visible') return { refused: 'content_not_found' }
  if (row.version !== basedOn) return { refused: 'changed_meanwhile' }
  return { changes: { answer: { text, at: now } } }
}

/** Its author can take anything back at any time; what is taken back stays so. */
export const withdraw = ({ state }: Pick<Kept, 'state'>): Outcome<never> =>
  state === 'withdrawn' ? { repeated: true } : { changes: { state: 'withdrawn', cause: null } }

/** A function's time limit is 20 s: a text that has no verdict after this will get none. */
const TEXT_ANSWER_TIME = 2 * 60_000

/** Content written before these moments has waited too long for the machine, by what it still waits for. */
export const waitedTooLong = (now: number): { textsBefore: number; picturesBefore: number } => ({
  textsBefore: now - TEXT_ANSWER_TIME,
  picturesBefore: now - PICTURE_ANSWER_TIME,
})

/** Reads `wxa_media_check`. A fault, or a result without a verdict, is no verdict. Null: no such message. */
export function readMediaCheck(
  message: Record<string, unknown>,
): { traceId: string; answer: PictureAnswer } | null {
  const { trace_id: traceId, errcode, result } = message
  if (typeof traceId !== 'string' || traceId === '') return null
  const verdict = readVerdict((result as { suggest?: unknown } | null | undefined)?.suggest)
  return { traceId, answer: verdict !== null && (errcode ?? 0) === 0 ? verdict : 'none' }
}
