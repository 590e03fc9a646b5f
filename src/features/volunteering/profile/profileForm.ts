import { PERSON_NAME_LENGTH } from '@contract/limits'
import {
  ageAt,
  type Guardian,
  OF_AGE,
  type Skill,
  type UsualTime,
  type Volunteer,
  YOUNGEST,
} from '@contract/volunteering/people'
import type { Input } from '@/cloud/services'

/** What somebody writes to register as a volunteer, and what is wrong with it. Pure. */

export interface ProfileForm {
  name: string
  /** `2008-05`, or empty. */
  bornIn: string
  guardianName: string
  guardianPhone: string
  guardianRelation: Guardian['relation'] | null
  hasAgreed: boolean
  /** Street, village or grid. */
  place: string | null
  skills: Skill[]
  times: UsualTime[]
  isListed: boolean
}

export const EMPTY_PROFILE: ProfileForm = {
  name: '',
  bornIn: '',
  guardianName: '',
  guardianPhone: '',
  guardianRelation: null,
  hasAgreed: false,
  place: null,
  skills: [],
  times: [],
  isListed: true,
}

export const profileOf = (volunteer: Volunteer): ProfileForm => ({
  name: volunteer.name,
  bornIn: volunteer.bornIn,
  guardianName: volunteer.guardian?.name ?? '',
  guardianPhone: volunteer.guardian?.phone ?? '',
  guardianRelation: volunteer.guardian?.relation ?? null,
  hasAgreed: volunteer.guardian !== null,
  place: volunteer.gridCode ?? volunteer.placeCode,
  skills: volunteer.skills,
  times: volunteer.times,
  isListed: volunteer.isListed,
})

const MONTH = /^\d{4}-\d{2}$/

/** Only then are the fields about a guardian there. */
export const needsGuardian = ({ bornIn }: ProfileForm, now: number): boolean =>
  MONTH.test(bornIn) && ageAt(bornIn, now) >= YOUNGEST && ageAt(bornIn, now) < OF_AGE

export type ProfileProblems = Partial<Record<keyof ProfileForm, string>>

const PHONE_FORM = /^\+?\d[\d -]{4,17}\d$/

const shortName = (name: string): boolean => name.trim().length < PERSON_NAME_LENGTH.min

function ageProblems({ bornIn }: ProfileForm, now: number): ProfileProblems {
  if (!MONTH.test(bornIn)) return { bornIn: '请选择出生年月' }
  return ageAt(bornIn, now) < YOUNGEST ? { bornIn: `年满 ${YOUNGEST} 周岁才能注册` } : {}
}

function guardianProblems(form: ProfileForm, now: number): ProfileProblems {
  if (!needsGuardian(form, now)) return {}
  return {
    ...(shortName(form.guardianName)
      ? { guardianName: `请填写监护人姓名，至少 ${PERSON_NAME_LENGTH.min} 个字` }
      : {}),
    ...(PHONE_FORM.test(form.guardianPhone.trim())
      ? {}
      : { guardianPhone: '请填写监护人电话，只写数字和短横' }),
    ...(form.guardianRelation === null ? { guardianRelation: '请选择和监护人的关系' } : {}),
    ...(form.hasAgreed ? {} : { hasAgreed: '监护人同意后才能注册' }),
  }
}

/** The same as the cloud will say, before asking it. */
export const profileProblems = (form: ProfileForm, now: number): ProfileProblems => ({
  ...(shortName(form.name) ? { name: `请填写真实姓名，至少 ${PERSON_NAME_LENGTH.min} 个字` } : {}),
  ...ageProblems(form, now),
  ...guardianProblems(form, now),
  ...(form.place === null ? { place: '请选择所在的街镇' } : {}),
})

const VILLAGE_LENGTH = 12
const GRID_LENGTH = 15

function guardianIn(form: ProfileForm, now: number): Input<'volunteers', 'register'>['guardian'] {
  if (!needsGuardian(form, now) || form.guardianRelation === null) return null
  const { guardianName, guardianPhone, guardianRelation } = form
  return {
    name: guardianName.trim(),
    phone: guardianPhone.trim(),
    relation: guardianRelation,
    hasAgreed: true,
  }
}

/** Null: something is missing. What was typed about a guardian who is not needed is not sent. */
export function inputOf(form: ProfileForm, now: number): Input<'volunteers', 'register'> | null {
  if (Object.keys(profileProblems(form, now)).length > 0 || form.place === null) return null
  return {
    name: form.name.trim(),
    bornIn: form.bornIn,
    guardian: guardianIn(form, now),
    placeCode: form.place.slice(0, VILLAGE_LENGTH),
    gridCode: form.place.length === GRID_LENGTH ? form.place : null,
    skills: form.skills,
    times: form.times,
    isListed: form.isListed,
  }
}

/** `2008年5月` */
export const monthWords = (month: string): string => {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

const GROUP = 5

/** `7K3QD 0XW2M`: so that it can be read out and typed. */
export const cardInGroups = (code: string): string[] => [code.slice(0, GROUP), code.slice(GROUP)]
