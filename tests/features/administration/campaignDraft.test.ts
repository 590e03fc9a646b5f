import { planOf } from '@contract/campaignPresets'
import { type CampaignPlan, planProblems } from '@contract/campaigns'
import { planIn } from '@contract/planChanges'
import type { Campaign } from '@contract/voting'
import {
  copiedPlan,
  draftOfCampaign,
  isStale,
  isTouched,
  mergedOnto,
  newCampaign,
  ofKind,
  UNFILLED,
  yearsLater,
} from '@/features/administration/campaignDraft'
import {
  draftProblems,
  problemsOfError,
  SECTIONS,
  sectionOf,
} from '@/features/administration/campaignProblems'
import {
  earlierAt,
  isMidnight,
  missingStages,
  toggled,
  toggledField,
  withStage,
  withVotesWeight,
} from '@/features/administration/planEdits'

const inShanghai = (words: string) => Date.parse(`${words}+08:00`)
const NOW = inShanghai('2026-08-01T12:00:00')
const plan = planOf('organisations', NOW)

const campaignWith = (changes: Partial<Campaign>): Campaign =>
  ({ ...plan, planVersion: 1, frozen: [], changes: [], now: NOW, ...changes }) as unknown as Campaign

describe('a campaign copied from an earlier one', () => {
  const earlier = planOf('organisations', inShanghai('2025-08-01T12:00:00'))

  it('begins in the season that comes, every date so many years on, and has no problems', () => {
    expect(copiedPlan(earlier, NOW)).toEqual(plan)
    expect(planProblems(copiedPlan(earlier, NOW))).toEqual([])
  })

  it.each([
    ['2026-08-01T12:00:00', 2026],
    ['2026-10-15T12:00:00', 2026],
    ['2026-10-16T12:00:00', 2027],
    ['2029-01-01T12:00:00', 2029],
    // Never the same year again, even while the earlier one still takes nominations.
    ['2025-09-15T12:00:00', 2026],
  ])('at %s moves to %i', (moment, year) => {
    const copied = copiedPlan(earlier, inShanghai(moment))
    expect(copied.stages[0]?.opensAt).toBe(inShanghai(`${year}-09-01T00:00:00`))
    expect(copied.votingClosesAt).toBe(inShanghai(`${year}-11-12T18:00:00`))
    expect(copied.name).toBe(`${year}年度市容环境卫生责任区优秀自律组织选树`)
  })

  it('keeps the number of the document, and a name without a year', () => {
    const named = { ...earlier, name: '“绿色上海”选树活动', basis: '沪绿容〔2025〕365号' }
    expect(copiedPlan(named, NOW)).toMatchObject({ name: named.name, basis: named.basis })
  })

  it('takes nothing along but the plan', () => {
    const campaign = campaignWith({ ...earlier, rulesHash: 'hash', candidateCount: 30 })
    expect(Object.keys(copiedPlan(campaign, NOW)).sort()).toEqual(Object.keys(plan).sort())
  })
})

it.each([
  ['2024-02-29T10:00:00', 1, '2025-02-28T10:00:00'],
  ['2024-02-29T10:00:00', 4, '2028-02-29T10:00:00'],
  ['2025-12-31T23:30:00', 1, '2026-12-31T23:30:00'],
  ['2025-01-01T00:00:00', 2, '2027-01-01T00:00:00'],
])('%s is %i years later %s, by the city’s clock', (before, years, after) => {
  expect(yearsLater(inShanghai(before), years)).toBe(inShanghai(after))
})

describe('what a colleague has changed meanwhile', () => {
  const draft = { ...draftOfCampaign(campaignWith({})), savedAt: 5 }
  const mine = { ...draft, plan: { ...plan, name: '我写的名称', votingClosesAt: plan.votingClosesAt + 1 } }

  it('is taken where one has written nothing, and what one wrote stays', () => {
    const theirs = campaignWith({ planVersion: 2, name: '别人的名称', organiser: '别人的单位' })
    expect(isStale(mine, theirs)).toBe(true)
    const merged = mergedOnto(mine, theirs)
    expect(merged.plan).toEqual({
      ...plan,
      name: '我写的名称',
      organiser: '别人的单位',
      votingClosesAt: plan.votingClosesAt + 1,
    })
    expect(merged.base).toEqual({ plan: planIn(theirs), version: 2 })
    expect(isStale(merged, theirs)).toBe(false)
  })

  it('is taken where the part is frozen by now', () => {
    const wanted = { ...draft, plan: { ...plan, hasVoting: false, name: '我写的名称' } }
    const frozen = [{ part: 'ballot' as const, since: NOW, because: 'firstBallot' as const }]
    expect(mergedOnto(wanted, campaignWith({ frozen })).plan).toEqual({ ...plan, name: '我写的名称' })
  })

  it('is nothing to a campaign that is new', () => {
    expect(isStale(newCampaign(plan), campaignWith({ planVersion: 9 }))).toBe(false)
  })
})

describe('a draft', () => {
  it('is untouched as its kind proposes it, and becomes another kind’s proposal', () => {
    const draft = newCampaign(plan)
    expect(isTouched(draft, NOW)).toBe(false)
    expect(isTouched({ ...draft, plan: { ...plan, name: '另一个名称' } }, NOW)).toBe(true)
    expect(ofKind(draft, 'sites', NOW).plan).toEqual(planOf('sites', NOW))
  })

  const problemsOf = (change: Partial<CampaignPlan>) =>
    draftProblems(newCampaign({ ...plan, ...change }), NOW).map(({ path }) => path)

  it.each<[string, Partial<CampaignPlan>, string[]]>([
    ['nothing', {}, []],
    ['a name too short', { name: ' 选 ' }, ['name']],
    ['an empty criterion', { criteria: ['制度明晰', ''] }, ['criteria.1']],
    ['an empty number', { rules: { ...plan.rules, listSize: UNFILLED } }, ['rules.listSize']],
    [
      'an empty weight, told once',
      { rules: withVotesWeight(plan.rules, UNFILLED) },
      ['rules.formula.votes', 'rules.formula'],
    ],
    [
      'stages that overlap',
      { stages: plan.stages.map((stage) => ({ ...stage, opensAt: NOW })) },
      ['stages.1.opensAt', 'stages.2.opensAt', 'stages.3.opensAt'],
    ],
    ['voting outside its stage', { votingOpensAt: NOW }, ['votingOpensAt']],
    [
      'an unnamed field of the form',
      {
        nomination: plan.nomination && {
          ...plan.nomination,
          fields: plan.nomination.fields.map((field) => ({ ...field, label: '' })).slice(0, 1),
        },
      },
      ['nomination.fields.0.label'],
    ],
    ['points that are not 100', { experts: { ...dropped(), winners: 3 } }, ['experts.criteria']],
  ])('with %s has its problem at its field', (_what, change, paths) => {
    expect(problemsOf(change)).toEqual(paths)
  })

  it('of a running campaign needs a reason, and leaves what has passed', () => {
    const now = inShanghai('2026-09-10T12:00:00')
    const draft = draftOfCampaign(campaignWith({ now }))
    expect(draftProblems(draft, now).map(({ path }) => path)).toEqual(['reason'])
    const [first, ...rest] = plan.stages
    const moved = { ...plan, stages: first ? [{ ...first, opensAt: first.opensAt + 1 }, ...rest] : [] }
    const told = draftProblems({ ...draft, plan: moved, reason: '调整安排' }, now)
    expect(told.map(({ path }) => path)).toEqual(['stages.0.opensAt'])
  })
})

function dropped() {
  return {
    criteria: [{ name: '总体评价', points: 90 }],
    dropHighest: 0,
    dropLowest: 0,
    tieBreaks: ['lot' as const],
  }
}

it.each([
  ['name', 'basics'],
  ['cover', 'basics'],
  ['stages.0.closesAt', 'times'],
  ['votingOpensAt', 'times'],
  ['nomination.fields.3.min', 'form'],
  ['rules.formula', 'ballot'],
  ['hasVoting', 'ballot'],
  ['experts.criteria', 'judging'],
  ['selectionGroup', 'judging'],
  ['reason', 'review'],
  ['something.new', 'review'],
])('a problem at %s is put right in %s', (path, section) => {
  expect(sectionOf(path)).toBe(section)
  expect(SECTIONS).toContain(section)
})

it('errors of the cloud stand at their fields, all others at the form', () => {
  const fields = [{ path: 'rules.listSize', message: '太大' }]
  expect(problemsOfError({ code: 'invalid_input', fields }, '')).toEqual(fields)
  const problems = [{ path: 'votingClosesAt', message: '已经结束' }]
  expect(problemsOfError({ code: 'times_fixed', problems }, '')).toEqual(problems)
  expect(problemsOfError({ code: 'photo_unreadable' }, '打不开')).toEqual([
    { path: 'cover', message: '打不开' },
  ])
  expect(problemsOfError({ code: 'changed_meanwhile' }, '别人刚刚改过')).toEqual([])
})

describe('single steps', () => {
  it('a stage comes where its kind belongs, after the one before it', () => {
    const [nomination, selection, , showcase] = plan.stages
    const without = [nomination, selection, showcase].filter((stage) => stage !== undefined)
    expect(missingStages(without)).toEqual(['expertReview'])
    const withExperts = withStage(without, 'expertReview', NOW)
    expect(withExperts.map(({ kind }) => kind)).toEqual([
      'nomination',
      'selection',
      'expertReview',
      'showcase',
    ])
    expect(withExperts[2]?.opensAt).toBe(selection?.closesAt)
    const [alone] = withStage([], 'selection', NOW)
    expect(alone?.opensAt).toBe(inShanghai('2026-08-02T00:00:00'))
    expect(isMidnight(alone?.closesAt ?? 1)).toBe(true)
  })

  it('what is chosen keeps the order of choosing', () => {
    expect(toggled(['lot'], 'moreVotes')).toEqual(['lot', 'moreVotes'])
    expect(toggled(['lot', 'moreVotes'], 'lot')).toEqual(['moreVotes'])
    expect(earlierAt(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
    expect(earlierAt(['a', 'b'], 0)).toEqual(['a', 'b'])
  })

  it('a field comes with the limits of the set, optional at first', () => {
    const fields = toggledField([], 'units')
    expect(fields).toEqual([
      { key: 'units', label: '组织规模（门责单位数）', isRequired: false, min: 15, max: 10_000 },
    ])
    expect(toggledField(fields, 'units')).toEqual([])
  })

  it('the second weight is what the first leaves', () => {
    expect(withVotesWeight(plan.rules, 70).formula).toMatchObject({ votes: 70, scores: 30 })
    expect(withVotesWeight(plan.rules, 170).formula).toMatchObject({ votes: 170, scores: 50 })
  })
})
