import type { Position, StaffCase } from '@contract/cases/cases'
import type { CaseStepInput } from '@contract/casework'
import { CASE_ADDRESS_LENGTH, CASE_HOURS_MAX, CASE_WORDS_LENGTH } from '@contract/limits'
import type { PickedPhoto } from '@/components/photoPicker'
import type { Move, StaffAct, StepField } from './caseMoves'

/** What staff fill in for a step, and what is sent of it. Pure. */

export interface StepDraft {
  words: string
  departmentId: string | null
  /** As typed. */
  hours: string
  until: number | null
  photos: PickedPhoto[]
  categoryId: string | null
  placeCode: string
  address: string
  position: Position | null
  intoCaseId: string | null
  grantId: string | null
  isInternal: boolean
}

type Known = Pick<StaffCase, 'placeCode' | 'address' | 'position' | 'asked'>

/** What is there before anything is typed: what the department asked for, where the case is. */
export const newDraft = ({ placeCode, address, position, asked }: Known): StepDraft => ({
  words: '',
  departmentId: null,
  hours: asked?.hours ? String(asked.hours) : '',
  until: asked?.until ?? null,
  photos: [],
  categoryId: null,
  placeCode,
  address,
  position,
  intoCaseId: null,
  grantId: null,
  isInternal: true,
})

type Builders = { [A in StaffAct]: (draft: StepDraft) => Extract<CaseStepInput, { act: A }> }

const said = ({ words }: StepDraft) => words.trim()
const hoursOf = ({ hours }: StepDraft) => (/^\d+$/.test(hours.trim()) ? Number(hours) : 0)
const filesOf = ({ photos }: StepDraft) => photos.map(({ fileId }) => fileId)

const builders: Builders = {
  accept: () => ({ act: 'accept' }),
  file: () => ({ act: 'file' }),
  take: () => ({ act: 'take' }),
  refuse: (draft) => ({ act: 'refuse', words: said(draft) }),
  dispatch: (draft) => ({ act: 'dispatch', departmentId: draft.departmentId ?? '', words: said(draft) }),
  redispatch: (draft) => ({ act: 'redispatch', departmentId: draft.departmentId ?? '', words: said(draft) }),
  return: (draft) => ({ act: 'return', words: said(draft) }),
  handOver: (draft) => ({ act: 'handOver', grantId: draft.grantId ?? '', words: said(draft) }),
  note: (draft) => ({
    act: 'note',
    words: said(draft),
    isInternal: draft.isInternal,
    photos: filesOf(draft),
  }),
  askExtension: (draft) => ({ act: 'askExtension', hours: hoursOf(draft), words: said(draft) }),
  askSuspension: (draft) => ({ act: 'askSuspension', until: draft.until ?? 0, words: said(draft) }),
  decline: (draft) => ({ act: 'decline', words: said(draft) }),
  extend: (draft) => ({ act: 'extend', hours: hoursOf(draft), words: said(draft) }),
  suspend: (draft) => ({ act: 'suspend', until: draft.until ?? 0, words: said(draft) }),
  resume: (draft) => ({ act: 'resume', words: said(draft) }),
  handle: (draft) => ({ act: 'handle', words: said(draft), photos: filesOf(draft) }),
  reject: (draft) => ({ act: 'reject', words: said(draft) }),
  verify: (draft) => ({ act: 'verify', words: said(draft) }),
  close: (draft) => ({ act: 'close', words: said(draft) }),
  conclude: (draft) => ({ act: 'conclude', words: said(draft) }),
  reopen: (draft) => ({ act: 'reopen', words: said(draft) }),
  escalate: (draft) => ({ act: 'escalate', words: said(draft) }),
  recategorise: (draft) => ({ act: 'recategorise', categoryId: draft.categoryId ?? '' }),
  relocate: (draft) => ({
    act: 'relocate',
    placeCode: draft.placeCode,
    address: draft.address.trim(),
    position: draft.position,
  }),
  merge: (draft) => ({ act: 'merge', intoCaseId: draft.intoCaseId ?? '' }),
  unmerge: (draft) => ({ act: 'unmerge', words: said(draft) }),
  remind: (draft) => ({ act: 'remind', words: said(draft) }),
}

/** Of several steps, the words belong to the last: the reply, not the check before it. */
export const stepsOf = ({ acts }: Pick<Move, 'acts'>, draft: StepDraft): CaseStepInput[] =>
  acts.map((act, index) => builders[act](index === acts.length - 1 ? draft : { ...draft, words: '' }))

export type StepProblems = Partial<Record<StepField, string>>

const wordsProblem = ({ words: asked }: Move, draft: StepDraft): string | null => {
  const { length } = said(draft)
  const isMissing = asked?.isNeeded ? length < CASE_WORDS_LENGTH.min : false
  return asked && isMissing ? `请写${asked.label}，至少 ${CASE_WORDS_LENGTH.min} 个字` : null
}

const checks: Record<
  StepField,
  (asked: { move: Move; draft: StepDraft; minPhotos: number; now: number }) => string | null
> = {
  words: ({ move, draft }) => wordsProblem(move, draft),
  department: ({ draft }) => (draft.departmentId ? null : '请选择派给哪个部门'),
  hours: ({ draft }) => {
    const hours = hoursOf(draft)
    return hours >= 1 && hours <= CASE_HOURS_MAX ? null : `请填 1 到 ${CASE_HOURS_MAX} 的整数小时`
  },
  until: ({ draft, now }) => (draft.until !== null && draft.until > now ? null : '请选今天以后的一天'),
  photos: ({ move, draft, minPhotos }) =>
    move.key === 'handle' && draft.photos.length < minPhotos ? `请至少拍 ${minPhotos} 张处置后的照片` : null,
  category: ({ draft }) => (draft.categoryId ? null : '请选择类别'),
  place: ({ draft }) =>
    draft.address.trim().length >= CASE_ADDRESS_LENGTH.min ? null : '请写清楚地址，至少 2 个字',
  target: ({ draft }) => (draft.intoCaseId ? null : '请选择并到哪一个案件'),
  colleague: ({ draft }) => (draft.grantId ? null : '请选择交给哪位同事'),
  visibility: () => null,
}

/** What is still missing, by field; the same as the cloud will say. */
export const problemsOf = (
  move: Move,
  draft: StepDraft,
  { minPhotos, now }: { minPhotos: number; now: number },
): StepProblems =>
  Object.fromEntries(
    move.fields.flatMap((field) => {
      const problem = checks[field]({ move, draft, minPhotos, now })
      return problem ? [[field, problem]] : []
    }),
  )
