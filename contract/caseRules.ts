import * as v from 'valibot'
import { CASE_SOURCES, type CaseSource } from './cases/cases'
import { CATEGORY_GROUP_KEYS, type Catalogue, type CategoryGroup } from './cases/categories'
import { DUTY_KEYS, type Duty } from './cases/duties'
import type { Proposal } from './casework'
import { id, moment, placeCode, reason, text, wholeNumber } from './fields'
import {
  CASE_HOURS_MAX,
  CASE_PHOTOS,
  CASE_WORDS_LENGTH,
  CATEGORY_QUESTIONS_MAX,
  ROUTING_RULES_MAX,
} from './limits'
import { plain, returns, service } from './method'

/** Rules for cases, all of them data that staff edit: categories, routing, duties, the working calendar, reply templates. */

export interface CatalogueVersion {
  version: number
  at: number
  /** Null: it came with the program. */
  name: string | null
  categoryId: string | null
  reason: string
}

/** Conditions left out hold always; the first rule whose conditions all hold decides. */
export interface RoutingRule {
  ruleId: string
  name: string
  categoryIds: string[]
  groups: CategoryGroup[]
  /** The rule holds for what lies in one of these; none: anywhere at the place whose rules these are. */
  placeCodes: string[]
  /** Minutes since midnight in Shanghai, `from` included, `until` not; over midnight when until < from. */
  hours: { from: number; until: number } | null
  /** On days that are, or are not, working days of the calendar. */
  days: 'working' | 'off' | null
  sources: CaseSource[]
  to: { kind: 'duty'; duty: Duty } | { kind: 'department'; organisationId: string } | { kind: 'desk' }
  /** Accepts, files and dispatches by itself. */
  isAutomatic: boolean
}

export interface Routing {
  placeCode: string
  version: number
  rules: RoutingRule[]
}

export interface DutyHolder {
  duty: Duty
  /** Null: nobody at this place; the place above is asked, then the desk. */
  organisationId: string | null
  organisationName: string | null
}

/** Days that differ from Monday to Friday. `YYYY-MM-DD`. */
export interface CalendarYear {
  year: number
  holidays: string[]
  workdays: string[]
  /** Came with the program, or was entered by staff; a year that is neither knows weekends only. */
  source: 'built-in' | 'entered' | 'none'
  version: number
}

export interface WorkingHours {
  /** Spans of a working day in minutes since midnight in Shanghai. */
  spans: { from: number; until: number }[]
}

export interface ReplyTemplate {
  templateId: string
  /** For which step it is offered. */
  act: TemplateAct
  name: string
  text: string
  placeCode: string
}

export const TEMPLATE_ACTS = ['refuse', 'close', 'reject', 'return', 'handle', 'note'] as const
export type TemplateAct = (typeof TEMPLATE_ACTS)[number]

/** What would become of such a report. */
export interface RoutingPreview {
  proposal: Proposal
  isAutomatic: boolean
  deskCode: string
  dueAt: number
}

const EDITORS = { roles: ['administrator'], at: { input: 'placeCode' } } as const
const READERS = { roles: ['administrator', 'dispatcher', 'supervisor'], at: { input: 'placeCode' } } as const
const at = { placeCode: placeCode() }
const basedOn = wholeNumber('版本', { min: 0, max: 1_000_000 })
const minute = (name: string) => wholeNumber(name, { min: 0, max: 1440 })
const span = v.strictObject({ from: minute('开始'), until: minute('结束') })
const day = v.pipe(v.string(), v.regex(/^20\d\d-[01]\d-[0-3]\d$/, '日期写成 2026-10-01 这样'))
const codes = v.pipe(v.array(placeCode()), v.maxLength(50, '最多 50 个地区'))
const areDifferent = (ids: string[]): boolean => new Set(ids).size === ids.length
const group = v.picklist(CATEGORY_GROUP_KEYS, '请选择大类')

/** What staff type; the id of a new category is given by the cloud. */
export const categoryEntries = {
  name: text('类别名称', { min: 2, max: 20 }),
  description: v.pipe(v.string(), v.trim(), v.maxLength(60, '最多 60 个字')),
  group,
  words: v.pipe(v.array(text('别名', { min: 1, max: 20 })), v.maxLength(20, '最多 20 个别名')),
  nationalCode: v.nullable(v.pipe(v.string(), v.regex(/^\d{2,8}$/, '国标代码是 2 到 8 位数字'))),
  basis: v.pipe(v.string(), v.trim(), v.maxLength(80, '最多 80 个字')),
  handleHours: wholeNumber('处置时限', { min: 1, max: CASE_HOURS_MAX }),
  acceptHours: wholeNumber('受理时限', { min: 1, max: CASE_HOURS_MAX }),
  counting: v.picklist(['working', 'continuous'], '请选择计时方式'),
  minPhotos: wholeNumber('上报照片', { min: 0, max: CASE_PHOTOS }),
  minAfterPhotos: wholeNumber('处置照片', { min: 1, max: CASE_PHOTOS }),
  defaultDuty: v.picklist(DUTY_KEYS, '请选择职责单位'),
  isIndoor: v.boolean(),
  duplicateRadius: wholeNumber('查重距离', { min: 10, max: 1000 }),
  questions: v.pipe(
    v.array(
      v.strictObject({
        questionId: id(),
        label: text('问题', { min: 2, max: 40 }),
        kind: v.picklist(['choice', 'text', 'number'], '请选择问题的种类'),
        options: v.pipe(v.array(text('选项', { min: 1, max: 20 })), v.maxLength(12, '最多 12 个选项')),
        isRequired: v.boolean(),
      }),
    ),
    v.maxLength(CATEGORY_QUESTIONS_MAX, `最多 ${CATEGORY_QUESTIONS_MAX} 个问题`),
    v.check((questions) => areDifferent(questions.map(({ questionId }) => questionId)), '问题的编号重复了'),
  ),
  isRetired: v.boolean(),
}

const routingRule = v.strictObject({
  ruleId: id(),
  name: text('规则名称', { min: 2, max: 30 }),
  categoryIds: v.pipe(v.array(id()), v.maxLength(50, '最多 50 个类别')),
  groups: v.array(group),
  placeCodes: codes,
  hours: v.nullable(span),
  days: v.nullable(v.picklist(['working', 'off'])),
  sources: v.array(v.picklist(CASE_SOURCES)),
  to: v.variant('kind', [
    v.strictObject({ kind: v.literal('duty'), duty: v.picklist(DUTY_KEYS, '请选择职责单位') }),
    v.strictObject({ kind: v.literal('department'), organisationId: id() }),
    v.strictObject({ kind: v.literal('desk') }),
  ]),
  isAutomatic: v.boolean(),
})

export const caseRules = service({
  /**
   * Retired categories too, and the newest versions. Categories are of the whole deployment: `isKeptHere` says whether
   * it is at this place that they are changed.
   */
  getCategories: {
    access: READERS,
    writes: false,
    input: v.strictObject(at),
    value: returns<{ catalogue: Catalogue; versions: CatalogueVersion[]; isKeptHere: boolean }>(),
    errors: {},
  },
  /** Adds a category, or replaces one; a new version of the catalogue, unless it is no longer at `basedOn`. */
  saveCategory: {
    access: EDITORS,
    writes: true,
    input: v.strictObject({
      ...at,
      basedOn,
      /** Null: a new one. */
      categoryId: v.nullable(id()),
      category: v.strictObject(categoryEntries),
      reason: reason(),
    }),
    value: returns<{ categoryId: string; version: number }>(),
    errors: {
      /** Only the place that the deployment begins with keeps the catalogue. */
      not_top_place: plain,
      category_not_found: plain,
      category_name_taken: plain,
      too_many_categories: plain,
      choices_needed: plain,
      changed_meanwhile: plain,
    },
  },
  /** The rules of one place, in their order. */
  getRouting: {
    access: READERS,
    writes: false,
    input: v.strictObject(at),
    value: returns<Routing>(),
    errors: {},
  },
  saveRouting: {
    access: EDITORS,
    writes: true,
    input: v.strictObject({
      ...at,
      basedOn,
      rules: v.pipe(
        v.array(routingRule),
        v.maxLength(ROUTING_RULES_MAX, `最多 ${ROUTING_RULES_MAX} 条规则`),
        v.check((rules) => areDifferent(rules.map(({ ruleId }) => ruleId)), '规则的编号重复了'),
      ),
    }),
    value: returns<{ version: number }>(),
    errors: { changed_meanwhile: plain, department_not_found: plain, place_not_found: plain },
  },
  /** 试一试: where such a report would go, by the rules as they are kept. */
  previewRouting: {
    access: READERS,
    writes: false,
    input: v.strictObject({
      ...at,
      categoryId: id(),
      at: moment('时间'),
      source: v.picklist(CASE_SOURCES),
    }),
    value: returns<RoutingPreview>(),
    errors: { category_not_found: plain },
  },
  listDuties: {
    access: READERS,
    writes: false,
    input: v.strictObject(at),
    value: returns<{ holders: DutyHolder[] }>(),
    errors: {},
  },
  assignDuty: {
    access: EDITORS,
    writes: true,
    input: v.strictObject({
      ...at,
      duty: v.picklist(DUTY_KEYS, '请选择职责单位'),
      organisationId: v.nullable(id()),
    }),
    value: returns<{ holder: DutyHolder }>(),
    errors: { organisation_not_found: plain },
  },
  getCalendar: {
    access: READERS,
    writes: false,
    input: v.strictObject({ ...at, year: wholeNumber('年份', { min: 2020, max: 2099 }) }),
    value: returns<{ calendar: CalendarYear; hours: WorkingHours; isKeptHere: boolean }>(),
    errors: {},
  },
  /** As the State Council's notice gives it each autumn. Deadlines that have been promised stay as they are. */
  saveCalendar: {
    access: EDITORS,
    writes: true,
    input: v.strictObject({
      ...at,
      year: wholeNumber('年份', { min: 2020, max: 2099 }),
      basedOn,
      holidays: v.pipe(v.array(day), v.maxLength(60)),
      workdays: v.pipe(v.array(day), v.maxLength(30)),
    }),
    value: returns<{ calendar: CalendarYear }>(),
    errors: { not_top_place: plain, day_not_in_year: plain, changed_meanwhile: plain },
  },
  /** Of a place and of those above it. */
  listTemplates: {
    access: { roles: ['administrator', 'dispatcher', 'supervisor', 'handler'], at: 'record' },
    writes: false,
    input: v.strictObject({
      ...at,
      organisationId: v.optional(id()),
      act: v.optional(v.picklist(TEMPLATE_ACTS)),
    }),
    value: returns<{ templates: ReplyTemplate[] }>(),
    errors: {},
  },
  saveTemplate: {
    access: { roles: ['administrator', 'dispatcher'], at: { input: 'placeCode' } },
    writes: true,
    input: v.strictObject({
      ...at,
      templateId: v.nullable(id()),
      act: v.picklist(TEMPLATE_ACTS, '请选择用在哪一步'),
      name: text('名称', { min: 2, max: 20 }),
      text: text('内容', CASE_WORDS_LENGTH),
    }),
    value: returns<{ template: ReplyTemplate }>(),
    errors: { template_not_found: plain, too_many_templates: plain },
  },
  removeTemplate: {
    access: { roles: ['administrator', 'dispatcher'], at: { input: 'placeCode' } },
    writes: true,
    input: v.strictObject({ ...at, templateId: id() }),
    value: returns<{ templateId: string }>(),
    errors: {},
  },
})
