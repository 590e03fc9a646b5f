import * as v from 'valibot'
import { id, placeCode, reason, text, wholeNumber } from './fields'
import { CARD_CODE_LENGTH, PERSON_NAME_LENGTH, SEARCH_LENGTH, TEAM_GRIDS_MAX, TEAM_WORDS_MAX } from './limits'
import { plain, returns, service } from './method'
import { exportMyData } from './ownData'
import {
  type Member,
  type MembershipState,
  type MyTeam,
  SKILLS,
  TEAM_KINDS,
  type Team,
  type TeamSummary,
  TIMES,
  type Volunteer,
} from './volunteering/people'

/** Volunteers 志愿者 and the teams 服务队 that they belong to. */

const page = { after: v.optional(text('页码', { min: 1, max: 80 })) }
const everyone = { access: 'anyone', writes: false, pace: { calls: 120, seconds: 60 } } as const
const own = { access: 'signedIn', writes: true, pace: { calls: 30, seconds: 600 } } as const
const keeper = {
  access: { roles: ['administrator', 'organisationLeader'], at: 'record' },
  writes: true,
} as const
const version = () => wholeNumber('版本', { min: 1, max: 100_000 })
const grid = () => v.pipe(v.string('请选择网格'), v.regex(/^\d{15}$/, '请重新选择网格'))

/** Letters and digits; what is typed is forgiven its case and spaces, and letters that only look like digits. */
export const cardCode = () =>
  v.pipe(
    v.string('请输入志愿者卡号'),
    v.transform((code) =>
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    ),
    v.length(CARD_CODE_LENGTH, `志愿者卡号是 ${CARD_CODE_LENGTH} 位字母和数字`),
  )

const details = {
  name: text('姓名', PERSON_NAME_LENGTH),
  bornIn: v.pipe(v.string('请选择出生年月'), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, '请选择出生年月')),
  /** Needed below OF_AGE, and kept only then. Who enters it says that the guardian has agreed. */
  guardian: v.nullable(
    v.strictObject({
      name: text('监护人姓名', PERSON_NAME_LENGTH),
      phone: v.pipe(
        v.string('请填写监护人电话'),
        v.trim(),
        v.regex(/^\+?\d[\d -]{4,17}\d$/, '监护人电话只写数字，区号后可以用短横'),
      ),
      relation: v.picklist(['parent', 'grandparent', 'other'], '请选择和监护人的关系'),
      hasAgreed: v.literal(true, '未满 18 岁要先经监护人同意'),
    }),
  ),
  placeCode: placeCode(),
  gridCode: v.nullable(grid()),
  skills: v.pipe(v.array(v.picklist(SKILLS)), v.maxLength(SKILLS.length)),
  times: v.pipe(v.array(v.picklist(TIMES)), v.maxLength(TIMES.length)),
  isListed: v.boolean(),
}

const wrongDetails = {
  too_young: plain,
  guardian_needed: plain,
  place_not_found: plain,
  grid_not_found: plain,
} as const

export const volunteers = service({
  /** Null: not registered. */
  getMyVolunteer: {
    access: 'signedIn',
    writes: false,
    input: v.strictObject({}),
    value: returns<{ volunteer: Volunteer | null; teams: MyTeam[] }>(),
    errors: {},
  },
  register: {
    ...own,
    input: v.strictObject(details),
    value: returns<{ volunteer: Volunteer }>(),
    errors: { ...wrongDetails, already_registered: plain },
  },
  revise: {
    ...own,
    input: v.strictObject({ basedOn: version(), ...details }),
    value: returns<{ volunteer: Volunteer }>(),
    errors: { ...wrongDetails, not_volunteer: plain, changed_meanwhile: plain },
  },
  /** The old code names nobody any more: a card was lost. */
  renewCard: {
    ...own,
    input: v.strictObject({}),
    value: returns<{ cardCode: string }>(),
    errors: { not_volunteer: plain },
  },

  /** Teams at a place and below it, by place. */
  listTeams: {
    ...everyone,
    input: v.strictObject({
      placeCode: placeCode(),
      kind: v.optional(v.picklist(TEAM_KINDS, '请选择服务队类别')),
      search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(SEARCH_LENGTH))),
      ...page,
    }),
    value: returns<{ teams: TeamSummary[]; next: string | null }>(),
    errors: {},
  },
  getTeam: {
    ...everyone,
    input: v.strictObject({ organisationId: id() }),
    value: returns<Team>(),
    errors: { team_not_found: plain },
  },
  /** Makes a service team of an organisation, or changes what it is. `basedOn` 0: it is none yet. */
  describeTeam: {
    ...keeper,
    input: v.strictObject({
      organisationId: id(),
      basedOn: wholeNumber('版本', { min: 0, max: 100_000 }),
      kind: v.picklist(TEAM_KINDS, '请选择服务队类别'),
      joining: v.picklist(['open', 'request'], '请选择怎样加入'),
      gridCodes: v.pipe(v.array(grid()), v.maxLength(TEAM_GRIDS_MAX, `最多 ${TEAM_GRIDS_MAX} 个网格`)),
    }),
    value: returns<{ team: Team }>(),
    errors: {
      organisation_not_found: plain,
      organisation_closed: plain,
      grid_not_found: plain,
      changed_meanwhile: plain,
    },
  },
  /** Who left or was declined may ask again. */
  askToJoin: {
    ...own,
    input: v.strictObject({
      organisationId: id(),
      words: v.pipe(v.string(), v.trim(), v.maxLength(TEAM_WORDS_MAX, `最多 ${TEAM_WORDS_MAX} 个字`)),
    }),
    value: returns<{ state: MembershipState }>(),
    errors: { not_volunteer: plain, team_not_found: plain },
  },
  /** Also takes back a request that has no answer yet. */
  leaveTeam: {
    ...own,
    input: v.strictObject({ organisationId: id() }),
    value: returns<{ state: MembershipState }>(),
    errors: { not_member: plain },
  },
  /** Oldest requests first; members by when they came. */
  listMembers: {
    access: { roles: ['administrator', 'organisationLeader'], at: 'record' },
    writes: false,
    input: v.strictObject({
      organisationId: id(),
      state: v.picklist(['asked', 'member'], '请选择状态'),
      ...page,
    }),
    value: returns<{ members: Member[]; next: string | null }>(),
    errors: {},
  },
  /** `remove`: of a member. Declining and removing give a reason, which the person is told. */
  answerMember: {
    ...keeper,
    input: v.strictObject({
      membershipId: text('编号', { min: 1, max: 100 }),
      answer: v.picklist(['accept', 'decline', 'remove'], '请选择'),
      reason: v.nullable(reason()),
    }),
    value: returns<{ member: Member }>(),
    errors: { member_not_found: plain, reason_needed: plain, changed_meanwhile: plain },
  },
  /** 进网格: a member looks after a grid of the team; null takes it back. */
  assignGrid: {
    ...keeper,
    input: v.strictObject({ membershipId: text('编号', { min: 1, max: 100 }), gridCode: v.nullable(grid()) }),
    value: returns<{ member: Member }>(),
    errors: { member_not_found: plain, grid_not_found: plain },
  },
  exportMyData,
})
