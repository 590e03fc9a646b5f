import type { ContentCause, ContentState } from '../../../contract/moderation'
import type { ContentRow, Verdict } from './rows'

/** What becomes of content by what the machine said. Pure. */

/** What an act comes to: its changes, or why there are none. `repeated`: it has been carried out already. */
export type Outcome<Refusal extends string> =
  | { changes: Partial<ContentRow> }
  | { repeated: true }
  | { refused: Refusal }

/** What WeChat suggests, as far as it is a verdict. */
export const readVerdict = (suggest: unknown): Verdict | null =>
  suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : null

export interface Judgement {
  state: Extract<ContentState, 'checking' | 'visible' | 'underReview' | 'hidden'>
  cause: ContentCause | null
}

/**
 * One refusal hides all of it, one doubt sends all of it to a person, and it is shown only when everything has
 * passed. What the machine has not answered waits.
 */
export function judge({ textVerdict, pictures }: Pick<ContentRow, 'textVerdict' | 'pictures'>): Judgement {
  const verdicts: (Verdict | null)[] = [textVerdict, ...pictures.map(({ verdict }) => verdict)]
  if (verdicts.includes('risky')) return { state: 'hidden', cause: 'machineRefuses' }
  if (verdicts.includes('review')) return { state: 'underReview', cause: 'machineDoubts' }
  if (verdicts.includes(null)) return { state: 'checking', cause: null }
  return { state: 'visible', cause: null }
}

/**
 * What is known once the words were asked about and the pictures copied: words without a verdict, or a picture that
 * cannot be read (null), need a person, unless the rest is decided already.
 */
export function judgeFirst(textVerdict: Verdict | null, copies: (string | null)[]): Judgement {
  const pictures = copies.flatMap((fileId) => (fileId === null ? [] : [{ fileId, verdict: null }]))
  const judgement = judge({ textVerdict, pictures })
  const isComplete = textVerdict !== null && pictures.length === copies.length
  const isDecided = judgement.state === 'hidden' || judgement.state === 'underReview'
  return isComplete || isDecided ? judgement : { state: 'underReview', cause: 'noAnswer' }
}

/** Only the machine's own decision can be appealed, and once. */
export const mayAppeal = ({
  state,
  cause,
  appeal,
}: Pick<ContentRow, 'state' | 'cause' | 'appeal'>): boolean =>
  state === 'hidden' && cause === 'machineRefuses' && appeal === null

/** States in which a person, not the machine, has the last word. */
export const isDecidable = (state: ContentState): boolean =>
  state === 'underReview' || state === 'visible' || state === 'hidden'

/** Pictures that go with the content. Those of a report belong to its case, which staff need whatever others see. */
export const ownPictures = ({ kind, pictures }: Pick<ContentRow, 'kind' | 'pictures'>): string[] =>
  kind === 'report'
    ? []
    : pictures.flatMap(({ fileId, small }) => (small === undefined ? [fileId] : [fileId, small]))

const DESCRIBED_LENGTH = 60

/** The beginning of a text, for one line in a list. */
export const firstWords = (text: string): string =>
  text.length > DESCRIBED_LENGTH ? `${text.slice(0, DESCRIBED_LENGTH)}…` : text
