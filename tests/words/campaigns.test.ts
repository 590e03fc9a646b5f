import { placeName } from '@contract/places/names'
import type { CampaignSummary } from '@contract/voting'
import { campaignState, timeLines } from '@/words/campaigns'
import { roleWords } from '@/words/roles'

const inShanghai = (text: string) => Date.parse(`${text}+08:00`)

it.each<[CampaignSummary['votingState'], string[]]>([
  ['notOpen', ['11月16日 周一 09:00 开始投票']],
  ['open', ['还剩 9 天', '11月30日 周一 18:00 结束']],
  ['published', ['11月30日 周一 18:00 结束投票']],
])('says what time means for a campaign that is %s, one thing per line', (votingState, lines) => {
  const campaign = {
    votingState,
    votingOpensAt: inShanghai('2026-11-16T09:00:00'),
    votingClosesAt: inShanghai('2026-11-30T18:00:00'),
    nominationOpensAt: null,
    nominationClosesAt: null,
  } as CampaignSummary
  expect(timeLines(campaign, inShanghai('2026-11-21T17:00:00'))).toEqual(lines)
})

describe('before voting, and where there is none', () => {
  const campaign = (votingState: CampaignSummary['votingState']) =>
    ({
      votingState,
      votingOpensAt: inShanghai('2026-11-01T09:00:00'),
      nominationOpensAt: inShanghai('2026-09-01T00:00:00'),
      nominationClosesAt: inShanghai('2026-10-16T00:00:00'),
    }) as CampaignSummary
  it.each([
    ['notOpen', '2026-08-20T12:00:00', '还没开始', ['9月1日 开始申报', '11月1日 周日 09:00 开始投票']],
    ['notOpen', '2026-09-20T12:00:00', '正在申报', ['10月15日 申报截止', '11月1日 周日 09:00 开始投票']],
    ['notOpen', '2026-10-20T12:00:00', '还没开始', ['11月1日 周日 09:00 开始投票']],
    ['none', '2026-09-20T12:00:00', '正在申报', ['10月15日 申报截止']],
    ['none', '2026-10-20T12:00:00', '不设投票', []],
  ] as const)('%s at %s is said as %s', (votingState, moment, state, lines) => {
    const now = inShanghai(moment)
    expect(campaignState(campaign(votingState), now).text).toBe(state)
    expect(timeLines(campaign(votingState), now)).toEqual(lines)
  })
})

it.each([
  ['310000', 'administrator', '上海市管理员'],
  ['310106', 'reviewer', '静安区审核员'],
] as const)(
  'names a role after its place without saying the place’s kind twice: %s %s',
  (place, role, words) => {
    expect(`${placeName(place)}${roleWords[role]}`).toBe(words)
  },
)
