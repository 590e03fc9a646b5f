/** @jest-environment jsdom */

import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { setCareMode } from '@/components/appearance'
import { Page } from '@/components/page'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

const pages = jest.mocked(Taro.getCurrentPages)

describe('Page', () => {
  it('goes back when there is a page behind it, and home when there is none', () => {
    jest.useFakeTimers()
    render(<Page title="候选组织" />)
    pages.mockReturnValue([{}, {}] as ReturnType<typeof Taro.getCurrentPages>)
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
    jest.advanceTimersByTime(1000)
    jest.useRealTimers()
  })

  it('goes home from a page opened by a link', () => {
    pages.mockReturnValue([{}] as ReturnType<typeof Taro.getCurrentPages>)
    render(<Page title="候选组织" />)
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  it('has no way back on a tab page', () => {
    render(<Page title="首页" isTab />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('takes on care mode at once and keeps it on the phone', () => {
    const { container } = render(<Page title="首页" isTab />)
    expect(container.querySelector('.theme--care')).toBeNull()
    act(() => setCareMode(true))
    expect(container.querySelector('.theme--care')).not.toBeNull()
    expect(Taro.getStorageSync('careMode')).toBe(true)
    act(() => setCareMode(false))
    expect(container.querySelector('.theme--care')).toBeNull()
  })
})

describe('Sheet', () => {
  it('is there only while open and closes by its button or by the veil', () => {
    const onClose = jest.fn()
    const { container, rerender } = render(
      <Sheet title="确认选票" isOpen={false} onClose={onClose}>
        3 个组织
      </Sheet>,
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    rerender(
      <Sheet title="确认选票" isOpen onClose={onClose}>
        3 个组织
      </Sheet>,
    )
    expect(screen.getByRole('dialog', { name: '确认选票' }).textContent).toContain('3 个组织')
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    fireEvent.click(container.querySelector('.sheet__veil') as Element)
    expect(onClose).toHaveBeenCalledTimes(2)
  })
})

describe('showToast', () => {
  it('says the whole sentence without an icon', () => {
    showToast('已复制凭证号')
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '已复制凭证号', icon: 'none' }),
    )
  })
})
