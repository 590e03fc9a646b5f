/** @jest-environment jsdom */
import type { CaseCounts } from '@contract/caseStatistics'
import { render, screen } from '@testing-library/react'
import { CaseTotals, CaseTrend, Satisfaction } from '@/components/caseNumbers'

const COUNTS: CaseCounts = {
  reported: 1200,
  refused: 3,
  closed: 10,
  inTime: 9,
  reopened: 1,
  satisfied: 3,
  dissatisfied: 1,
  unrated: 6,
  handled: 10,
  handledMinutes: 1200,
}

it('says every number with what it is a part of', () => {
  render(<CaseTotals counts={COUNTS} />)
  expect(screen.getByText('1,200')).toBeTruthy()
  expect(screen.getByText(/90% 按时处置（9 件）.*平均用时 2.0 小时/)).toBeTruthy()
})

it('draws satisfied, dissatisfied and silent apart, each with its number', () => {
  const { container } = render(<Satisfaction counts={COUNTS} />)
  const parts = [...container.querySelectorAll<HTMLElement>('.caseShares__bar > *')]
  expect(parts.map(({ style }) => style.flexGrow)).toEqual(['3', '1', '6'])
  expect(screen.getByText('没有评价 6 件')).toBeTruthy()
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('6 件没有评价（不算满意）')
})

it('leaves out a part that is nothing, and the bar where nothing is closed', () => {
  const { container, rerender } = render(<Satisfaction counts={{ ...COUNTS, dissatisfied: 0 }} />)
  expect(container.querySelectorAll('.caseShares__bar > *')).toHaveLength(2)
  rerender(<Satisfaction counts={{ ...COUNTS, closed: 0 }} />)
  expect(container.querySelector('.caseShares__bar')).toBeNull()
})

it('draws no chart of a month without a report', () => {
  render(<CaseTrend trend={[{ day: '2026-11-01', reported: 0, closed: 0 }]} />)
  expect(screen.getByText('这个月还没有上报')).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
})
