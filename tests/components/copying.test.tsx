/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { CopyButton } from '@/components/copyButton'
import { answerConsent } from '@/privacy/consent'

const setClipboardData = jest.fn((_options: { data: string }): Promise<void> => Promise.resolve())
Object.assign(Taro, { setClipboardData })

async function pressCopy({ agrees }: { agrees: boolean }): Promise<void> {
  render(<CopyButton name="账号编号" text="WJAT1TH4" />)
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '复制账号编号' }))
    answerConsent(agrees)
  })
}

const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

afterEach(() => jest.clearAllMocks())

it('copies nothing without consent', async () => {
  await pressCopy({ agrees: false })
  expect(setClipboardData).not.toHaveBeenCalled()
})

it('copies the text and says so', async () => {
  await pressCopy({ agrees: true })
  expect(setClipboardData).toHaveBeenCalledWith({ data: 'WJAT1TH4' })
  expect(toasts()).toEqual(['账号编号已复制'])
})

it('says what to do instead when the phone refuses', async () => {
  setClipboardData.mockRejectedValueOnce(new Error('refused'))
  await pressCopy({ agrees: true })
  expect(toasts()).toEqual(['没能复制，请抄下账号编号'])
})
