/** @jest-environment jsdom */
import { planOf } from '@contract/campaignPresets'
import { render } from '@testing-library/react'
import { PlanInWords } from '@/components/campaignPlan'
import { CampaignTimeline } from '@/components/campaignPlan/timeline'
import { DateTimeField } from '@/components/dateTimeField'

const inShanghai = (words: string) => Date.parse(`${words}+08:00`)
const plan = planOf('sites', inShanghai('2026-08-01T12:00:00'))

it('shows every chapter of a plan under its title', () => {
  const { container } = render(<PlanInWords plan={plan} />)
  const titles = [...container.querySelectorAll('.card__title')].map(({ textContent }) => textContent)
  expect(titles).toEqual(['怎样申报', '怎么投票', '怎样防止刷票', '候选名单怎样产生'])
  expect(container.textContent).toContain('每张选票最多选 10 个点位。')
})

it('shows which stage a campaign is in, and the year of another one', () => {
  const at = (moment: string) => {
    const { container } = render(<CampaignTimeline stages={plan.stages} now={inShanghai(moment)} />)
    return container.textContent
  }
  expect(at('2026-10-16T09:00:00')).toMatch(/选树申报 · 已结束9月1日 – 10月15日推选审定 · 正在进行/)
  expect(at('2025-12-01T09:00:00')).toContain('2026年9月1日 – 10月15日')
})

it('a moment that must always be there cannot be cleared', () => {
  const shown = (mayClear: boolean) => {
    const { container } = render(
      <DateTimeField
        label="开始"
        value={plan.votingOpensAt}
        mayClear={mayClear}
        onChange={() => undefined}
      />,
    )
    return container.textContent
  }
  expect(shown(true)).toContain('清除')
  expect(shown(false)).not.toContain('清除')
})
