/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'

let inWechat: typeof import('@/components/scanButton')

const scanCode = jest.fn((_options: object) => Promise.resolve({ result: 'GZ1.scanned' }))
Object.assign(Taro, { scanCode })

const onScan = jest.fn()
const onTrouble = jest.fn()

beforeAll(async () => {
  process.env.TARO_ENV = 'weapp'
  inWechat = await import('@/components/scanButton')
  process.env.TARO_ENV = 'h5'
})
afterEach(() => jest.clearAllMocks())

async function press(): Promise<void> {
  const { ScanButton } = inWechat
  render(
    <ScanButton otherwise="输入编号" onScan={onScan} onTrouble={onTrouble}>
      扫一扫
    </ScanButton>,
  )
  await act(async () => void fireEvent.click(screen.getByText('扫一扫')))
}

it('hands on what was scanned', async () => {
  await press()
  expect(onScan).toHaveBeenCalledWith('GZ1.scanned')
  expect(onTrouble).not.toHaveBeenCalled()
})

it('says what to do instead when nothing could be scanned', async () => {
  scanCode.mockRejectedValueOnce({ errMsg: 'scanCode:fail' })
  await press()
  expect(onTrouble).toHaveBeenCalledWith('没有扫到二维码。请再试一次，或者输入编号。')
})

it('says nothing to who has closed the scanner', async () => {
  scanCode.mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' })
  await press()
  expect(onTrouble).not.toHaveBeenCalled()
  expect(onScan).not.toHaveBeenCalled()
})
