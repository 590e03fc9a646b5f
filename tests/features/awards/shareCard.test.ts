import type { Showcase } from '@contract/awards'
import { shareCard, shareTitle } from '@/features/awards/shareCard'

const winner = (rank: number, coverUrl: string | null) => ({
  candidateId: `c-${rank}`,
  rank,
  name: `第${rank}`,
  districtCode: '310106',
  streetName: '石门二路街道',
  summary: '一句话',
  coverUrl,
})

const showcase: Showcase = {
  campaignId: 'c',
  campaignName: '2026年度选树活动',
  kind: 'organisations',
  organiser: '上海市绿化和市容管理局',
  isDemo: false,
  winners: [winner(1, null), winner(2, 'https://files.example/2.jpg')],
  units: [],
  publishedAt: 0,
}

it('tells what there is to see', () => {
  expect(shareTitle(showcase)).toBe('2026年度选树活动：看看获评的 2 个组织')
  expect(shareTitle({ ...showcase, kind: 'sites', isDemo: true })).toBe(
    '示例：2026年度选树活动：看看获评的 2 个点位',
  )
})

it('leads to the showcase with the first photograph there is', () => {
  expect(shareCard('c', showcase)).toEqual({
    title: shareTitle(showcase),
    path: '/features/awards/pages/showcase/index?campaignId=c',
    imageUrl: 'https://files.example/2.jpg',
  })
  expect(shareCard('c', { ...showcase, winners: [winner(1, null)] })).not.toHaveProperty('imageUrl')
})

it('begs for no votes and promises nothing, whatever the campaign', () => {
  for (const kind of ['organisations', 'units', 'sites', 'cases'] as const)
    expect(shareTitle({ ...showcase, kind })).not.toMatch(/投|票|赢|奖品|红包|助力|转发|点赞/)
})

it('before anything has come the card carries the page’s plain name', () => {
  expect(shareCard('c', null)).toEqual({
    title: '成果展示',
    path: '/features/awards/pages/showcase/index?campaignId=c',
  })
})
