import type { Activity, ActivitySummary, MySignUp, RoleState } from '@contract/volunteering/activities'
import { USUAL_HOURS_RULE } from '@contract/volunteering/hours'

/** What the cloud might answer, for words and rules that read it. Pure. */

/** 2026-11-21, a Saturday, 10:00 in Shanghai. */
export const NOW = Date.parse('2026-11-21T10:00:00+08:00')
export const HOUR = 3_600_000

export const aRole = (changes: Partial<RoleState> = {}): RoleState => ({
  roleId: 'guide',
  name: '引导员',
  capacity: 2,
  skill: null,
  minAge: null,
  taken: 0,
  waiting: 0,
  ...changes,
})

export const aSummary = (changes: Partial<ActivitySummary> = {}): ActivitySummary => ({
  activityId: 's-20261121',
  seriesId: 's',
  day: '2026-11-21',
  organisationId: 'o',
  organisationName: '示例服务队',
  theme: '路口文明引导',
  kind: 'civilisation',
  placeCode: '310106012',
  address: '示例路口',
  position: { longitude: 121.45, latitude: 31.23 },
  startsAt: NOW + 3 * HOUR,
  endsAt: NOW + 5 * HOUR,
  state: 'coming',
  capacity: 2,
  taken: 0,
  waiting: 0,
  coverUrl: null,
  distance: null,
  signUp: null,
  ...changes,
})

export const anActivity = (changes: Partial<Activity> = {}): Activity => {
  const { coverUrl: _, ...summary } = aSummary()
  return {
    ...summary,
    description: '示例说明',
    fenceMetres: 200,
    roles: [aRole()],
    insurance: '',
    isForMembersOnly: false,
    hoursRule: USUAL_HOURS_RULE,
    photos: [],
    notice: '',
    isRepeating: true,
    version: 1,
    own: null,
    ...changes,
  }
}

export const aSignUp = (changes: Partial<MySignUp> = {}): MySignUp => ({
  activityId: 's-20261121',
  theme: '路口文明引导',
  organisationName: '示例服务队',
  address: '示例路口',
  startsAt: NOW + 3 * HOUR,
  endsAt: NOW + 5 * HOUR,
  activityState: 'coming',
  state: 'confirmed',
  roleId: 'guide',
  roleName: '引导员',
  placeInLine: null,
  confirmBy: null,
  isLate: false,
  signedUpAt: NOW - HOUR,
  ...changes,
})
