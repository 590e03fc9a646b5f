import * as v from 'valibot'
import { CASE_SOURCES, type StaffCase, type StaffCaseSummary } from './cases/cases'
import type { Duty } from './cases/duties'
import { position } from './cases/positions'
import { CASE_STATES, type CaseState } from './cases/workflow'
import { fileId, id, moment, placeCode, text, wholeNumber } from './fields'
import {
  BULK_CASES,
  CASE_ADDRESS_LENGTH,
  CASE_HOURS_MAX,
  CASE_PHOTOS,
  CASE_WORDS_LENGTH,
  STEPS_AT_ONCE,
} from './limits'
import { details, plain, type Role, returns, service } from './method'

/** Casework 办案: what desks, departments and supervisors do with cases. The table of steps is cases/workflow.ts. */

const words = () => text('说明', CASE_WORDS_LENGTH)
const optionalWords = () => v.pipe(v.string(), v.trim(), v.maxLength(CASE_WORDS_LENGTH.max))
const photos = (min: number) =>
  v.pipe(
    v.array(fileId()),
    v.minLength(min, '请至少拍一张处置后的照片'),
    v.maxLength(CASE_PHOTOS, `最多 ${CASE_PHOTOS} 张照片`),
  )
const hours = wholeNumber('时长', { min: 1, max: CASE_HOURS_MAX })
const step = <const A extends string, const E extends v.ObjectEntries>(act: A, entries: E) =>
  v.strictObject({ act: v.literal(act), ...entries })
const simple = <const A extends string>(act: A) => step(act, {})
const explained = <const A extends string>(act: A) => step(act, { words: words() })

/** One step of staff. Words that go with it are read by citizens unless it is an internal note. */
export const caseStep = v.variant('act', [
  simple('accept'),
  explained('refuse'),
  simple('file'),
  step('dispatch', { departmentId: id(), words: optionalWords() }),
  step('redispatch', { departmentId: id(), words: words() }),
  simple('take'),
  explained('return'),
  step('handOver', { grantId: id(), words: optionalWords() }),
  step('note', { words: words(), isInternal: v.boolean(), photos: photos(0) }),
  step('askExtension', { hours, words: words() }),
  step('askSuspension', { until: moment('挂账到'), words: words() }),
  explained('decline'),
  step('extend', { hours, words: words() }),
  step('suspend', { until: moment('挂账到'), words: words() }),
  step('resume', { words: optionalWords() }),
  step('handle', { words: words(), photos: photos(1) }),
  explained('reject'),
  step('verify', { words: optionalWords() }),
  explained('close'),
  explained('conclude'),
  explained('reopen'),
  explained('escalate'),
  step('recategorise', { categoryId: id() }),
  step('relocate', {
    placeCode: placeCode(),
    address: text('地址', CASE_ADDRESS_LENGTH),
    position: v.nullable(position()),
  }),
  step('merge', { intoCaseId: id() }),
  explained('unmerge'),
  step('remind', { words: words() }),
])
export type CaseStepInput = v.InferOutput<typeof caseStep>

const steps = v.pipe(
  v.array(caseStep),
  v.minLength(1, '请选择要做什么'),
  v.maxLength(STEPS_AT_ONCE, `一次最多 ${STEPS_AT_ONCE} 步`),
)

/** A department that a case can be given to. */
export interface Receiver {
  organisationId: string
  name: string
  placeCode: string
  duties: Duty[]
  /** Cases that it has open now. */
  open: number
}

/** How routing came to its proposal: by a rule, by the duty table, or not at all: the desk decides. */
export interface Proposal {
  how: 'rule' | 'duty' | 'desk'
  /** Name of the rule. */
  ruleName: string | null
  duty: Duty | null
  departmentId: string | null
  departmentName: string | null
}

export interface Colleague {
  grantId: string
  name: string
}

export interface QueueCounts {
  /** Of the desk itself, by state. */
  states: Partial<Record<CaseState, number>>
  overdue: number
  /** Requests of departments that wait for an answer. */
  asked: number
}

/** Why a step was not possible; the case is as it was. */
export const stepErrors = {
  case_not_found: plain,
  /** Somebody else has changed it; what is shown is out of date. */
  changed_meanwhile: details<{ state: CaseState }>(),
  /** The table does not allow it in this state, or not to this role. */
  step_not_allowed: details<{ act: string; state: CaseState }>(),
  department_not_found: plain,
  colleague_not_found: plain,
  category_not_found: plain,
  place_not_found: plain,
  time_has_passed: plain,
  time_too_far: details<{ days: number }>(),
  /** Nothing above this desk. */
  nothing_above: plain,
  nothing_asked: plain,
  /** The case that it is to go into is itself closed, merged, or the same. */
  cannot_merge: plain,
  too_few_photos: details<{ min: number }>(),
  photo_unreadable: details<{ index: number }>(),
}

const DESK: readonly Role[] = ['dispatcher', 'supervisor', 'administrator']
const STAFF: readonly Role[] = ['dispatcher', 'supervisor', 'administrator', 'handler']
const desk = { access: { roles: DESK, at: { input: 'placeCode' } }, writes: false } as const
const atCase = { roles: STAFF, at: 'record' } as const
const atDepartment = { roles: ['handler'], at: 'record' } as const
const page = { after: v.optional(text('页码', { min: 1, max: 100 })) }
const caseId = { caseId: id() }
const version = wholeNumber('版本', { min: 1, max: 1_000_000 })

export const casework = service({
  /**
   * Cases at a place. `desk`: those that this place's own desk has to do with; `area`: all that lie there and below.
   * Oldest deadline first; closed ones newest first. `dueSoon`: within `CASE_DUE_SOON`.
   */
  listQueue: {
    ...desk,
    input: v.strictObject({
      placeCode: placeCode(),
      scope: v.picklist(['desk', 'area'], '请选择范围'),
      state: v.optional(v.picklist(CASE_STATES, '请选择状态')),
      only: v.optional(v.picklist(['overdue', 'dueSoon', 'asked', 'reopened', 'dissatisfied'], '请选择条件')),
      categoryId: v.optional(id()),
      departmentId: v.optional(id()),
      source: v.optional(v.picklist(CASE_SOURCES)),
      ...page,
    }),
    value: returns<{ cases: StaffCaseSummary[]; next: string | null; now: number }>(),
    errors: {},
  },
  countQueue: {
    ...desk,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<QueueCounts>(),
    errors: {},
  },
  /** By number, as it stands on a letter or as somebody says it on the phone. */
  findByNumber: {
    ...desk,
    input: v.strictObject({ placeCode: placeCode(), number: text('案件编号', { min: 4, max: 20 }) }),
    value: returns<{ case: StaffCaseSummary | null }>(),
    errors: {},
  },
  /** Open cases of one department: by deadline, or by distance from where the handler stands. */
  listMine: {
    access: atDepartment,
    writes: false,
    input: v.strictObject({
      organisationId: id(),
      order: v.picklist(['deadline', 'distance'], '请选择排列方式'),
      position: v.optional(position()),
      /** `own`: those that the caller has taken. */
      of: v.picklist(['department', 'own'], '请选择范围'),
      ...page,
    }),
    value: returns<{ cases: StaffCaseSummary[]; next: string | null; now: number }>(),
    errors: {},
  },
  getCase: {
    access: atCase,
    writes: false,
    input: v.strictObject(caseId),
    value: returns<StaffCase>(),
    errors: { case_not_found: plain },
  },
  /** Where routing would send it, and every department it could go to. */
  listReceivers: {
    access: { roles: DESK, at: 'record' },
    writes: false,
    input: v.strictObject(caseId),
    value: returns<{ proposal: Proposal; receivers: Receiver[] }>(),
    errors: { case_not_found: plain },
  },
  /** Open cases of the same category around it, nearest first. */
  listMergeTargets: {
    access: { roles: DESK, at: 'record' },
    writes: false,
    input: v.strictObject(caseId),
    value: returns<{ cases: StaffCaseSummary[] }>(),
    errors: { case_not_found: plain },
  },
  listColleagues: {
    access: atCase,
    writes: false,
    input: v.strictObject(caseId),
    value: returns<{ colleagues: Colleague[] }>(),
    errors: { case_not_found: plain },
  },
  /** One step or several in one go: all happen or none. `basedOn` is the version that was looked at. */
  actOnCase: {
    access: atCase,
    writes: true,
    input: v.strictObject({ ...caseId, basedOn: version, steps }),
    value: returns<{ version: number; state: CaseState }>(),
    errors: stepErrors,
  },
  /** The same steps for several cases of a place; each succeeds or fails by itself. */
  actOnCases: {
    access: { roles: DESK, at: { input: 'placeCode' } },
    writes: true,
    input: v.strictObject({
      placeCode: placeCode(),
      cases: v.pipe(
        v.array(v.strictObject({ caseId: id(), basedOn: version })),
        v.minLength(1, '请选择案件'),
        v.maxLength(BULK_CASES, `一次最多 ${BULK_CASES} 件`),
      ),
      steps,
    }),
    /** `error`: the code of what stood in the way, or null. */
    value: returns<{
      outcomes: { caseId: string; error: keyof typeof stepErrors | 'not_allowed' | null }[]
    }>(),
    errors: {},
  },
  /** Writes nothing but who looked, and why. */
  revealReporterContact: {
    access: atCase,
    writes: true,
    input: v.strictObject({ ...caseId, reason: text('原因', CASE_WORDS_LENGTH) }),
    value: returns<{ name: string | null; phone: string }>(),
    errors: { case_not_found: plain, contact_not_given: plain },
  },
})
