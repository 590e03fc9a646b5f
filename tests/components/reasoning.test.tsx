/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { ReasonSheet } from '@/components/reasonSheet'

const open = (onSend: (reason: string, requestId: string) => Promise<string | null>) =>
  render(
    <ReasonSheet
      title="停用网格"
      explanation="停用后不再使用。"
      button="停用"
      onClose={jest.fn()}
      onSend={onSend}
    />,
  )

/** Two presses closer than this are one. */
const DOUBLE_TAP_TIME = 350

const write = (reason: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: reason } })
const send = async () => {
  await act(async () => screen.getByRole('button', { name: '停用' }).click())
  jest.setSystemTime(Date.now() + DOUBLE_TAP_TIME)
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] }))
afterEach(() => jest.useRealTimers())

it('asks for a reason before anything is sent', async () => {
  const onSend = jest.fn(async () => null)
  open(onSend)
  write('重')
  await send()
  expect(screen.getByRole('alert').textContent).toBe('请写原因，至少 2 个字')
  expect(onSend).not.toHaveBeenCalled()
})

it('shows what went wrong, and sends the same reason again as the same request, another as another', async () => {
  const onSend = jest.fn(async (_reason: string, _requestId: string) => '没有连上网络')
  open(onSend)
  write('与别的网格重复')
  await send()
  expect(screen.getByRole('alert').textContent).toBe('没有连上网络')
  await send()
  write('与隔壁的网格重复')
  await send()
  const [first, again, other] = onSend.mock.calls.map(([, requestId]) => requestId)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})
