import type { InputOf } from '../../contract/method'
import type { ReportReceipt, reporting } from '../../contract/reporting'
import { fail, ok } from '../../contract/result'
import { type FoundCategory, findOfferedCategory, findRoute, loadCalendar } from '../platform/cases/loadRules'
import { insertCase } from '../platform/cases/newCase'
import { keepCasePhotos, removeUploads } from '../platform/cases/photos'
import { type CasePhotoRow, type CaseRow, geoPoint, type NewCase } from '../platform/cases/rows'
import { askMachine, contentIdOf, keepContent, type Submission } from '../platform/contents/submit'
import { isKnownPlace } from '../platform/placeNames'
import { topPlaces } from '../platform/places'
import { seal } from '../platform/sealed'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { isAccepted, isSeenDuring, keptAnswers, problemOf } from './rules'
import * as store from './store'

/** Filing a report: once, however often it is sent. */

type ReportingMethods = Methods<typeof reporting>
type Call = Parameters<ReportingMethods['reportProblem']>[0]
type Input = InputOf<(typeof reporting)['reportProblem']>

const isPlace = (code: string): boolean => isAccepted(code, topPlaces(), isKnownPlace)

const receiptOf = (row: CaseRow): ReportReceipt => ({
  caseId: row._id,
  number: row.number,
  reportedAt: row.reportedAt,
  // As it was promised then: the answer to a repeat is the answer that was lost.
  dueAt: row.history[0]?.dueAt ?? row.reportedAt,
})

export const reportProblem: ReportingMethods['reportProblem'] = async (call) => {
  const { input, caller, requestId } = call
  const caseId = keyedName('case', caller.accountId, requestId)
  const before = await store.findCase(caseId)
  if (before) return ok(receiptOf(before))
  const found = await findOfferedCategory(input.categoryId)
  if (!found) return fail({ code: 'category_not_found' })
  const problem = problemOf(input, found.category, isPlace)
  if (problem) return fail(problem)
  const photos = await keepCasePhotos(input.photos)
  if (!('unreadable' in photos)) return ok(receiptOf(await file(call, caseId, found, photos)))
  // The same report, sent at the same time, may have been faster and removed what was uploaded.
  const faster = await store.findCase(caseId)
  return faster ? ok(receiptOf(faster)) : fail({ code: 'photo_unreadable', index: photos.unreadable })
}

/**
 * The words are kept first, unseen, so that no case is without them; then the case; then WeChat is asked. What a crash
 * leaves unasked, moderation's timer gives to a person.
 */
async function file(
  call: Call,
  caseId: string,
  { category, version }: FoundCategory,
  photos: CasePhotoRow[],
): Promise<CaseRow> {
  const { input, requestId, now } = call
  const submission = submissionOf(call, caseId, category.name, photos)
  const isFirst = await keepContent(submission, now)
  const { row } = await insertCase({
    begun: {
      ...begunBy(call, caseId, photos, keptAnswers(category, input.answers)),
      activityId: await seenDuring(call),
    },
    category,
    catalogueVersion: version,
    requestId,
    actor: 'reporter',
    route: await findRoute({ category, placeCode: input.placeCode, at: now, source: 'wechat' }),
    calendar: await loadCalendar(),
  })
  await removeUploads(input.photos)
  if (isFirst) await askMachine(submission, now)
  return row
}

const submissionOf = (
  { input, caller, requestId }: Call,
  caseId: string,
  categoryName: string,
  photos: CasePhotoRow[],
): Submission => ({
  kind: 'report',
  subject: `case/${caseId}`,
  subjectName: `随申拍：${categoryName}`,
  placeCode: input.placeCode,
  accountId: caller.accountId,
  openid: caller.openid,
  text: [input.description, input.address].filter((words) => words !== '').join('\n'),
  pictures: photos.map(({ page }) => page),
  areOwnFiles: true,
  requestId,
})

/** A report is worth more than its link: it is filed without one that cannot be true. */
async function seenDuring({ input: { linkedTo, seenAt }, now }: Call): Promise<string | null> {
  const activity = linkedTo ? await store.findActivity(linkedTo.activityId) : null
  return activity && isSeenDuring(activity, Math.min(seenAt, now)) ? activity._id : null
}

const begunBy = (
  { input, caller, requestId, now }: Call,
  caseId: string,
  photos: CasePhotoRow[],
  answers: NewCase['answers'],
): NewCase => ({
  _id: caseId,
  source: 'wechat',
  accountId: caller.accountId,
  foreignNumber: null,
  description: input.description,
  answers,
  contentId: contentIdOf(caller.accountId, requestId),
  photos,
  placeCode: input.placeCode,
  address: input.address,
  location: input.position && geoPoint(input.position),
  sealedContact: sealedContact(caseId, input.contact),
  // A phone's clock may be ahead.
  seenAt: Math.min(input.seenAt, now),
  reportedAt: now,
})

const sealedContact = (caseId: string, contact: Input['contact']): string | null =>
  contact && seal(caseId, JSON.stringify({ name: contact.name ?? null, phone: contact.phone }))
