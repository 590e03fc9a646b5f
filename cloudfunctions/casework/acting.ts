import type { CaseStepInput, casework } from '../../contract/casework'
import { fail, ok } from '../../contract/result'
import type { RoleGrant, Scope } from '../platform/access'
import { asStaff, type CaseChange, changeCase } from '../platform/cases/changeCase'
import { filesOf, removeUploads } from '../platform/cases/photos'
import type { CasePhotoRow, CaseRow } from '../platform/cases/rows'
import { deletePictures } from '../platform/contents/pictures'
import type { Methods } from '../platform/serve'
import { checkMerging } from './merging'
import { type ActProblem, photosOf, prepareSteps, uploadsOf } from './preparing'
import { leftBy } from './rules'
import * as store from './store'

/** Staff's steps of one case. */

/**
 * By where it lies, like reading. A request that has been carried out belongs where the case was then: somebody who gave
 * it away and did not get the answer asks again, and is answered.
 */
export const placeOfAct = async (
  { caseId }: { caseId: string },
  requestId: string,
): Promise<Scope | null> => {
  const row = await store.findCase(caseId)
  const done = row?.history.find((entry) => entry.requestId === requestId)
  if (done) return { placeCode: done.deskCode, organisationId: done.departmentId }
  return row && { placeCode: row.placeCode, organisationId: row.departmentId }
}

export interface Act {
  caseId: string
  basedOn: number
  steps: readonly CaseStepInput[]
  grants: readonly RoleGrant[]
  requestId: string
  now: number
}

export type Acted = Extract<CaseChange, { after: CaseRow }> | { problem: ActProblem }

/** Takes the steps, or says what stands in the way. The same request again finds what it did. */
export async function act({ caseId, basedOn, steps: inputs, grants, requestId, now }: Act): Promise<Acted> {
  const row = await store.findCase(caseId)
  if (!row) return { problem: { code: 'case_not_found' } }
  if (leftBy(row, requestId)) return { before: row, after: row, isRepeated: true }
  // No photo is drawn for what is not possible anyway. What counts is asked again in the transaction.
  if (inputs[0] && asStaff(grants)(row, inputs[0]) === null)
    return { problem: { code: 'step_not_allowed', act: inputs[0].act, state: row.state } }
  const prepared = await prepareSteps(row, inputs, now)
  if ('problem' in prepared) return orWhatWasDone(caseId, requestId, prepared.problem)
  const { steps } = prepared
  const changed = await changeCase({
    caseId,
    requestId,
    now,
    basedOn,
    steps,
    who: asStaff(grants),
    check: checkMerging(grants),
  })
  if ('problem' in changed) await dropPhotos(caseId, photosOf(steps))
  else await removeUploads(uploadsOf(inputs))
  return changed
}

/** The same request may have been faster: then its photos are gone because they have been taken. */
async function orWhatWasDone(caseId: string, requestId: string, problem: ActProblem): Promise<Acted> {
  const row = await store.findCase(caseId)
  return row && leftBy(row, requestId) ? { before: row, after: row, isRepeated: true } : { problem }
}

/** What was drawn for steps that were not taken, unless the case has it from another request. The uploads stay for the next try. */
async function dropPhotos(caseId: string, photos: CasePhotoRow[]): Promise<void> {
  if (photos.length === 0) return
  const row = await store.findCase(caseId)
  const kept = new Set(row?.history.flatMap((entry) => entry.photos.map(({ photoId }) => photoId)))
  await deletePictures(filesOf(photos.filter(({ photoId }) => !kept.has(photoId))))
}

export const actOnCase: Methods<typeof casework>['actOnCase']['run'] = async ({
  input,
  grants,
  requestId,
  now,
  note,
}) => {
  const acted = await act({ ...input, grants, requestId, now })
  if ('problem' in acted) return fail(acted.problem)
  const { before, after, isRepeated } = acted
  if (!isRepeated) note({ subject: `case/${after.number}`, before: recorded(before), after: recorded(after) })
  const left = leftBy(after, requestId)
  return ok(left ?? { version: after.version, state: after.state })
}

/** What the audit trail keeps of a case. */
const recorded = (row: CaseRow) => ({
  version: row.version,
  state: row.state,
  categoryId: row.categoryId,
  placeCode: row.placeCode,
  deskCode: row.deskCode,
  departmentId: row.departmentId,
  assigneeId: row.assigneeId,
  dueAt: row.dueAt,
  mergedInto: row.mergedInto,
})
