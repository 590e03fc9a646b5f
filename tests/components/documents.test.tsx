/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { DocumentButton } from '@/components/documentButton'

const made = { url: 'https://files.example/a?signature=1', fileName: '材料汇编.docx' }
const followed: { href: string; download: string }[] = []

beforeAll(() => {
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push({ href: this.href, download: this.download })
  })
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined })
})
afterEach(() => {
  followed.length = 0
  jest.clearAllMocks()
})

const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

const answers = (answer: () => Promise<{ ok: boolean }>) =>
  Object.assign(globalThis, {
    fetch: jest.fn(async () => ({ ...(await answer()), blob: async () => new Blob(['docx']) })),
  })

async function press(make: Parameters<typeof DocumentButton>[0]['make']): Promise<void> {
  render(<DocumentButton words="下载材料汇编" make={make} />)
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '下载材料汇编' })))
}

it('saves the document under its own name', async () => {
  answers(async () => ({ ok: true }))
  const make = jest.fn(async () => ({ ok: true, value: made }) as const)
  await press(make)
  expect(followed).toEqual([{ href: 'blob:made', download: '材料汇编.docx' }])
  expect(make).toHaveBeenCalledWith(expect.stringMatching(/^[\w-]{16,64}$/))
  expect(toasts()).toEqual([])
})

it('follows the link where the browser may not load it by itself', async () => {
  answers(() => Promise.reject(new TypeError('Failed to fetch')))
  await press(async () => ({ ok: true, value: made }))
  expect(followed).toEqual([{ href: made.url, download: '材料汇编.docx' }])
})

it('says so when the link has ended, and saves nothing', async () => {
  answers(async () => ({ ok: false }))
  await press(async () => ({ ok: true, value: made }))
  expect(followed).toEqual([])
  expect(toasts()).toEqual(['下载地址已经过期。请再试一次。'])
})

it('says why no document was made, and can be pressed again', async () => {
  await press(async () => ({ ok: false, error: { code: 'campaign_not_found' } }))
  expect(toasts()).toEqual(['没有找到这个活动。请回到首页，从列表中打开。'])
  expect(followed).toEqual([])
  expect(screen.getByRole('button', { name: '下载材料汇编' }).getAttribute('aria-disabled')).not.toBe('true')
})
