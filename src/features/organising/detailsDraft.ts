import type { Position } from '@contract/cases/cases'
import {
  ACTIVITY_MINUTES,
  ACTIVITY_ROLES_MAX,
  ACTIVITY_TEXTS,
  CASE_ADDRESS_LENGTH,
  FENCE_METRES,
  ROLE_CAPACITY_MAX,
} from '@contract/limits'
import type { ActivityDetails, ActivityRole } from '@contract/volunteering/activities'
import type { Skill } from '@contract/volunteering/people'

/** What a leader writes of an activity, while it is being written: numbers as they are typed. Pure. */

export interface RoleDraft {
  roleId: string
  name: string
  capacity: string
  skill: Skill | null
  minAge: string
}

export interface DetailsDraft {
  theme: string
  description: string
  address: string
  position: Position | null
  fenceMetres: string
  roles: RoleDraft[]
  insurance: string
  minutes: string
}

export type Details = Pick<
  ActivityDetails,
  'theme' | 'description' | 'address' | 'position' | 'fenceMetres' | 'roles' | 'insurance'
> & { minutes: number }

/** By the field that they stand at: `theme`, `roles.2`. */
export type Problems = Record<string, string>

const ROLE_AGE = { min: 8, max: 70 }

const USUAL_FENCE = '300'
const USUAL_MINUTES = '120'

export const newRole = (roles: readonly RoleDraft[], name = ''): RoleDraft => {
  const known = new Set(roles.map(({ roleId }) => roleId))
  let number = 1
  while (known.has(`role${number}`)) number += 1
  return { roleId: `role${number}`, name, capacity: '', skill: null, minAge: '' }
}

export const emptyDetails = (): DetailsDraft => ({
  theme: '',
  description: '',
  address: '',
  position: null,
  fenceMetres: USUAL_FENCE,
  roles: [{ ...newRole([], '志愿者'), capacity: '10' }],
  insurance: '',
  minutes: USUAL_MINUTES,
})

export const draftOfDetails = (details: Details): DetailsDraft => ({
  theme: details.theme,
  description: details.description,
  address: details.address,
  position: details.position,
  fenceMetres: String(details.fenceMetres),
  roles: details.roles.map(({ roleId, name, capacity, skill, minAge }) => ({
    roleId,
    name,
    skill,
    capacity: String(capacity),
    minAge: minAge === null ? '' : String(minAge),
  })),
  insurance: details.insurance,
  minutes: String(details.minutes),
})

const isWithin = (typed: string, { min, max }: { min: number; max: number }): boolean =>
  /^\d+$/.test(typed) && Number(typed) >= min && Number(typed) <= max

const textProblem = (typed: string, name: string, { min, max }: { min: number; max: number }) => {
  const { length } = typed.trim()
  if (length < min) return `请写${name}，至少 ${min} 个字`
  return length > max ? `${name}最多 ${max} 个字` : null
}

function roleProblem({ name, capacity, minAge }: RoleDraft): string | null {
  if (name.trim() === '') return '请写岗位名称，例如 引导员'
  if (!isWithin(capacity, { min: 1, max: ROLE_CAPACITY_MAX })) return `请填人数，1 至 ${ROLE_CAPACITY_MAX}`
  if (minAge !== '' && !isWithin(minAge, ROLE_AGE))
    return `年龄填 ${ROLE_AGE.min} 至 ${ROLE_AGE.max}，不限就空着`
  return null
}

const only = (problems: Record<string, string | null>): Problems =>
  Object.fromEntries(Object.entries(problems).flatMap(([at, words]) => (words === null ? [] : [[at, words]])))

export function detailsProblems(draft: DetailsDraft): Problems {
  const { min, max } = ACTIVITY_MINUTES
  return only({
    theme: textProblem(draft.theme, '活动主题', ACTIVITY_TEXTS.theme),
    description: textProblem(draft.description, '活动内容', ACTIVITY_TEXTS.description),
    address: textProblem(draft.address, '集合地点', CASE_ADDRESS_LENGTH),
    position: draft.position === null ? '请选集合点的位置，签到时要核对' : null,
    fenceMetres: isWithin(draft.fenceMetres, FENCE_METRES)
      ? null
      : `签到范围填 ${FENCE_METRES.min} 至 ${FENCE_METRES.max} 米`,
    minutes: isWithin(draft.minutes, ACTIVITY_MINUTES) ? null : `活动时长填 ${min} 至 ${max} 分钟`,
    roles: draft.roles.length === 0 ? '请至少写一个岗位' : null,
    ...Object.fromEntries(draft.roles.map((role, index) => [`roles.${index}`, roleProblem(role)])),
  })
}

/** Of a draft without problems. */
export function detailsOf(draft: DetailsDraft): Details {
  if (draft.position === null) throw new Error('a draft without a position has a problem')
  return {
    theme: draft.theme.trim(),
    description: draft.description.trim(),
    address: draft.address.trim(),
    position: draft.position,
    fenceMetres: Number(draft.fenceMetres),
    roles: draft.roles.map(roleOf),
    insurance: draft.insurance.trim(),
    minutes: Number(draft.minutes),
  }
}

const roleOf = ({ roleId, name, capacity, skill, minAge }: RoleDraft): ActivityRole => ({
  roleId,
  name: name.trim(),
  capacity: Number(capacity),
  skill,
  minAge: minAge === '' ? null : Number(minAge),
})

export const mayAddRole = ({ roles }: DetailsDraft): boolean => roles.length < ACTIVITY_ROLES_MAX
