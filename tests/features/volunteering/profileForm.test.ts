import type { Volunteer } from '@contract/volunteering/people'
import {
  cardInGroups,
  EMPTY_PROFILE,
  inputOf,
  monthWords,
  needsGuardian,
  type ProfileForm,
  profileOf,
  profileProblems,
} from '@/features/volunteering/profile/profileForm'

const NOW = Date.parse('2026-11-21T12:00:00+08:00')

const form = (changes: Partial<ProfileForm> = {}): ProfileForm => ({
  ...EMPTY_PROFILE,
  name: '陈示例',
  bornIn: '1990-05',
  place: '310106011002',
  ...changes,
})

const minor = (changes: Partial<ProfileForm> = {}) =>
  form({
    bornIn: '2012-05',
    guardianName: '陈家长',
    guardianPhone: '021-55550199',
    guardianRelation: 'parent',
    hasAgreed: true,
    ...changes,
  })

it.each([
  ['', false],
  ['2019-05', false],
  ['2018-10', true],
  ['2008-11', true],
  ['2008-10', false],
])('of somebody born in “%s” it asks about a guardian: %s', (bornIn, isAsked) => {
  expect(needsGuardian(form({ bornIn }), NOW)).toBe(isAsked)
})

it('says what is missing, of a guardian only where one is needed', () => {
  expect(Object.keys(profileProblems(EMPTY_PROFILE, NOW))).toEqual(['name', 'bornIn', 'place'])
  expect(profileProblems(form({ bornIn: '2020-01' }), NOW)).toEqual({ bornIn: '年满 8 周岁才能注册' })
  expect(Object.keys(profileProblems(form({ bornIn: '2012-05' }), NOW))).toEqual([
    'guardianName',
    'guardianPhone',
    'guardianRelation',
    'hasAgreed',
  ])
  expect(profileProblems(minor(), NOW)).toEqual({})
})

it('sends nothing unfinished, and nothing about a guardian who is not needed', () => {
  expect(inputOf(minor({ hasAgreed: false }), NOW)).toBeNull()
  expect(inputOf(minor(), NOW)?.guardian).toEqual({
    name: '陈家长',
    phone: '021-55550199',
    relation: 'parent',
    hasAgreed: true,
  })
  expect(inputOf(minor({ bornIn: '1990-05' }), NOW)?.guardian).toBeNull()
})

it('tells a grid from the village in which it lies', () => {
  expect(inputOf(form({ place: '310106011' }), NOW)).toMatchObject({ placeCode: '310106011', gridCode: null })
  expect(inputOf(form({ place: '310106011002001' }), NOW)).toMatchObject({
    placeCode: '310106011002',
    gridCode: '310106011002001',
  })
})

it('sends back what is registered as it was', () => {
  const { hasAgreed: _agreed, ...guardian } = inputOf(minor(), NOW)?.guardian ?? { hasAgreed: true }
  const input = inputOf(minor({ place: '310106011002001', skills: ['arts'], isListed: false }), NOW)
  const registered = {
    ...input,
    guardian: { ...guardian, agreedAt: NOW },
    cardCode: '0123456789',
    registeredAt: NOW,
    version: 3,
  } as Volunteer
  expect(inputOf(profileOf(registered), NOW)).toEqual(input)
})

it('writes months and cards so that they can be read out', () => {
  expect(monthWords('2008-05')).toBe('2008年5月')
  expect(cardInGroups('7K3QD0XW2M')).toEqual(['7K3QD', '0XW2M'])
})
