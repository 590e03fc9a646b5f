import type { casework, stepErrors } from '../../contract/casework'
import type { InputOf } from '../../contract/method'
import { isWithin } from '../../contract/places/within'
import { ok } from '../../contract/result'
import type { Call } from '../platform/checks'
import type { Methods } from '../platform/serve'
import { act } from './acting'
import { uploadsOf } from './preparing'
import { leftBy } from './rules'
import * as store from './store'

/** The same steps for several cases, each by itself. */

type Input = InputOf<(typeof casework)['actOnCases']>
type Outcome = { caseId: string; error: keyof typeof stepErrors | 'not_allowed' | null }

/** Cases in one database at once: enough that a screenful takes seconds, few enough to leave room for others. */
const AT_ONCE = 4

export const actOnCases: Methods<typeof casework>['actOnCases'] = async (call) => {
  const { input, note } = call
  // Cases that go into one other would only wait for each other.
  const atOnce = input.steps.some((step) => step.act === 'merge') ? 1 : AT_ONCE
  const waiting = [...new Map(input.cases.map((each) => [each.caseId, each])).values()]
  const outcomes: Outcome[] = []
  while (waiting.length > 0)
    outcomes.push(...(await Promise.all(waiting.splice(0, atOnce).map((each) => actOnOne(each, call)))))
  note({ subject: `cases/${input.placeCode}`, before: null, after: outcomes })
  return ok({ outcomes })
}

async function actOnOne(
  { caseId, basedOn }: Input['cases'][number],
  { input, grants, requestId, now }: Call<Input>,
): Promise<Outcome> {
  const row = await store.findCase(caseId)
  if (!row) return { caseId, error: 'case_not_found' }
  if (leftBy(row, requestId)) return { caseId, error: null }
  if (!isWithin(row.placeCode, input.placeCode)) return { caseId, error: 'not_allowed' }
  // A photo shows one case.
  if (uploadsOf(input.steps).length > 0) return { caseId, error: 'step_not_allowed' }
  const acted = await act({ caseId, basedOn, steps: input.steps, grants, requestId, now })
  return { caseId, error: 'problem' in acted ? acted.problem.code : null }
}
