/** @jest-environment jsdom */
import type { CasePhoto } from '@contract/cases/cases'
import type { MyReport } from '@contract/reporting'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { BeforeAfter } from '@/components/beforeAfter'
import { ReportRow } from '@/components/reportRow'
import { Waiting } from '@/components/waiting'
import { ownOutbox } from '@/outbox'
import type { Outgoing } from '@/outbox/outgoing'

jest.mock('@/outbox/send', () => ({
  send: async () => ({ ok: false, error: { code: 'no_connection' } }),
  upload: async () => ({ ok: false, error: { code: 'no_connection' } }),
}))
jest.mock('@/phone/photoFiles', () => ({ photoFiles: { drop: async () => undefined } }))

const aPhoto = (name: string): CasePhoto => ({
  photoId: name,
  listUrl: `/${name}-list.jpg`,
  pageUrl: `/${name}.jpg`,
})

describe('BeforeAfter', () => {
  it('shows what was and what became of it side by side, and large when tapped', () => {
    render(<BeforeAfter before={[aPhoto('a'), aPhoto('b')]} after={[aPhoto('c')]} noneBefore="没有照片" />)
    expect(screen.getByText('处理前')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '放大处理后的照片' }))
    expect(Taro.previewImage).toHaveBeenLastCalledWith({ current: '/c.jpg', urls: ['/c.jpg'] })
    fireEvent.click(screen.getByRole('button', { name: '放大处理前的照片' }))
    expect(Taro.previewImage).toHaveBeenLastCalledWith({ current: '/a.jpg', urls: ['/a.jpg', '/b.jpg'] })
  })

  it('says why there is none, and nothing of a state that has not come', () => {
    render(<BeforeAfter before={[]} after={[]} noneBefore="还在检查" />)
    expect(screen.getByText('还在检查')).toBeTruthy()
    expect(screen.queryByText('处理后')).toBeNull()
  })
})

const aReport = (part: Partial<MyReport> = {}): MyReport => ({
  caseId: 'C1',
  number: '261121-00001',
  categoryId: 'exposedRubbish',
  categoryName: '暴露垃圾',
  group: 'sanitation',
  state: 'handling',
  placeCode: '310106012',
  address: '示例路 1 号',
  position: null,
  isApproximate: false,
  coverUrl: null,
  afterUrl: null,
  joined: 0,
  reportedAt: Date.parse('2026-11-21T10:00:00+08:00'),
  dueAt: Date.parse('2026-11-23T17:30:00+08:00'),
  isOverdue: false,
  closedAt: null,
  mergedInto: null,
  distance: null,
  relation: 'reporter',
  waitsForRating: false,
  ...part,
})

describe('ReportRow', () => {
  it.each<[string, Partial<MyReport>, string, string]>([
    ['is being handled', {}, '示例路 1 号 · 11月23日 周一 17:30 前处理', '正在处理'],
    ['is late', { isOverdue: true }, '示例路 1 号 · 已超过承诺时间，正在催办', '正在处理'],
    [
      'waits for its rating',
      { state: 'closed', closedAt: 1, waitsForRating: true },
      '示例路 1 号 · 11月21日 上报',
      '等你评价',
    ],
    ['was joined', { relation: 'joined' }, '我也遇到 · 示例路 1 号 · 11月23日 周一 17:30 前处理', '正在处理'],
  ])('says of one that %s how far it is', (_name, part, line, state) => {
    render(<ReportRow report={aReport(part)} />)
    expect(screen.getByText(line)).toBeTruthy()
    expect(screen.getByText(state)).toBeTruthy()
  })
})

describe('Waiting', () => {
  const outgoing = (requestId: string, part: Partial<Outgoing> = {}): Outgoing => ({
    requestId,
    work: { method: 'addRemark', input: { caseId: 'C1', words: '还在' } },
    photos: [],
    title: `补充说明 ${requestId}`,
    queuedAt: 1,
    mayHaveArrived: false,
    refusal: null,
    ...part,
  })
  afterEach(() => {
    act(() => {
      for (const { requestId } of ownOutbox().read().waiting) ownOutbox().drop(requestId)
    })
  })

  it('takes no room when nothing waits', () => {
    const { container } = render(<Waiting />)
    expect(container.innerHTML).toBe('')
  })

  it('shows what waits, and throws it away only when asked twice', async () => {
    ownOutbox().add(outgoing('R1'), {})
    await ownOutbox().goOn()
    render(<Waiting />)
    expect(screen.getByText('1 条等待发送 · 有网后自动发出')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '删除：补充说明 R1' }))
    expect(screen.getByText(/它可能已经送到了/)).toBeTruthy()
    expect(ownOutbox().read().waiting).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: '确认删除' }))
    await waitFor(() => expect(screen.queryByText('1 条等待发送 · 有网后自动发出')).toBeNull())
    expect(ownOutbox().read().waiting).toHaveLength(0)
  })

  it('leads to where what was refused can be changed', () => {
    ownOutbox().add(outgoing('R2', { refusal: '这个问题已经办结，不能再补充。' }), {})
    render(<Waiting />)
    fireEvent.click(screen.getByRole('button', { name: '修改：补充说明 R2' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/reporting/pages/case/index?caseId=C1' })
  })
})
