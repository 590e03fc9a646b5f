import { planOf } from '../../contract/campaignPresets'
import type { CampaignPlan, PlanPart } from '../../contract/campaigns'
import { CLOSING_NOTICE } from '../../contract/limits'
import { changedParts, timeProblems } from '../../contract/planChanges'

const inShanghai = (words: string) => Date.parse(`${words}+08:00`)
const HOUR = 3_600_000
const plan = planOf('organisations', inShanghai('2026-08-01T12:00:00'))
const [nomination, selection, experts, showcase] = plan.stages as [
  CampaignPlan['stages'][number],
  CampaignPlan['stages'][number],
  CampaignPlan['stages'][number],
  CampaignPlan['stages'][number],
]

describe('a change belongs to its part', () => {
  test.each<[string, Partial<CampaignPlan>, PlanPart[]]>([
    ['nothing', {}, []],
    ['the same in another order of keys', { rules: Object.assign({ risk: null }, plan.rules) }, []],
    ['name', { name: '另一个名称' }, ['words']],
    ['kind', { kind: 'sites' }, ['words']],
    ['criteria', { criteria: [] }, ['words']],
    ['a stage', { stages: [nomination] }, ['stages']],
    ['the opening of voting', { votingOpensAt: 1 }, ['stages']],
    ['the end of voting', { votingClosesAt: 1 }, ['stages']],
    ['no nomination', { nomination: null }, ['nomination']],
    ['no voting', { hasVoting: false }, ['ballot']],
    ['length of the list', { rules: { ...plan.rules, listSize: 3 } }, ['ballot']],
    [
      'a weight, deep inside',
      { rules: { ...plan.rules, formula: { ...plan.rules.formula, votes: 60 } } },
      ['ballot'],
    ],
    ['no risk rules', { rules: { ...plan.rules, risk: null } }, ['ballot']],
    ['no experts', { experts: null }, ['judging']],
    ['no selection group', { selectionGroup: null }, ['judging']],
    ['several', { experts: null, name: '另一个名称', nomination: null }, ['words', 'nomination', 'judging']],
  ])('%s', (_what, change, parts) => {
    expect(changedParts(plan, { ...plan, ...change })).toEqual(parts)
  })

  test('the winners are part of judging', () => {
    const changed = { ...plan, experts: plan.experts && { ...plan.experts, winners: 8 } }
    expect(changedParts(plan, changed)).toEqual(['judging'])
  })
})

const during = {
  nomination: '2026-09-10T12:00:00',
  voting: '2026-11-05T12:00:00',
  after: '2026-11-20T12:00:00',
}

describe('a time', () => {
  test.each<[string, keyof typeof during, Partial<CampaignPlan>, string[]]>([
    ['stays', 'after', {}, []],
    [
      'ahead moves',
      'nomination',
      { stages: [nomination, selection, experts, { ...showcase, closesAt: showcase.closesAt + HOUR }] },
      [],
    ],
    [
      'of the present stage’s end moves',
      'nomination',
      { stages: [{ ...nomination, closesAt: nomination.closesAt - HOUR }, selection, experts, showcase] },
      [],
    ],
    [
      'that has passed does not move',
      'nomination',
      { stages: [{ ...nomination, opensAt: nomination.opensAt - HOUR }, selection, experts, showcase] },
      ['stages.0.opensAt'],
    ],
    [
      'does not move into the past',
      'nomination',
      { stages: [{ ...nomination, closesAt: nomination.opensAt + HOUR }, selection, experts, showcase] },
      ['stages.0.closesAt'],
    ],
    [
      'of a stage that is over does not move',
      'voting',
      { stages: [{ ...nomination, closesAt: nomination.closesAt - HOUR }, selection, experts, showcase] },
      ['stages.0.closesAt'],
    ],
    [
      'of a new stage lies ahead',
      'voting',
      { stages: [nomination, selection, { ...experts, opensAt: selection.opensAt + HOUR }, showcase] },
      ['stages.2.opensAt'],
    ],
    [
      'belongs to its stage: a begun one is not replaced',
      'nomination',
      { stages: [{ ...nomination, kind: 'showcase' }, selection] },
      ['stages.0.kind'],
    ],
    ['belongs to its stage: a begun one is not left out', 'voting', { stages: [nomination] }, ['stages']],
    ['of a stage ahead goes with its stage', 'voting', { stages: [nomination, selection] }, []],
    [
      'of a begun stage stays under another name',
      'voting',
      { stages: [{ ...nomination, name: '推荐申报' }, selection, experts, showcase] },
      [],
    ],
    ['of opening moves while it is ahead', 'nomination', { votingOpensAt: plan.votingOpensAt + HOUR }, []],
    [
      'of opening stays once voting is open',
      'voting',
      { votingOpensAt: plan.votingOpensAt + HOUR },
      ['votingOpensAt'],
    ],
    [
      'of opening does not move into the past',
      'nomination',
      { votingOpensAt: inShanghai('2026-09-01T12:00:00') },
      ['votingOpensAt'],
    ],
    ['of closing moves while voting is open', 'voting', { votingClosesAt: plan.votingClosesAt + HOUR }, []],
    [
      'of closing stays once voting is over',
      'after',
      { votingClosesAt: plan.votingClosesAt + 30 * 24 * HOUR },
      ['votingClosesAt'],
    ],
    [
      'of voting means nothing without voting',
      'after',
      { hasVoting: false, votingOpensAt: 1, votingClosesAt: 2 },
      [],
    ],
  ])('%s', (_what, moment, change, paths) => {
    const problems = timeProblems(plan, { ...plan, ...change }, inShanghai(during[moment]))
    expect(problems.map(({ path }) => path)).toEqual(paths)
  })

  test.each([
    [CLOSING_NOTICE, []],
    [CLOSING_NOTICE - 1, ['votingClosesAt']],
  ])('of closing is told %i milliseconds before', (notice, paths) => {
    const now = inShanghai(during.voting)
    const earlier = { ...plan, votingClosesAt: now + notice }
    expect(timeProblems(plan, earlier, now).map(({ path }) => path)).toEqual(paths)
    const later = { ...plan, votingClosesAt: plan.votingClosesAt + HOUR }
    const almostOver = plan.votingClosesAt - notice
    expect(timeProblems(plan, later, almostOver).map(({ path }) => path)).toEqual(paths)
  })

  test('of voting that is new lies ahead', () => {
    const without = { ...plan, hasVoting: false }
    expect(timeProblems(without, plan, inShanghai(during.nomination))).toEqual([])
    expect(timeProblems(without, plan, inShanghai(during.after)).map(({ path }) => path)).toEqual([
      'votingOpensAt',
      'votingClosesAt',
    ])
  })
})
