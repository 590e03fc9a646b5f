/** @jest-environment jsdom */
import type { Result } from '@contract/result'
import Taro from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import type { CloudError } from '@/cloud/services'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'

type Reply = Result<string, CloudError>

const Screen = ({ question, ask }: { question: string; ask: () => Promise<Reply> }) => {
  const answer = useAnswer(question, ask)
  return (
    <>
      <Answered answer={answer} skeleton={<p>骨架</p>}>
        {(value) => <p>答案：{value}</p>}
      </Answered>
      <button type="button" onClick={() => void answer.refresh()}>
        刷新
      </button>
    </>
  )
}

const later = () => {
  let settle: (reply: Reply) => void = () => {}
  const reply = new Promise<Reply>((resolve) => (settle = resolve))
  return { reply, settle: (value: Reply) => act(async () => settle(value)) }
}

it('shows the skeleton until the answer is in', async () => {
  const first = later()
  render(<Screen question="a" ask={() => first.reply} />)
  expect(screen.getByText('骨架')).toBeTruthy()
  await first.settle({ ok: true, value: '一' })
  expect(screen.getByText('答案：一')).toBeTruthy()
})

it('says what failed, with the number to quote, and asks again on demand', async () => {
  const replies: Reply[] = [
    { ok: false, error: { code: 'internal', requestId: 'trace-7' } },
    { ok: true, value: '二' },
  ]
  const ask = () => Promise.resolve(replies.shift() as Reply)
  render(<Screen question="a" ask={ask} />)
  const retry = await screen.findByRole('button', { name: '再试一次' })
  expect(screen.getByRole('alert').textContent).toContain('trace-7')
  await act(async () => retry.click())
  expect(screen.getByText('答案：二')).toBeTruthy()
})

it('keeps what is on the screen when asking again fails', async () => {
  const replies: Reply[] = [
    { ok: true, value: '一' },
    { ok: false, error: { code: 'no_connection' } },
  ]
  render(<Screen question="a" ask={() => Promise.resolve(replies.shift() as Reply)} />)
  await screen.findByText('答案：一')
  await act(async () => screen.getByRole('button', { name: '刷新' }).click())
  expect(screen.getByText('答案：一')).toBeTruthy()
})

it('says nothing of failing when it is asked again and again', async () => {
  const replies: Reply[] = [
    { ok: true, value: '一' },
    { ok: false, error: { code: 'no_connection' } },
    { ok: true, value: '二' },
  ]
  const came: boolean[] = []
  const Watching = () => {
    const answer = useAnswer('a', () => Promise.resolve(replies.shift() as Reply))
    const ask = async () => came.push(await answer.refreshQuietly())
    return (
      <button type="button" onClick={ask}>
        {answer.state.status === 'ready' ? answer.state.value : ''}
      </button>
    )
  }
  render(<Watching />)
  jest.mocked(Taro.showToast).mockClear()
  const button = await screen.findByRole('button', { name: '一' })
  await act(async () => button.click())
  expect(screen.getByRole('button', { name: '一' })).toBeTruthy()
  await act(async () => button.click())
  expect(screen.getByRole('button', { name: '二' })).toBeTruthy()
  expect(came).toEqual([false, true])
  expect(Taro.showToast).not.toHaveBeenCalled()
})

it('never shows an earlier question’s answer under a later question', async () => {
  const first = later()
  const second = later()
  const { rerender } = render(<Screen question="a" ask={() => first.reply} />)
  rerender(<Screen question="b" ask={() => second.reply} />)
  await second.settle({ ok: true, value: '乙' })
  await first.settle({ ok: true, value: '甲' })
  expect(screen.getByText('答案：乙')).toBeTruthy()
})
