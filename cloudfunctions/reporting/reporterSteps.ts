import { stateAfter } from '../../contract/cases/workflow'
import type { reporting } from '../../contract/reporting'
import { fail, ok } from '../../contract/result'
import { asReporter, changeCase } from '../platform/cases/changeCase'
import { keepCasePhotos, removeUploads } from '../platform/cases/photos'
import type { CaseEntry, CasePhotoRow, CaseRow } from '../platform/cases/rows'
import { mayRate, ratingAct, type Step } from '../platform/cases/steps'
import type { Methods } from '../platform/serve'
import { hasRatingEnded, needsReason, outcomeOf } from './rules'
import * as store from './store'

/** Steps of who reported it: to rate, to add something, to take it back. */

type ReportingMethods = Methods<typeof reporting>

interface Asked {
  input: { caseId: string; photos?: string[] }
  accountId: string
  requestId: string
  now: number
  /** Null: it cannot be done to the case as it is. */
  stepIn: (row: CaseRow) => Step | null
}

type Refused =
  | { code: 'case_not_found' }
  | { code: 'not_possible'; row: CaseRow }
  | { code: 'photo_unreadable'; index: number }

type Done = { entry: CaseEntry } | { refused: Refused }

const doneIn = (row: CaseRow | null, requestId: string): { entry: CaseEntry } | null => {
  const entry = row?.history.find((each) => each.requestId === requestId)
  return entry ? { entry } : null
}

/** One step with its photos; the same request again answers what it has done. Others learn nothing about the case. */
async function takeStep(asked: Asked): Promise<Done> {
  const { input, accountId, requestId, stepIn } = asked
  const { caseId, photos: uploads = [] } = input
  const row = await store.findCase(caseId)
  if (row?.accountId !== accountId) return { refused: { code: 'case_not_found' } }
  const earlier = doneIn(row, requestId)
  if (earlier) return earlier
  if (stepIn(row) === null) return { refused: { code: 'not_possible', row } }
  const photos = await keepCasePhotos(uploads)
  if (!('unreadable' in photos)) return changeAsReporter(asked, photos)
  // The same request, sent at the same time, may have been faster and removed what was uploaded.
  const faster = doneIn(await store.findCase(caseId), requestId)
  return faster ?? { refused: { code: 'photo_unreadable', index: photos.unreadable } }
}

async function changeAsReporter(
  { input, accountId, requestId, now, stepIn }: Asked,
  photos: CasePhotoRow[],
): Promise<Done> {
  let current: CaseRow | null = null
  const changed = await changeCase({
    caseId: input.caseId,
    requestId,
    now,
    who: asReporter(accountId),
    steps: (row) => {
      current = row
      const step = stepIn(row)
      return step ? [{ ...step, photos }] : { problem: { code: 'case_not_found' } }
    },
  })
  const done = 'problem' in changed ? null : doneIn(changed.after, requestId)
  if (!done) return { refused: current ? { code: 'not_possible', row: current } : { code: 'case_not_found' } }
  await removeUploads(input.photos ?? [])
  return done
}

/** A step that the table allows to who reported it, in the state that the case is in. */
const ifAllowed =
  (step: Step) =>
  (row: CaseRow): Step | null =>
    stateAfter(step.act, row.state, 'reporter') === null ? null : step

export const rateCase: ReportingMethods['rateCase'] = async ({ input, caller, requestId, now }) => {
  const { stars, words } = input
  const reasons = [...new Set(input.reasons)]
  if (needsReason(stars, reasons, words)) return fail({ code: 'reason_needed' })
  const done = await takeStep({
    input,
    accountId: caller.accountId,
    requestId,
    now,
    stepIn: (row) =>
      mayRate(row, now) ? { act: ratingAct(row, stars), words, rating: { stars, reasons } } : null,
  })
  if ('entry' in done) return ok({ outcome: outcomeOf(done.entry.act) })
  const { refused } = done
  if (refused.code !== 'not_possible') return fail(refused)
  return fail({ code: hasRatingEnded(refused.row, now) ? 'rating_ended' : 'not_rateable' })
}

export const addRemark: ReportingMethods['addRemark'] = async ({ input, caller, requestId, now }) => {
  const stepIn = ifAllowed({ act: 'remark', words: input.words })
  const done = await takeStep({ input, accountId: caller.accountId, requestId, now, stepIn })
  if ('entry' in done) return ok({ at: done.entry.at })
  const { refused } = done
  return refused.code === 'not_possible' ? fail({ code: 'case_not_open' }) : fail(refused)
}

export const withdrawCase: ReportingMethods['withdrawCase'] = async ({ input, caller, requestId, now }) => {
  const stepIn = ifAllowed({ act: 'withdraw' })
  const done = await takeStep({ input, accountId: caller.accountId, requestId, now, stepIn })
  if ('entry' in done) return ok({ withdrawnAt: done.entry.at })
  return fail({ code: done.refused.code === 'not_possible' ? 'not_withdrawable' : 'case_not_found' })
}
