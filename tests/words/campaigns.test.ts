import { placeName } from '@contract/places/names'
import type { CampaignSummary } from '@contract/voting'
import { timeLines } from '@/words/campaigns'
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
  } as CampaignSummary
  expect(timeLines(campaign, inShanghai('2026-11-21T17:00:00'))).toEqual(lines)
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
