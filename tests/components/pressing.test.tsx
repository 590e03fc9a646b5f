/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, FilterChips } from '@/components/chip'
import { ListRow } from '@/components/listRow'
import { Pressable } from '@/components/pressable'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const settle = () => act(() => jest.advanceTimersByTimeAsync(1000))

describe('Pressable', () => {
  it('takes a double tap for one press', async () => {
    const onPress = jest.fn()
    render(<Pressable label="投票" onPress={onPress} />)
    fireEvent.click(screen.getByRole('button', { name: '投票' }))
    fireEvent.click(screen.getByRole('button', { name: '投票' }))
    expect(onPress).toHaveBeenCalledTimes(1)
    await settle()
    fireEvent.click(screen.getByRole('button', { name: '投票' }))
    expect(onPress).toHaveBeenCalledTimes(2)
  })

  it('counts every tap where a number is stepped', () => {
    const onPress = jest.fn()
    render(<Pressable label="加 1 分" mayRepeat onPress={onPress} />)
    for (let tap = 0; tap < 3; tap++) fireEvent.click(screen.getByRole('button'))
    expect(onPress).toHaveBeenCalledTimes(3)
  })

  it('takes no second press while the first is still at work', async () => {
    let finish = () => {}
    const onPress = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    render(<Pressable label="提交" onPress={onPress} />)
    fireEvent.click(screen.getByRole('button'))
    await settle()
    fireEvent.click(screen.getByRole('button'))
    expect(onPress).toHaveBeenCalledTimes(1)
    finish()
    await settle()
    fireEvent.click(screen.getByRole('button'))
    expect(onPress).toHaveBeenCalledTimes(2)
  })

  it('can be focused and answers to Enter and Space, and to no other key', async () => {
    const onPress = jest.fn()
    render(<Pressable label="打开" onPress={onPress} />)
    const pressable = screen.getByRole('button')
    expect(pressable.tabIndex).toBe(0)
    fireEvent.keyDown(pressable, { key: 'a' })
    expect(onPress).not.toHaveBeenCalled()
    fireEvent.keyDown(pressable, { key: 'Enter' })
    await settle()
    fireEvent.keyDown(pressable, { key: ' ' })
    expect(onPress).toHaveBeenCalledTimes(2)
  })
})

describe('Button', () => {
  it('does nothing while disabled or loading, and says so', () => {
    const onPress = jest.fn()
    const { rerender } = render(
      <Button disabled onPress={onPress}>
        提交选票
      </Button>,
    )
    fireEvent.click(screen.getByRole('button'))
    rerender(
      <Button isLoading onPress={onPress}>
        提交选票
      </Button>,
    )
    fireEvent.click(screen.getByRole('button'))
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })
    expect(onPress).not.toHaveBeenCalled()
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('Card and ListRow', () => {
  it('are buttons only when they can be pressed', () => {
    const { rerender } = render(<Card title="投票" />)
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<Card title="投票" onPress={jest.fn()} />)
    expect(screen.getByRole('button', { name: '投票' })).toBeTruthy()
    rerender(<ListRow title="隐私说明" line="我们用到的信息" />)
    expect(screen.queryByRole('button')).toBeNull()
    rerender(<ListRow title="隐私说明" line="我们用到的信息" onPress={jest.fn()} />)
    expect(screen.getByRole('button').textContent).toContain('我们用到的信息')
  })
})

describe('Chip', () => {
  it('tells a screen reader whether it is chosen', () => {
    const { rerender } = render(<Chip text="黄浦区" isChosen={false} onPress={jest.fn()} />)
    expect(screen.getByRole('checkbox', { name: '黄浦区' }).getAttribute('aria-checked')).toBe('false')
    rerender(<Chip text="黄浦区" isChosen onPress={jest.fn()} />)
    expect(screen.getByRole('checkbox', { name: '黄浦区' }).getAttribute('aria-checked')).toBe('true')
  })

  it('hands the value of the pressed one to the filter', () => {
    const onChoose = jest.fn()
    const options = [
      { value: '', text: '全部' },
      { value: '310101', text: '黄浦区' },
    ]
    render(<FilterChips options={options} chosen="" onChoose={onChoose} />)
    fireEvent.click(screen.getByRole('checkbox', { name: '黄浦区' }))
    expect(onChoose).toHaveBeenCalledWith('310101')
  })
})
