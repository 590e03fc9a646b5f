import { planOf } from '@contract/campaignPresets'
import { CAMPAIGN_KINDS, type ListFormula, type TieBreak, type VotingRules } from '@contract/campaigns'
import {
  ballotSentences,
  formulaExample,
  judgingSentences,
  listSentences,
  nominationSentences,
  riskSentences,
} from '@/words/plan'
import { changeWords, frozenSentence, nowSentence } from '@/words/planChanges'
import { chaptersOf } from '@/words/planChapters'

const inShanghai = (words: string) => Date.parse(`${words}+08:00`)
const plan = planOf('organisations', inShanghai('2026-08-01T12:00:00'))
const rules = (changes: Partial<VotingRules>): VotingRules => ({ ...plan.rules, ...changes })

describe('how to vote', () => {
  it.each<[Partial<VotingRules>, string]>([
    [{ period: 'once' }, '每人一票，一次活动投一次，提交后不能修改。'],
    [{ period: 'daily' }, '每人每天一票，每天都可以投，提交后不能修改。'],
    [{ choices: { min: 1, max: 3 } }, '每张选票最多选 3 个组织。'],
    [{ choices: { min: 2, max: 3 } }, '每张选票选 2 至 3 个组织。'],
    [{ choices: { min: 3, max: 3 } }, '每张选票选 3 个组织。'],
    [{ identity: 'phone' }, '投票前要验证手机号，一个手机号投一票。'],
    [{ identity: 'wechat' }, '一个微信号投一票。'],
    [{ runningCounts: 'hidden' }, '投票期间谁也看不到票数，工作人员也看不到。投票结束、清点和确认以后公布。'],
    [{ runningCounts: 'public' }, '投票期间就公开票数。'],
  ])('%j is said as %s', (changes, words) => {
    expect(ballotSentences({ kind: 'organisations', rules: rules(changes) })).toContain(words)
  })

  it('calls entries by the campaign’s kind', () => {
    const said = ballotSentences({ kind: 'sites', rules: rules({ choices: { min: 1, max: 3 } }) })
    expect(said).toContain('每张选票最多选 3 个点位。')
  })
})

describe('how the list is made', () => {
  const byVotes: ListFormula = { votes: 100, scores: 0, voteScale: 'shareOfMost' }
  const tied = (tieBreaks: TieBreak[], formula = byVotes) =>
    listSentences({ kind: 'organisations', rules: rules({ tieBreaks, formula, listSize: 15 }) })

  it.each<[TieBreak[], string]>([
    [['earliestRegistration'], '票数相同时看谁登记早。'],
    [['earliestRegistration', 'lot'], '票数相同时先看谁登记早，再按事先公开的抽签方法排序。'],
    [['lot'], '票数相同时按事先公开的抽签方法排序。'],
  ])('by votes alone, equals by %j', (tieBreaks, words) => {
    expect(tied(tieBreaks)).toEqual(['得票最多的 15 个组织进入候选名单。', words])
  })

  it('by weights, with the arithmetic in an example', () => {
    const said = tied(['moreVotes', 'higherScore', 'lot'], {
      votes: 60,
      scores: 40,
      voteScale: 'shareOfMost',
    })
    expect(said[0]).toBe('总分最高的 15 个组织进入候选名单。总分 = 投票得分 × 60% + 工作小组评分 × 40%。')
    expect(said.at(-1)).toBe('总分相同时先看谁票数多，再看谁的工作小组评分高，再按事先公开的抽签方法排序。')
  })

  it.each<[ListFormula, string]>([
    [
      { votes: 60, scores: 40, voteScale: 'shareOfMost' },
      '例如：最高票数 1,000，某个组织 800 票，投票得分 800 ÷ 1,000 × 100 = 80；工作小组评分 90；总分 80 × 60% + 90 × 40% = 84。',
    ],
    [
      { votes: 33, scores: 67, voteScale: 'byRank' },
      '例如：20 个组织中票数排第 5，投票得分 (20 − 5 + 1) ÷ 20 × 100 = 80；工作小组评分 90；总分 80 × 33% + 90 × 67% = 86.7。',
    ],
  ])('%j: %s', (formula, words) => {
    expect(formulaExample(formula, '组织')).toBe(words)
  })
})

describe('what WeChat’s risk rank does', () => {
  it('cites WeChat’s own rule beside the campaign’s', () => {
    const said = riskSentences({ rank3: 'pending', rank4: 'notCounted', asksRanks1And2: true }).join('')
    expect(said).toContain('等级 3 的选票先保存，由两名工作人员核查以后决定是否计入；等级 4 的选票不计入。')
    expect(said).toContain('微信自己对榜单的规则是：等级 3 降权或者待核查，等级 4 不计入。')
    expect(said).toContain('要回答一个小问题')
  })

  it('asks nothing where that is not declared, and says where no rank is asked for', () => {
    const said = riskSentences({ rank3: 'counted', rank4: 'pending', asksRanks1And2: false }).join('')
    expect(said).not.toContain('小问题')
    expect(said).toContain('等级 3 的选票照常计入')
    expect(riskSentences(null)).toEqual(['不查询微信的账号风险等级，每张选票都计入。'])
  })
})

it.each([
  [1, 1, '去掉 1 个最高分和 1 个最低分，其余评分的平均分就是得分。'],
  [2, 0, '去掉 2 个最高分，其余评分的平均分就是得分。'],
  [0, 0, '得分是全部评分的平均分。'],
])('dropping %i highest and %i lowest is said as %s', (dropHighest, dropLowest, words) => {
  const criteria = [{ name: '工作实绩', points: 100 }]
  const said = judgingSentences({ criteria, dropHighest, dropLowest, tieBreaks: ['firstCriterion', 'lot'] })
  expect(said[0]).toBe('每位评委按 1 项打分，满分 100 分：工作实绩 100 分。')
  expect(said[1]).toBe(words)
  expect(said[2]).toBe('得分相同时先看谁的第一项评分高，再按抽签排序。')
})

it('says what is asked of a nomination, with its limits and quotas', () => {
  const { nomination } = plan
  if (!nomination) throw new Error('organisations are nominated')
  const districts = [{ placeCode: '310106', quota: 3 }]
  const departments = [{ organisationId: 'O', name: '市水务局', quota: 1 }]
  const quotas = { perDistrict: 2, districts, departments }
  expect(nominationSentences({ ...nomination, quotas }, 'organisations')).toEqual([
    '申报渠道：街镇和行业推选、社会推荐、组织自荐。',
    '要填写：名称、地区、一句话介绍、成立时间、组织规模（门责单位数）（不少于 15）、组织负责人、联系方式、工作实绩（1,000 至 1,500 字）。',
    '可以填写：所获荣誉、备注。',
    '照片 6 至 8 张（集体照至少 2 张，工作照至少 2 张，街面实效照至少 2 张），每张不小于 2480×3425 像素。',
    '各区初审，每个区最多推荐 2 个；另有规定的：静安区 3 个、市水务局 1 个。',
  ])
})

it('says what is frozen since when and why, and what was changed', () => {
  const since = inShanghai('2026-11-16T09:05:00')
  expect(frozenSentence({ part: 'ballot', since, because: 'firstBallot' })).toBe(
    '投票规则：已经有人投票，从 11月16日 周一 09:05 起不能再改。',
  )
  expect(changeWords({ at: since, parts: ['words', 'stages'], reason: '名称有误' })).toBe(
    '修改了名称和介绍、阶段和时间',
  )
})

it.each([
  ['2026-08-20T12:00:00', '9月1日 开始“选树申报”。'],
  ['2025-12-20T12:00:00', '2026年9月1日 开始“选树申报”。'],
  ['2026-10-15T23:00:00', '现在是“选树申报”，到 10月15日 为止。'],
  ['2026-10-16T00:00:00', '现在是“推选审定”，到 11月15日 为止。'],
  ['2027-01-01T00:00:00', '这次活动已经结束。'],
])('at %s: %s', (moment, words) => {
  expect(nowSentence(plan.stages, inShanghai(moment))).toBe(words)
})

describe.each(CAMPAIGN_KINDS)('the plan of %s in words', (kind) => {
  const chapters = chaptersOf(planOf(kind, inShanghai('2026-08-01T12:00:00')))

  it('has a sentence in every chapter, each ended once, none twice', () => {
    for (const { sentences } of chapters) {
      expect(sentences.length).toBeGreaterThan(0)
      expect(new Set(sentences).size).toBe(sentences.length)
      for (const sentence of sentences) expect(sentence).toMatch(/[^。]。$/)
    }
  })

  it('speaks of organisations only where they are meant', () => {
    const said = JSON.stringify(chapters)
    if (kind === 'sites' || kind === 'cases') expect(said).not.toContain('组织')
  })
})

it('without voting there is nothing about lists and risk', () => {
  const chapters = chaptersOf({ ...plan, hasVoting: false })
  expect(chapters.map(({ key }) => key)).toEqual(['nomination', 'ballot', 'selectionGroup', 'experts'])
  expect(chapters[1]?.sentences).toEqual(['这次活动不设市民投票。'])
})
