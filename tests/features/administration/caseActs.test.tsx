/** @jest-environment jsdom */
import type { StaffCase } from '@contract/cases/cases'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { CaseActs } from '@/features/administration/components/cases/caseActs'

/** The cloud is played here: what it was asked, and what it is to answer next. */
interface Asked {
  method: string
  input: { basedOn?: number; steps?: object[] }
  options?: { requestId: string }
}
const asked: Asked[] = []
const answers: object[] = []
jest.mock('@/cloud/call', () => ({
  call: async (_service: string, method: string, input: Asked['input'], options?: Asked['options']) => {
    if (method === 'listTemplates') return { ok: true, value: { templates: [] } }
    asked.push({ method, input, ...(options ? { options } : {}) })
    return answers.shift()
  },
}))

const shownCase: StaffCase = {
  caseId: 'case-1',
  number: '2026112000001',
  version: 4,
  categoryId: 'exposedRubbish',
  categoryName: '暴露垃圾',
  group: 'sanitation',
  source: 'wechat',
  state: 'handled',
  placeCode: '310106012',
  address: '示例路 1 号',
  position: null,
  line: '有一堆垃圾',
  coverUrl: null,
  deskCode: '310106012',
  departmentId: 'org-1',
  departmentName: '示例环卫所',
  assigneeName: null,
  joined: 0,
  reopened: 0,
  asked: null,
  reportedAt: 1,
  dueAt: null,
  isOverdue: false,
  stars: null,
  distance: null,
  description: '有一堆垃圾',
  answers: [],
  before: [],
  steps: [],
  hasContact: false,
  mergedInto: null,
  absorbed: [],
  minAfterPhotos: 1,
  may: ['note', 'reject', 'verify', 'remind'],
  rating: null,
}

const done: string[] = []

/** A case that is another one once somebody else has changed it. */
const Shown = ({ first, then }: { first: StaffCase; then: StaffCase }) => {
  const [shown, setShown] = useState(first)
  return (
    <CaseActs
      shown={shown}
      onDone={async ({ said }) => void done.push(said)}
      onChanged={async () => setShown(then)}
    />
  )
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const dialog = () => within(screen.getByRole('dialog'))
const send = (name: string) => act(async () => void fireEvent.click(dialog().getByRole('button', { name })))
const write = (label: string, words: string) =>
  act(
    async () =>
      void fireEvent.input(dialog().getByLabelText(new RegExp(label)), { target: { value: words } }),
  )
/** Every press is a wish of its own: two taps within a moment would be one. */
let now = Date.UTC(2026, 10, 20)
jest.spyOn(Date, 'now').mockImplementation(() => {
  now += 1000
  return now
})

beforeEach(() => {
  asked.length = 0
  answers.length = 0
  done.length = 0
})

it('sends both steps of the next button in one go, and says what was done', async () => {
  render(<Shown first={shownCase} then={shownCase} />)
  await press('核查通过并结案')
  await send('核查通过并结案')
  expect(asked).toEqual([])
  dialog().getByText(/请写给上报人的回复/)
  await write('给上报人的回复', '已经清运，谢谢')
  answers.push({ ok: true, value: { version: 6, state: 'closed' } })
  await send('核查通过并结案')
  expect(asked[0]?.input).toMatchObject({
    basedOn: 4,
    steps: [{ act: 'verify' }, { act: 'close', words: '已经清运，谢谢' }],
  })
  expect(done).toEqual(['已核查通过并结案'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('keeps what was typed when somebody else was faster, and sends it for the case as it is now', async () => {
  const newer = { ...shownCase, version: 5 }
  render(<Shown first={shownCase} then={newer} />)
  await press('核查通过并结案')
  await write('给上报人的回复', '已经清运，谢谢')
  answers.push({ ok: false, error: { code: 'changed_meanwhile', state: 'handled' } })
  await send('核查通过并结案')
  dialog().getByText('这个案件刚刚有变化')
  answers.push({ ok: true, value: { version: 7, state: 'closed' } })
  await send('核查通过并结案')
  expect(asked.map(({ input }) => input.basedOn)).toEqual([4, 5])
  expect(asked[1]?.input.steps).toContainEqual({ act: 'close', words: '已经清运，谢谢' })
  expect(asked[0]?.options?.requestId).not.toBe(asked[1]?.options?.requestId)
})

it('says so when the step is no longer possible, and lends the words to another', async () => {
  const closed: StaffCase = { ...shownCase, version: 6, state: 'closed', may: ['note', 'reopen'] }
  render(<Shown first={shownCase} then={closed} />)
  await press('核查不通过')
  await write('哪里没有处置好', '还有一半没有清')
  answers.push({ ok: false, error: { code: 'changed_meanwhile', state: 'closed' } })
  await send('核查不通过')
  expect(screen.queryByRole('dialog')).toBeNull()
  screen.getByText('这个案件刚刚有变化')
  await press('更多')
  await send('重开')
  expect(dialog().getByLabelText(/重开的原因/)).toHaveProperty('value', '还有一半没有清')
})

it('sends the same words again as the same request after a lost answer', async () => {
  render(<Shown first={shownCase} then={shownCase} />)
  await press('核查不通过')
  await write('哪里没有处置好', '还有一半没有清')
  answers.push({ ok: false, error: { code: 'no_connection' } })
  await send('核查不通过')
  dialog().getByText(/没有连上网络/)
  answers.push({ ok: true, value: { version: 5, state: 'dispatched' } })
  await send('核查不通过')
  expect(asked[0]?.options?.requestId).toBe(asked[1]?.options?.requestId)
  expect(done).toEqual(['已退回部门再次处置'])
})
