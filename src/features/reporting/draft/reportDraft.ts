import type { Position } from '@contract/cases/cases'
import type { Catalogue, Category } from '@contract/cases/categories'
import { CASE_ADDRESS_LENGTH } from '@contract/limits'
import type { WorkOf } from '@/outbox/outgoing'
import type { DraftPhoto } from '../photos/bringIn'

/** A report as it is being written. Pure. */

/** Who said where it is; what a person chose is never changed by a machine. */
export type PositionSource = 'photo' | 'phone' | 'map'

export interface ReportForm {
  categoryId: string | null
  /** As typed, by question. */
  answers: Record<string, string>
  description: string
  address: string
  placeCode: string | null
  isPlaceChosen: boolean
  position: Position | null
  positionFrom: PositionSource | null
  contactName: string
  contactPhone: string
  /** The volunteers' activity at which it was found. Drafts of earlier versions say nothing. */
  activityId?: string | null
}

export interface ReportDraft {
  /** For the list of drafts. */
  title: string
  form: ReportForm
  photos: DraftPhoto[]
  savedAt: number
  /** Why the cloud did not take it, in words; null when it was not sent yet. */
  refusal: string | null
}

export const EMPTY_FORM: ReportForm = {
  categoryId: null,
  answers: {},
  description: '',
  address: '',
  placeCode: null,
  isPlaceChosen: false,
  position: null,
  positionFrom: null,
  contactName: '',
  contactPhone: '',
  activityId: null,
}

export const EMPTY_DRAFT: ReportDraft = {
  title: '没写完的上报',
  form: EMPTY_FORM,
  photos: [],
  savedAt: 0,
  refusal: null,
}

export const isEmpty = ({ form, photos }: ReportDraft): boolean =>
  photos.length === 0 &&
  form.categoryId === null &&
  [form.description, form.address, form.contactName, form.contactPhone].every((text) => text.trim() === '')

export type ReportPart =
  | 'photos'
  | 'category'
  | 'description'
  | 'address'
  | 'place'
  | 'phone'
  | `answer ${string}`
export type ReportProblems = Partial<Record<ReportPart, string>>

const PHONE = /^\+?\d[\d -]{4,17}\d$/
/** Chinese keyboards also write ２０. */
const digitsOf = (typed: string): string => typed.normalize('NFKC').trim()

const answerProblem = (typed: string, question: Category['questions'][number]): string | null => {
  if (typed.trim() === '') return question.isRequired ? `请回答“${question.label}”` : null
  return question.kind === 'number' && !/^\d{1,9}$/.test(digitsOf(typed)) ? '请填整数' : null
}

/** What stands in the way of handing it in, told at its place. The cloud looks by itself again. */
export const problemsOf = (
  { form, photos }: Pick<ReportDraft, 'form' | 'photos'>,
  category: Category | undefined,
): ReportProblems => {
  const problems: ReportProblems = {}
  const minPhotos = category?.minPhotos ?? 0
  if (photos.length < minPhotos) problems.photos = `这类问题至少要 ${minPhotos} 张照片`
  if (!category) problems.category = '请选择类别'
  if (photos.length === 0 && form.description.trim() === '')
    problems.description = '没有照片时，请写一句话说明'
  if (form.address.trim().length < CASE_ADDRESS_LENGTH.min) problems.address = '请写地址或者旁边的标志'
  if (form.placeCode === null) problems.place = '请选择街道或者镇'
  if (form.contactPhone.trim() !== '' && !PHONE.test(digitsOf(form.contactPhone)))
    problems.phone = '电话只写数字，区号后可以用短横'
  if (form.contactPhone.trim() === '' && form.contactName.trim() !== '')
    problems.phone = '只留称呼联系不上你，请写电话'
  for (const question of category?.questions ?? []) {
    const problem = answerProblem(form.answers[question.questionId] ?? '', question)
    if (problem) problems[`answer ${question.questionId}`] = problem
  }
  return problems
}

type Input = WorkOf<'reportProblem'>['input']

const answersOf = (form: ReportForm, { questions }: Category): Input['answers'] =>
  questions.flatMap(({ questionId, kind }) => {
    const typed = (form.answers[questionId] ?? '').trim()
    if (typed === '') return []
    return [{ questionId, value: kind === 'number' ? Number(digitsOf(typed)) : typed }]
  })

const contactOf = ({ contactName, contactPhone }: ReportForm): Input['contact'] => {
  const phone = digitsOf(contactPhone)
  if (phone === '') return null
  const name = contactName.trim()
  return name === '' ? { phone } : { name, phone }
}

/** When the first photo was taken, or else now. A camera's clock that runs ahead is not believed. */
const seenAt = (photos: DraftPhoto[], now: number): number => {
  const times = photos.map(({ takenAt }) => takenAt).filter((at) => at !== null && at <= now)
  return times.length === 0 ? now : Math.min(...(times as number[]))
}

/** As it is sent, apart from the photos. */
export const inputOf = (
  { form, photos }: Pick<ReportDraft, 'form' | 'photos'>,
  category: Category,
  now: number,
): Input => ({
  categoryId: category.categoryId,
  description: form.description.trim(),
  answers: answersOf(form, category),
  position: form.position,
  address: form.address.trim(),
  placeCode: form.placeCode ?? '',
  seenAt: seenAt(photos, now),
  contact: contactOf(form),
  ...(form.activityId ? { linkedTo: { activityId: form.activityId } } : {}),
})

/** What came back from the outbox, as it was typed. Where each photo was taken is forgotten; the report has its place. */
export const formOf = (input: Input): ReportForm => ({
  categoryId: input.categoryId,
  answers: Object.fromEntries(input.answers.map(({ questionId, value }) => [questionId, String(value)])),
  description: input.description,
  address: input.address,
  placeCode: input.placeCode,
  isPlaceChosen: true,
  position: input.position,
  positionFrom: input.position ? 'map' : null,
  contactName: input.contact?.name ?? '',
  contactPhone: input.contact?.phone ?? '',
  activityId: input.linkedTo?.activityId ?? null,
})

export const categoryIn = ({ categories }: Catalogue, categoryId: string | null): Category | undefined =>
  categories.find((category) => category.categoryId === categoryId && !category.isRetired)
