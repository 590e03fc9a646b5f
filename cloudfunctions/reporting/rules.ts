import type { OwnCase, Relation } from '../../contract/cases/cases'
import { DISSATISFIED_STARS } from '../../contract/cases/cases'
import type { Answer, Category, CategoryQuestion } from '../../contract/cases/categories'
import type { Act } from '../../contract/cases/workflow'
import { isWithin } from '../../contract/places/within'
import type { CaseRow } from '../platform/cases/rows'
import { mayRate, ratingAct } from '../platform/cases/steps'
import type { ActivityRow } from '../platform/volunteering/rows'

/** Decisions about reports. Pure. */

type KeptAnswer = Answer & { label: string }

export type ReportProblem =
  | { code: 'place_not_found' }
  | { code: 'too_few_photos'; min: number }
  | { code: 'answer_missing'; questionId: string; label: string }

interface Written {
  placeCode: string
  description: string
  photos: readonly string[]
  answers: readonly Answer[]
}

/** A report says what there is in words or with a photo, and its category may ask for more photos. */
export const photosNeeded = ({ minPhotos }: Pick<Category, 'minPhotos'>, description: string): number =>
  Math.max(minPhotos, description === '' ? 1 : 0)

const STREET = 9

/**
 * A district or anything finer, within this deployment. Below a street only `places` knows the table; a village or grid
 * that it does not have would harm nobody, since it is found by its street.
 */
export const isAccepted = (
  placeCode: string,
  tops: readonly string[],
  isKnown: (code: string) => boolean,
): boolean => isKnown(placeCode.slice(0, STREET)) && tops.some((top) => isWithin(placeCode, top))

export function problemOf(
  written: Written,
  category: Pick<Category, 'minPhotos' | 'questions'>,
  isPlace: (code: string) => boolean,
): ReportProblem | null {
  if (!isPlace(written.placeCode)) return { code: 'place_not_found' }
  const min = photosNeeded(category, written.description)
  if (new Set(written.photos).size < min) return { code: 'too_few_photos', min }
  const missing = category.questions.find(
    (question) => question.isRequired && answerTo(question, written.answers) === null,
  )
  return missing ? { code: 'answer_missing', questionId: missing.questionId, label: missing.label } : null
}

/** Who waits for the others sees something, and so does who walks home. */
const AROUND_ACTIVITY = { before: 3_600_000, after: 24 * 3_600_000 }

/** Whether something can have been seen during an activity: by the phone's time, since a report may have waited there. */
export const isSeenDuring = (
  { startsAt, endsAt, isCancelled }: Pick<ActivityRow, 'startsAt' | 'endsAt' | 'isCancelled'>,
  seenAt: number,
): boolean =>
  !isCancelled && seenAt >= startsAt - AROUND_ACTIVITY.before && seenAt <= endsAt + AROUND_ACTIVITY.after

const fits = ({ kind, options }: CategoryQuestion, value: Answer['value']): boolean => {
  if (kind === 'number') return typeof value === 'number' && Number.isInteger(value)
  if (typeof value !== 'string' || value === '') return false
  return kind === 'text' || options.includes(value)
}

const answerTo = (question: CategoryQuestion, answers: readonly Answer[]): Answer | null =>
  answers.find(({ questionId, value }) => questionId === question.questionId && fits(question, value)) ?? null

/** With the question as it was asked. What the catalogue no longer asks is left out: a report may have waited for days. */
export const keptAnswers = (
  { questions }: Pick<Category, 'questions'>,
  answers: readonly Answer[],
): KeptAnswer[] =>
  questions.flatMap((question) => {
    const answer = answerTo(question, answers)
    return answer ? [{ ...answer, label: question.label }] : []
  })

/** Refused, withdrawn and merged cases are seen by those who had part in them. */
export const maySee = ({ isListed }: Pick<CaseRow, 'isListed'>, relation: Relation | null): boolean =>
  isListed || relation !== null

export type RatingOutcome = 'recorded' | 'reopened' | 'supervised'

export const outcomeOf = (act: Act): RatingOutcome =>
  act === 'dissatisfy' ? 'reopened' : act === 'complain' ? 'supervised' : 'recorded'

/** What a dissatisfied rating would do now. */
export function onDissatisfied(row: CaseRow, now: number): OwnCase['onDissatisfied'] {
  if (!mayRate(row, now)) return null
  const outcome = outcomeOf(ratingAct(row, DISSATISFIED_STARS))
  return outcome === 'reopened' ? 'reopens' : outcome
}

export const needsReason = (stars: number, reasons: readonly string[], words: string): boolean =>
  stars <= DISSATISFIED_STARS && reasons.length === 0 && words === ''

/** Not rated in time, rather than rated already or not closed. */
export const hasRatingEnded = (
  { state, rating, ratingEndsAt }: Pick<CaseRow, 'state' | 'rating' | 'ratingEndsAt'>,
  now: number,
): boolean => state === 'closed' && rating === null && ratingEndsAt !== null && now > ratingEndsAt
