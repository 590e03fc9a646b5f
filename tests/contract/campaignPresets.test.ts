import * as v from 'valibot'
import { campaignFields } from '../../contract/campaignPlan'
import { comingSeason, planOf } from '../../contract/campaignPresets'
import { CAMPAIGN_KINDS, planProblems } from '../../contract/campaigns'
import { changedKeys, planIn } from '../../contract/planChanges'

const inShanghai = (words: string) => Date.parse(`${words}+08:00`)
const NOW = inShanghai('2026-08-01T12:00:00')

test.each([
  ['2026-01-01T00:00:00', 2026],
  ['2026-10-15T23:59:59', 2026],
  ['2026-10-16T00:00:00', 2027],
  ['2026-12-31T23:59:59', 2027],
])('the season that comes at %s is the one of %i', (moment, year) => {
  expect(comingSeason(inShanghai(moment))).toBe(year)
})

describe.each(CAMPAIGN_KINDS)('the plan that %s start from', (kind) => {
  const plan = planOf(kind, NOW)

  test('has no problems, and the cloud takes it as it is', () => {
    expect(planProblems(plan)).toEqual([])
    expect(v.safeParse(campaignFields({}), plan).issues).toBeUndefined()
  })

  test('is a whole plan and nothing beside', () => {
    expect(Object.keys(plan).sort()).toEqual(Object.keys(planIn(plan)).sort())
    expect(changedKeys(plan, planIn(plan))).toEqual([])
  })

  test('opens on 1 September and ends with the year', () => {
    expect(plan.stages[0]?.opensAt).toBe(inShanghai('2026-09-01T00:00:00'))
    expect(plan.stages.at(-1)?.closesAt).toBe(inShanghai('2027-01-01T00:00:00'))
  })
})

test('organisations follow the document: stages, quota, form, photos, ten winners', () => {
  const { stages, nomination, experts } = planOf('organisations', NOW)
  expect(stages.map(({ name, opensAt, closesAt }) => [name, opensAt, closesAt])).toEqual([
    ['选树申报', inShanghai('2026-09-01T00:00:00'), inShanghai('2026-10-16T00:00:00')],
    ['推选审定', inShanghai('2026-10-16T00:00:00'), inShanghai('2026-11-16T00:00:00')],
    ['专家评审', inShanghai('2026-11-16T00:00:00'), inShanghai('2026-12-01T00:00:00')],
    ['成果展示', inShanghai('2026-12-01T00:00:00'), inShanghai('2027-01-01T00:00:00')],
  ])
  expect(nomination).toMatchObject({
    channels: ['street', 'public', 'self'],
    quotas: { perDistrict: 2 },
    photos: { min: 6, max: 8, shortSide: 2480, longSide: 3425 },
  })
  expect(nomination?.photos.kinds.map(({ min }) => min)).toEqual([2, 2, 2])
  const field = (key: string) => nomination?.fields.find((one) => one.key === key)
  expect(field('achievements')).toMatchObject({ min: 1000, max: 1500, isRequired: true })
  expect(field('units')).toMatchObject({ min: 15 })
  expect(experts?.winners).toBe(10)
})
