import * as v from 'valibot'
import { id, moment, placeCode, reason, text, wholeNumber } from './fields'
import { ACCOUNT_ID_LENGTH, PERSON_NAME_LENGTH } from './limits'
import { isOrganisationRole, plain, ROLES, type Role, returns, service } from './method'
import { exportMyData } from './ownData'
import { WORK_KINDS, type WorkKind } from './workKinds'

/** Those who run the program: their roles, what waits for them, what they did, and whether the program runs. */

export interface StaffMember {
  grantId: string
  accountId: string
  /** As the administrator who appointed wrote it. */
  name: string
  role: Role
  placeCode: string
  organisationId: string | null
  startedAt: number
  /** Null: until it is ended. In the past: it has ended. */
  endsAt: number | null
  hasContact: boolean
}

export interface WorkItem {
  workId: string
  kind: WorkKind
  /** The record that the work is about: a content, a campaign … */
  subjectId: string
  title: string
  line: string
  placeCode: string
  since: number
  dueAt: number
  isWaiting: boolean
  doneAt: number | null
}

export interface WorkCount {
  kind: WorkKind
  waiting: number
  overdue: number
  /** When the oldest one came in. */
  oldestAt: number
}

/** One act of a member of staff. Append-only; each entry's hash covers the one before it in its chain. */
export interface AuditEntry {
  entryId: string
  at: number
  accountId: string
  /** The name under which the person holds the role that allowed the act. */
  name: string
  service: string
  method: string
  /** `asked` before the work, `done` after it with its outcome. */
  step: 'asked' | 'done'
  /** `ok` or the error code; null for `asked`. */
  outcome: string | null
  requestId: string
  placeCode: string
  /** `kind/id` of what was changed, where the method says so. */
  subject: string | null
  /** The input as it was asked, long texts cut. */
  input: string
  /** What the act found and what it left, as JSON, long texts cut. */
  before: string | null
  after: string | null
  /** Network address, and the device when it was a desk. */
  from: string
}

/** Every service keeps a chain of its own, empty where staff change nothing. */
export const AUDITED_SERVICES = [
  'accounts',
  'activities',
  'administration',
  'attendance',
  'awards',
  'caseRules',
  'caseStatistics',
  'casework',
  'hotline',
  'judging',
  'messages',
  'moderation',
  'nominations',
  'open311',
  'places',
  'reporting',
  'volunteerHours',
  'volunteers',
  'volunteerStatistics',
  'voting',
] as const

export interface AuditCheck {
  /** Entries that were looked at by this call, and the last one's place in the chain. */
  checked: number
  lastSequence: number
  /** Null: every entry is there and unchanged. */
  fault: { sequence: number; kind: 'missing' | 'changed' } | null
  isDone: boolean
}

export interface Health {
  now: number
  timers: { service: string; lastRunAt: number; milliseconds: number; outcome: string }[]
  /** Messages waiting to be sent, and since when the oldest is due. */
  outbox: { waiting: number; oldestDueAt: number | null; failed: number }
  /** Of the last 24 hours. */
  problems: { service: string; method: string; kind: ProblemKind; number: number }[]
}

/** `defect`: a fault of ours. `busy`: the database did not answer. `slow`: took longer than SLOW_CALL. */
export type ProblemKind = 'defect' | 'busy' | 'slow'

export interface Problem {
  at: number
  service: string
  method: string
  kind: ProblemKind
  milliseconds: number
  /** To be looked for in the logs. */
  requestId: string
}

const accountId = () =>
  v.pipe(
    v.string('请填写账号编号'),
    v.trim(),
    v.toUpperCase(),
    v.regex(/^[0-9A-Z]+$/, '账号编号只有字母和数字，请对方在“我的”里复制'),
    v.length(ACCOUNT_ID_LENGTH, `账号编号是 ${ACCOUNT_ID_LENGTH} 位，请对方在“我的”里复制`),
  )

const role = v.picklist(ROLES, '请选择角色')
/** Everyone who holds a role at a place, not only in one organisation. */
const STAFF = ROLES.filter((role) => !isOrganisationRole(role))
const atPlace = (roles: readonly Role[]) => ({ roles, at: { input: 'placeCode' } }) as const
const page = { after: v.optional(text('页码', { min: 1, max: 64 })) }

export const administration = service({
  /** The first administrator of a deployment, by a secret set at deployment; works once. */
  claimAdministration: {
    access: 'signedIn',
    writes: true,
    pace: { calls: 5, seconds: 600 },
    input: v.strictObject({ cityCode: placeCode(), secret: text('部署口令', { min: 8, max: 256 }) }),
    value: returns<{ member: StaffMember }>(),
    errors: { claim_refused: plain },
  },
  /**
   * Gives a role at a place or in an organisation there: a leader or handler always in one, a reviewer in one where an industry
   * department reviews nominations of its own trade. Given again, its name and end are moved.
   */
  grantRole: {
    access: atPlace(['administrator']),
    writes: true,
    input: v.pipe(
      v.strictObject({
        accountId: accountId(),
        name: text('姓名', PERSON_NAME_LENGTH),
        role,
        placeCode: placeCode(),
        organisationId: v.optional(v.nullable(id()), null),
        endsAt: v.nullable(moment('结束时间')),
      }),
      v.check(
        ({ role, organisationId }) =>
          role === 'reviewer' || isOrganisationRole(role) === (organisationId !== null),
        '组织负责人和处置员要选择组织，行业管理部门的审核员可以选择，其他角色不要选择',
      ),
    ),
    value: returns<{ member: StaffMember }>(),
    errors: {
      cannot_grant_to_self: plain,
      end_has_passed: plain,
      organisation_not_found: plain,
      /** Only somebody above the place may make an administrator there; at the top, the top itself. */
      not_above: plain,
    },
  },
  endRole: {
    access: { roles: ['administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({ grantId: id(), reason: reason() }),
    value: returns<{ endsAt: number }>(),
    errors: { grant_not_found: plain, cannot_end_own_role: plain, not_above: plain },
  },
  /** Who holds or held a role at this place or below it, by name. */
  listStaff: {
    access: atPlace(['administrator', 'auditor']),
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      role: v.optional(role),
      state: v.optional(v.picklist(['holding', 'ended']), 'holding'),
      ...page,
    }),
    value: returns<{ staff: StaffMember[]; next: string | null }>(),
    errors: {},
  },
  /** A colleague's own telephone, for those who must reach them. Each view is in the audit trail. */
  revealContact: {
    access: { roles: ['administrator'], at: 'record' },
    writes: true,
    input: v.strictObject({ grantId: id(), reason: reason() }),
    value: returns<{ name: string; phone: string }>(),
    errors: { grant_not_found: plain, contact_not_given: plain },
  },

  /** What waits at this place for somebody with the caller's roles. */
  countWork: {
    access: atPlace(STAFF),
    writes: false,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<{ counts: WorkCount[]; now: number }>(),
    errors: {},
  },
  /** Oldest first while waiting; newest first when done. */
  listWork: {
    access: atPlace(STAFF),
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      kind: v.optional(v.picklist(Object.keys(WORK_KINDS) as WorkKind[], '请选择事项种类')),
      state: v.optional(v.picklist(['waiting', 'overdue', 'done']), 'waiting'),
      ...page,
    }),
    value: returns<{ items: WorkItem[]; next: string | null; now: number }>(),
    errors: {},
  },

  /** What staff did at this place and below, newest first. */
  listAuditTrail: {
    access: atPlace(['administrator', 'auditor']),
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      accountId: v.optional(accountId()),
      method: v.optional(text('操作', { min: 1, max: 60 })),
      subject: v.optional(text('对象', { min: 1, max: 90 })),
      from: v.optional(moment('开始时间')),
      until: v.optional(moment('结束时间')),
      ...page,
    }),
    value: returns<{ entries: AuditEntry[]; next: string | null }>(),
    errors: {},
  },
  /** Follows a service's chain of entries from `after` on, a stretch per call. */
  checkAuditTrail: {
    access: atPlace(['auditor', 'administrator']),
    writes: false,
    input: v.strictObject({
      placeCode: placeCode(),
      service: v.picklist(AUDITED_SERVICES),
      after: v.optional(wholeNumber('序号', { min: 0, max: 1_000_000_000 }), 0),
    }),
    value: returns<AuditCheck>(),
    errors: {},
  },

  getHealth: {
    access: atPlace(['operator', 'administrator']),
    writes: false,
    input: v.strictObject({ placeCode: placeCode() }),
    value: returns<Health>(),
    errors: {},
  },
  listProblems: {
    access: atPlace(['operator', 'administrator']),
    writes: false,
    input: v.strictObject({ placeCode: placeCode(), before: v.optional(moment('时间')) }),
    value: returns<{ problems: Problem[]; next: number | null }>(),
    errors: {},
  },
  exportMyData,
})
