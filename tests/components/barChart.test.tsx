/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { BarChart } from '@/components/barChart'

const BARS = [
  { key: '1', label: '14:00', value: 3, isMarked: false },
  { key: '2', label: '14:10', value: 0, isMarked: false },
  { key: '3', label: '14:20', value: 43, isMarked: true },
  { key: '4', label: '14:30', value: 2, isMarked: false },
]

const show = (bars = BARS) =>
  render(
    <BarChart
      title="每 10 分钟的票数"
      bars={bars}
      baseline={{ value: 2.5, text: '平时约 2.5 票' }}
      markText="这次异常"
      valueText={(value) => `${value} 票`}
    />,
  )

const heights = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('.barChart__bar')].map(({ style }) =>
    Number.parseFloat(style.height),
  )

it('says what it shows to who cannot see it: from when to when, what is usual, and the highest', () => {
  show()
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    '每 10 分钟的票数，14:00 至 14:30，平时约 2.5 票，最高 43 票（14:20）',
  )
})

it('draws bars in proportion, none higher than the drawing, and marks the unusual by shape too', () => {
  const { container } = show()
  const [first = 0, none, highest = 0] = heights(container)
  expect(none).toBe(0)
  expect(highest).toBeLessThanOrEqual(100)
  expect(highest / first).toBeCloseTo(43 / 3)
  expect(container.querySelectorAll('.barChart__mark')).toHaveLength(1)
})

it('names the first, the last and the unusual one, so that labels never lie over each other', () => {
  const { container } = show()
  const labels = [...container.querySelectorAll('.barChart__label')].map(({ textContent }) => textContent)
  expect(labels).toEqual(['14:00', '14:20', '14:30'])
})

it('gives every number in words when asked, and takes them away again', async () => {
  jest.useFakeTimers()
  show()
  expect(screen.queryByText('43 票（这次异常）')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '看每一段的数字' }))
  expect(screen.getByText('43 票（这次异常）')).toBeTruthy()
  expect(screen.getByText('2 票')).toBeTruthy()
  await act(() => jest.advanceTimersByTimeAsync(1000))
  fireEvent.click(screen.getByRole('button', { name: '收起数字' }))
  expect(screen.queryByText('2 票')).toBeNull()
  jest.useRealTimers()
})

it('draws nothing that breaks when there is nothing', () => {
  const { container } = show(BARS.map((bar) => ({ ...bar, value: 0, isMarked: false })))
  expect(heights(container)).toEqual([0, 0, 0, 0])
})

it('says what its axes count, and how high the highest bar is, where it is asked to', () => {
  render(
    <BarChart
      title="每天上报"
      bars={BARS}
      baseline={{ value: 2.5, text: '平均每天 2.5 件' }}
      markText="最多的一天"
      valueText={(value) => `${value} 件`}
      axes={{ upwards: '上报件数', along: '日期' }}
    />,
  )
  expect(screen.getByText('上报件数，最高 43 件')).toBeTruthy()
  expect(screen.getByText('日期')).toBeTruthy()
})

it('does not name a marked bar whose words would run into those of the last', () => {
  const bars = Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    label: `第${index}天`,
    value: index,
    isMarked: index === 18,
  }))
  show(bars)
  expect(screen.getByText('第19天')).toBeTruthy()
  expect(screen.queryByText('第18天')).toBeNull()
})
