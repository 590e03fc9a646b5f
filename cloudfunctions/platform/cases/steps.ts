import { DISSATISFIED_STARS, type RatingReason } from '../../../contract/cases/cases'
import type { Category } from '../../../contract/cases/categories'
import type { CaseState } from '../../../contract/cases/workflow'
import { type Act, type Actor, stateAfter } from '../../../contract/cases/workflow'
import { RATING_TIME, SUSPENSION_TIME_MAX } from '../../../contract/limits'
import { isWithin } from '../../../contract/places/within'
import { placeFields } from '../places'
import { extended, newClock, started, stopped } from './clock'
import { deskAbove, firstDesk } from './desks'
import type { CaseEntry, CasePhotoRow, CaseRow, GeoPoint } from './rows'

/** What each step does to a case, beside its state. Pure: everything that must be looked up comes with the step. */

export interface Step {
  act: Act
  words?: string
  isInternal?: boolean
  photos?: CasePhotoRow[]
  department?: { _id: string; name: string; placeCode: string }
  /** Grant of a handler of the same department. */
  colleague?: { _id: string; name: string }
  hours?: number
  until?: number
  category?: Category
  catalogueVersion?: number
  place?: { placeCode: string; address: string; location: GeoPoint | null }
  intoCaseId?: string
  rating?: { stars: number; reasons: RatingReason[] }
}

/** Who does it: in which of their parts, and as whom the history names them. `by` and `grantId` are null for citizens and the machine. */
export interface Who {
  actor: Actor
  by: string | null
  grantId: string | null
  name: string | null
}

export type StepProblem =
  | { code: 'step_not_allowed'; act: Act; state: CaseState }
  | { code: 'time_has_passed' }
  | { code: 'time_too_far'; days: number }
  | { code: 'nothing_above' }
  | { code: 'nothing_asked' }
  | { code: 'too_few_photos'; min: number }

const DAY = 86_400_000

type Change = Partial<CaseRow>
interface Done {
  row: CaseRow
  step: Step
  who: Who
  now: number
}

const nobody: Change = { assigneeId: null, assigneeName: null, asked: null }
const noDepartment: Change = { ...nobody, departmentId: null, departmentName: null, departmentPlace: null }
const over = ({ row, now }: Done): Change => ({ clock: stopped(row.clock, now), asked: null })

const given = ({ step, row, now }: Done): Change => ({
  ...nobody,
  departmentId: step.department?._id ?? row.departmentId,
  departmentName: step.department?.name ?? row.departmentName,
  departmentPlace: step.department?.placeCode ?? row.departmentPlace,
  clock: started(row.clock, now),
  suspendedUntil: null,
})

/** From the beginning, with the time that its category has now. */
const again = ({ row, now }: Done): Change => ({
  ...nobody,
  clock: started({ ...row.clock, extendedMinutes: 0, runs: [] }, now),
  handledAt: null,
  closedAt: null,
  ratingEndsAt: null,
  reopened: row.reopened + 1,
})

/** Comes back after it had been over: the desk looks at it anew, and its time has not begun. */
const beginning = ({ row, now }: Done): Change => ({
  acceptSince: now,
  clock: { ...row.clock, extendedMinutes: 0, runs: [] },
})

const closing = ({ now }: Done): Change => ({
  closedAt: now,
  ratingEndsAt: now + RATING_TIME,
  rating: null,
})

const rated = ({ step, now }: Done): Change => ({
  rating: {
    at: now,
    stars: step.rating?.stars ?? 0,
    reasons: step.rating?.reasons ?? [],
    words: step.words ?? '',
  },
})

const asks =
  (kind: 'extension' | 'suspension') =>
  ({ step, now }: Done): Change => ({
    asked: { kind, reason: step.words ?? '', hours: step.hours ?? null, until: step.until ?? null, at: now },
  })

/** A category's time and rules, taken over into the case; what has been used of its time stays used. */
const categorised = ({ row, step }: Done): Change => {
  const { category } = step
  if (!category) return {}
  const { limitMinutes, counting } = newClock(category.counting, category.handleHours)
  return {
    categoryId: category.categoryId,
    categoryName: category.name,
    group: category.group,
    catalogueVersion: step.catalogueVersion ?? row.catalogueVersion,
    isIndoor: category.isIndoor,
    minAfterPhotos: category.minAfterPhotos,
    acceptMinutes: category.acceptHours * 60,
    clock: { ...row.clock, counting, limitMinutes },
  }
}

/** Somewhere else altogether it goes to the desk there. */
const deskFor = (placeCode: string, { deskCode }: CaseRow): string =>
  isWithin(placeCode, deskCode) ? deskCode : firstDesk(placeCode)

const effects: Partial<Record<Act, (done: Done) => Change>> = {
  refuse: (done) => ({ ...over(done), refusedAt: done.now }),
  file: ({ row, now }) => ({ clock: started(row.clock, now) }),
  dispatch: given,
  // Out of 督办 it is handled once more, with all its time.
  redispatch: (done) => ({ ...given(done), ...(done.row.state === 'supervised' ? again(done) : {}) }),
  take: ({ who }) => ({ assigneeId: who.grantId, assigneeName: who.name }),
  return: () => noDepartment,
  handOver: ({ step }) => ({
    assigneeId: step.colleague?._id ?? null,
    assigneeName: step.colleague?.name ?? null,
  }),
  askExtension: asks('extension'),
  askSuspension: asks('suspension'),
  decline: () => ({ asked: null }),
  extend: ({ row, step }) => ({ clock: extended(row.clock, step.hours ?? 0), asked: null }),
  suspend: ({ row, step, now }) => ({
    clock: stopped(row.clock, now),
    suspendedUntil: step.until ?? null,
    asked: null,
  }),
  resume: ({ row, now }) => ({ clock: started(row.clock, now), suspendedUntil: null }),
  handle: ({ row, now }) => ({ clock: stopped(row.clock, now), handledAt: now, asked: null }),
  reject: ({ row, now }) => ({ clock: started(row.clock, now), handledAt: null }),
  close: closing,
  conclude: closing,
  rate: rated,
  dissatisfy: (done) => ({ ...again(done), ...rated(done) }),
  complain: (done) => ({ ...rated(done), closedAt: null, ratingEndsAt: null }),
  reopen: (done) =>
    done.row.state === 'closed'
      ? { ...again(done), ...noDepartment, rating: null }
      : { ...beginning(done), refusedAt: null },
  escalate: ({ row, who }) => ({
    ...noDepartment,
    deskCode: deskAbove(row, who.actor) ?? row.deskCode,
  }),
  recategorise: categorised,
  relocate: ({ step, row }) =>
    step.place
      ? { ...step.place, ...placeFields(step.place.placeCode), deskCode: deskFor(step.place.placeCode, row) }
      : {},
  merge: (done) => ({ ...over(done), mergedInto: done.step.intoCaseId ?? null }),
  unmerge: (done) => ({ ...beginning(done), ...noDepartment, mergedInto: null }),
  withdraw: over,
}

/** What stands in the way of a step that the table allows. */
function problemOf({ row, step, who, now }: Done): StepProblem | null {
  const { act } = step
  if (step.until !== undefined && step.until <= now) return { code: 'time_has_passed' }
  if (step.until !== undefined && step.until > now + SUSPENSION_TIME_MAX)
    return { code: 'time_too_far', days: SUSPENSION_TIME_MAX / DAY }
  if (act === 'handle' && (step.photos ?? []).length < row.minAfterPhotos)
    return { code: 'too_few_photos', min: row.minAfterPhotos }
  if (act === 'decline' && row.asked === null) return { code: 'nothing_asked' }
  if (act === 'escalate' && deskAbove(row, who.actor) === null) return { code: 'nothing_above' }
  return null
}

/** Steps after which alarms begin anew, though the state may be the same. */
const RESTARTS: readonly Act[] = ['extend', 'recategorise', 'escalate', 'handOver', 'redispatch']

/** The case after a step, before `settle`; or why it cannot be. */
export function applyStep(
  row: CaseRow,
  step: Step,
  who: Who,
  requestId: string,
  now: number,
): { row: CaseRow } | { problem: StepProblem } {
  const state = stateAfter(step.act, row.state, who.actor)
  if (state === null) return { problem: { code: 'step_not_allowed', act: step.act, state: row.state } }
  const done = { row, step, who, now }
  const problem = problemOf(done)
  if (problem) return { problem }
  const version = row.version + 1
  const change = effects[step.act]?.(done) ?? {}
  const hasMoved = state !== row.state || RESTARTS.includes(step.act)
  const after: CaseRow = {
    ...row,
    ...change,
    ...(hasMoved ? { stateSince: now, alarmLevel: 0 } : {}),
    state,
    version,
  }
  return { row: { ...after, history: [...row.history, entryOf(done, after, requestId)] } }
}

const entryOf = ({ row, step, who, now }: Done, after: CaseRow, requestId: string): CaseEntry => ({
  act: step.act,
  requestId,
  actor: who.actor,
  by: who.by,
  name: who.name,
  at: now,
  from: row.state,
  state: after.state,
  version: after.version,
  words: step.words ?? '',
  isInternal: step.isInternal ?? false,
  photos: step.photos ?? [],
  // What left a department is told with the department that it left.
  departmentId: after.departmentId ?? row.departmentId,
  departmentName: after.departmentName ?? row.departmentName,
  deskCode: row.deskCode,
  stars: step.rating?.stars ?? null,
  dueAt: null,
})

const times = ({ history }: Pick<CaseRow, 'history'>, act: Act): number =>
  history.filter((entry) => entry.act === act).length

/** What a rating does: the first dissatisfaction reopens, the second goes to the supervisor, all else is recorded. */
export function ratingAct(row: Pick<CaseRow, 'history' | 'departmentId'>, stars: number): Act {
  if (stars > DISSATISFIED_STARS) return 'rate'
  if (times(row, 'dissatisfy') === 0 && row.departmentId !== null) return 'dissatisfy'
  return times(row, 'complain') === 0 ? 'complain' : 'rate'
}

export const mayRate = (
  { state, rating, ratingEndsAt }: Pick<CaseRow, 'state' | 'rating' | 'ratingEndsAt'>,
  now: number,
): boolean => state === 'closed' && rating === null && ratingEndsAt !== null && now <= ratingEndsAt
