/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Page } from '@/components/page'
import { useIsWide } from '@/components/page/desk'
import { Sheet } from '@/components/sheet'
import { SplitView } from '@/components/splitView'
import { aWindow } from '../support/jest/window'

const lifted = () => document.documentElement.classList.contains('is-desk')

const split = (hasDetail: boolean) => (
  <SplitView list={<p>待办列表</p>} detail={<p>详情</p>} hasDetail={hasDetail} />
)

const shown = () => ['待办列表', '详情'].filter((words) => screen.queryByText(words))

describe('Page', () => {
  it('leaves the phone frame only while a staff page is shown', () => {
    aWindow({ isWide: true })
    const staff = render(<Page title="工作台" isWide />)
    expect(lifted()).toBe(true)
    staff.unmount()
    render(<Page title="首页" />)
    expect(lifted()).toBe(false)
  })

  it('has its navigation on a wide window only, and keeps what was typed when the window changes', () => {
    const size = aWindow({ isWide: false })
    const Typing = () => {
      const [value, setValue] = useState('')
      return <input value={value} onChange={(event) => setValue(event.target.value)} />
    }
    render(
      <Page title="工作台" isWide navigation={<p>导航</p>}>
        <Typing />
      </Page>,
    )
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '退回' } })
    expect(screen.queryByRole('navigation')).toBeNull()
    act(() => size.change(true))
    expect(screen.getByRole('navigation', { name: '工作台' }).textContent).toBe('导航')
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('退回')
  })
})

describe('SplitView', () => {
  it('shows the list or what is chosen of it on a narrow window', () => {
    aWindow({ isWide: false })
    const { rerender } = render(
      <Page title="工作台" isWide>
        {split(false)}
      </Page>,
    )
    expect(shown()).toEqual(['待办列表'])
    rerender(
      <Page title="工作台" isWide>
        {split(true)}
      </Page>,
    )
    expect(shown()).toEqual(['详情'])
  })

  it('shows both on a wide page, but one of them in the phone frame on a wide window', () => {
    aWindow({ isWide: true })
    const { rerender } = render(
      <Page title="工作台" isWide>
        {split(false)}
      </Page>,
    )
    expect(shown()).toEqual(['待办列表', '详情'])
    rerender(<Page title="工作台">{split(false)}</Page>)
    expect(shown()).toEqual(['待办列表'])
  })
})

describe('useIsWide', () => {
  it('follows the window', () => {
    const size = aWindow({ isWide: false })
    const Width = () => <p>{useIsWide() ? '宽' : '窄'}</p>
    const { container } = render(<Width />)
    expect(container.textContent).toBe('窄')
    act(() => size.change(true))
    expect(container.textContent).toBe('宽')
  })
})

describe('Sheet at the keyboard', () => {
  const Asking = ({ onClose }: { onClose: () => void }) => {
    const [isOpen, setOpen] = useState(false)
    const close = () => {
      setOpen(false)
      onClose()
    }
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          退回
        </button>
        <Sheet title="退回申请" isOpen={isOpen} onClose={close}>
          <input aria-label="原因" />
        </Sheet>
      </>
    )
  }

  it('takes the focus, closes by Escape and gives the focus back', () => {
    const onClose = jest.fn()
    render(<Asking onClose={onClose} />)
    const opener = screen.getByRole('button', { name: '退回' })
    opener.focus()
    fireEvent.click(opener)
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(document.activeElement).toBe(opener)
  })

  it('keeps Tab inside', () => {
    render(<Asking onClose={jest.fn()} />)
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    screen.getByLabelText('原因').focus()
    fireEvent.keyDown(screen.getByLabelText('原因'), { key: 'Tab' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '关闭' }))
    fireEvent.keyDown(document.body, { key: 'Tab', shiftKey: true })
    expect(document.activeElement).toBe(screen.getByLabelText('原因'))
  })

  it('closes one of two at a time, the upper first', () => {
    const lower = jest.fn()
    const upper = jest.fn()
    const { rerender } = render(<Sheet title="下" isOpen onClose={lower} />)
    rerender(
      <>
        <Sheet title="下" isOpen onClose={lower} />
        <Sheet title="上" isOpen onClose={upper} />
      </>,
    )
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([0, 1])
  })
})
