/** @jest-environment jsdom */
import type { FieldKey, FormField } from '@contract/campaigns'
import { FORM_FIELDS } from '@contract/campaigns'
import type { FormProblem, Nomination, ReviewNote } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { NominationForm } from '@/features/nominations/components/nominationForm'

/** The cloud is played here; the form and all below it are real. */
const answers: Record<string, object> = {}
const called: string[] = []
jest.mock('@/cloud/call', () => ({
  call: async (_service: string, method: string) => {
    called.push(method)
    return answers[method] ?? { ok: true, value: { places: [] } }
  },
}))

const field = (key: FieldKey): FormField => ({ key, isRequired: true, ...FORM_FIELDS[key] })
const fields = (['foundedIn', 'units', 'leader', 'phone', 'achievements'] as const).map(field)

const campaign = {
  campaignId: 'C1',
  kind: 'organisations',
  name: '示例选树',
  cityCode: '310000',
  nominationClosesAt: 1_800_000_000_000,
  hasVoting: true,
  votingOpensAt: 1_900_000_000_000,
  nomination: {
    channels: ['self'],
    fields,
    photos: { kinds: [{ kind: 'group', min: 2 }], min: 2, max: 4, shortSide: 2480, longSide: 3425 },
    quotas: { perDistrict: 1, districts: [], departments: [] },
  },
} as unknown as Campaign

let made = 0
const nomination = (changes: Partial<Nomination> = {}): Nomination => ({
  nominationId: `N${++made}`,
  campaignId: 'C1',
  campaignName: '示例选树',
  channel: 'self',
  state: 'draft',
  name: '示例会',
  placeCode: '',
  departmentId: null,
  summary: '',
  coverUrl: null,
  savedAt: 1_700_000_000_000,
  submittedAt: null,
  values: { units: 12 },
  photos: [],
  reviews: [],
  version: 1,
  mayEdit: true,
  maySubmit: true,
  mayWithdraw: true,
  ...changes,
})

const show = async (shown: Nomination, onChanged = jest.fn(async () => undefined)) => {
  const view = render(<NominationForm nomination={shown} campaign={campaign} onChanged={onChanged} />)
  await act(async () => undefined)
  return { ...view, onChanged }
}
const submit = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '提交推荐表' })))

/** Two taps that follow at once are one. */
const laterThanADoubleTap = () => {
  const later = Date.now() + 1000
  jest.spyOn(Date, 'now').mockReturnValue(later)
}

const problems: FormProblem[] = [
  { part: 'photos', message: '照片至少要 2 张，现在有 0 张' },
  { part: 'units', message: '组织规模不能少于 15，现在是 12' },
  { part: 'place', message: '请选择所属区域' },
]

afterEach(() => jest.restoreAllMocks())
beforeEach(() => {
  called.length = 0
  for (const method of Object.keys(answers)) delete answers[method]
  Element.prototype.scrollIntoView = jest.fn()
  jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
})

it('names every field, so that a screen reader can say it', async () => {
  await show(nomination())
  for (const label of ['自律组织名称', '一句话介绍', '成立时间', '组织规模（门责单位数）', '工作实绩'])
    expect(screen.getByLabelText(label)).toBeTruthy()
  expect(screen.getByRole('button', { name: '所属区域，请选择' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '添加集体照' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toMatch(/^已保存草稿/)
})

it('lists the problems in the order of the form, tells each at its place, and leads to the first', async () => {
  answers.submitNomination = { ok: false, error: { code: 'form_incomplete', problems } }
  await show(nomination())
  await submit()
  const list = screen.getByText('还不能提交，有 3 处要补充或修改').closest('[role="alert"]')
  if (!(list instanceof HTMLElement)) throw new Error('the problems are not told')
  expect(
    within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['请选择所属区域', '组织规模不能少于 15，现在是 12', '照片至少要 2 张，现在有 0 张'])
  expect(screen.getByLabelText('组织规模（门责单位数），组织规模不能少于 15，现在是 12')).toBeTruthy()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('所属区域，请选择，请选择所属区域')
})

it('no longer tells a problem that is being mended', async () => {
  answers.submitNomination = { ok: false, error: { code: 'form_incomplete', problems } }
  answers.saveNomination = { ok: true, value: { version: 2, savedAt: 1 } }
  await show(nomination())
  await submit()
  const units = screen.getByLabelText(/^组织规模/, { selector: 'input' })
  await act(async () => fireEvent.change(units, { target: { value: '20' } }))
  expect(screen.getByText('还不能提交，有 2 处要补充或修改')).toBeTruthy()
  expect(screen.getByLabelText('组织规模（门责单位数）')).toBe(units)
})

it('saves what has been typed before it hands in, and does not hand in what could not be saved', async () => {
  answers.saveNomination = { ok: false, error: { code: 'no_connection' } }
  const { onChanged } = await show(nomination())
  await act(async () => fireEvent.change(screen.getByLabelText('一句话介绍'), { target: { value: '门前' } }))
  await submit()
  expect(called).not.toContain('submitNomination')
  expect(screen.getByText(/没有连上网络，现在不能提交/)).toBeTruthy()
  answers.saveNomination = { ok: true, value: { version: 2, savedAt: 1 } }
  laterThanADoubleTap()
  answers.submitNomination = { ok: true, value: { version: 3, submittedAt: 2 } }
  await submit()
  expect(called.filter((method) => method.endsWith('mitNomination'))).toHaveLength(1)
  expect(onChanged).toHaveBeenCalledTimes(1)
})

it('shows what came back with its opinion on top, each reason at its place, and the old words', async () => {
  const note: ReviewNote = {
    at: 1_750_000_000_000,
    act: 'returned',
    opinion: '请补充数字',
    parts: [{ part: 'units', reason: '与台账不符' }],
  }
  const { container } = await show(nomination({ state: 'returned', reviews: [note] }))
  expect(screen.getByText('审核人员请你修改')).toBeTruthy()
  expect(screen.getByText('请补充数字')).toBeTruthy()
  expect(container.querySelector('#part-units')?.textContent).toContain('要修改：与台账不符')
  expect(screen.getByLabelText<HTMLInputElement>('组织规模（门责单位数）').value).toBe('12')
})
