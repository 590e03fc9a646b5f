/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Badge } from '@/components/badge'
import { BigNumber } from '@/components/bigNumber'
import { EmptyState } from '@/components/emptyState'
import { ErrorState } from '@/components/errorState'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { ProgressBar } from '@/components/progressBar'
import { Skeleton } from '@/components/skeleton'
import { Timeline } from '@/components/timeline'

const shapes = (container: HTMLElement) =>
  [...container.querySelectorAll('.icon')].map((icon) => icon.className.split('icon--').pop())

describe('a state is said twice, by word and by shape', () => {
  it('in a notice', () => {
    const { container } = render(<Notice kind="warning">投票明天结束</Notice>)
    expect(screen.getByRole('status').textContent).toContain('注意')
    expect(shapes(container)).toEqual(['warning'])
  })

  it('in a badge', () => {
    const { container } = render(<Badge tone="done" text="已投票" />)
    expect(container.textContent).toBe('已投票')
    expect(shapes(container)).toEqual(['success'])
  })

  it('in a timeline', () => {
    const { container } = render(
      <Timeline
        steps={[
          { key: 'a', name: '申报', time: '9月1日 – 10月15日', state: 'done' },
          { key: 'b', name: '推选审定', time: '10月16日 – 11月15日', state: 'now' },
          { key: 'c', name: '专家评审', time: '11月16日 – 11月30日', state: 'next' },
        ]}
      />,
    )
    expect(container.textContent).toContain('推选审定 · 正在进行')
    expect(shapes(container)).toEqual(['success', 'dot', 'empty'])
  })
})

describe('ErrorState', () => {
  it('gives the sentence, the number to quote and a way on', () => {
    const onRetry = jest.fn()
    render(<ErrorState sentence="没有连上网络" requestId="r-42" onRetry={onRetry} />)
    expect(screen.getByRole('alert').textContent).toContain('没有连上网络')
    expect(screen.getByRole('alert').textContent).toContain('r-42')
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })
})

describe('EmptyState', () => {
  it('offers the way on when there is one', () => {
    const onPress = jest.fn()
    const { rerender } = render(<EmptyState reason="还没有凭证" />)
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<EmptyState reason="还没有凭证" way={{ text: '去投票', onPress }} />)
    fireEvent.click(screen.getByRole('button', { name: '去投票' }))
    expect(onPress).toHaveBeenCalledTimes(1)
  })
})

describe('Photo', () => {
  it('is named by what it shows and keeps its place when the picture fails', () => {
    const { container } = render(<Photo url="/files/a.jpg" description="志愿者清扫街面" />)
    expect(screen.getByRole('img', { name: '志愿者清扫街面' })).toBeTruthy()
    const image = container.querySelector('img')
    if (!image) throw new Error('no image')
    fireEvent.error(image)
    expect(container.querySelector('img')).toBeNull()
    expect(screen.getByRole('img', { name: '志愿者清扫街面' })).toBeTruthy()
  })
})

describe('Icon', () => {
  it('is silent beside words and named when it stands alone', () => {
    const { container, rerender } = render(<Icon name="vote" />)
    expect(container.querySelector('.icon')?.getAttribute('aria-hidden')).toBe('true')
    rerender(<Icon name="vote" label="投票" />)
    expect(screen.getByRole('img', { name: '投票' })).toBeTruthy()
  })
})

describe('ProgressBar', () => {
  it.each([
    [-1, '0%'],
    [0.256, '26%'],
    [7, '100%'],
  ])('draws %p as %s and says it in words', (progress, width) => {
    const { container } = render(<ProgressBar progress={progress} text="已清点 256 张" />)
    expect((container.querySelector('.progressBar__done') as HTMLElement).style.width).toBe(width)
    expect(screen.getByRole('progressbar', { name: '已清点 256 张' })).toBeTruthy()
  })
})

describe('Skeleton', () => {
  it('says that something is loading and has as many pieces as asked for', () => {
    const { container } = render(<Skeleton shape="row" count={3} />)
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
    expect(container.querySelectorAll('.skeleton__piece')).toHaveLength(3)
  })
})

describe('KeyValue and BigNumber', () => {
  it('show each value with its name and unit', () => {
    const { container } = render(
      <>
        <KeyValue rows={[{ key: '凭证号', value: '7K2M-Q9XA' }]} />
        <BigNumber value="3" unit="天" caption="投票还剩" />
      </>,
    )
    expect(container.textContent).toBe('凭证号7K2M-Q9XA3天投票还剩')
  })
})
