import { dueMoment, dueOf } from '@/features/administration/caseDue'
import { caseAfter, isThrough, leavesView } from '@/features/administration/caseNext'
import { middleOf } from '@/features/administration/casePositions'
import { proposalWords } from '@/features/administration/caseProposal'
import {
  askedOf,
  CASE_KEYS,
  type CaseFilters,
  caseTabs,
  conditionText,
  hiddenConditions,
  tabText,
  viewOf,
  waitingAtDesk,
} from '@/features/administration/caseView'
import { byWords, requestWords, staffStepWords } from '@/features/administration/caseWords'
import { categoriesFound } from '@/features/administration/categoriesFound'

const NOW = Date.UTC(2026, 10, 20, 2)
const HOUR = 3_600_000
const DAY = 24 * HOUR

const filters = (part: Partial<CaseFilters> = {}): CaseFilters => ({
  ...(Object.fromEntries(CASE_KEYS.map((key) => [key, undefined])) as CaseFilters),
  ...part,
})

it.each<[string, Partial<CaseFilters>, object]>([
  ['nothing', {}, { scope: 'desk', state: undefined, show: 'list' }],
  ['a state', { state: 'handled' }, { state: 'handled' }],
  ['a state that there is not', { state: 'lost' }, { state: undefined }],
  ['a condition and a scope', { only: 'asked', scope: 'area' }, { only: 'asked', scope: 'area' }],
  [
    'a condition that there is not',
    { only: 'odd', source: 'letter' },
    { only: undefined, source: undefined },
  ],
  ['a map', { show: 'map' }, { show: 'map' }],
])('reads %s from the address', (_name, part, view) => {
  expect(viewOf(filters(part))).toMatchObject(view)
})

it('asks the cloud for what the view says, and for nothing of the screen', () => {
  const view = viewOf(filters({ state: 'filed', show: 'map', caseId: 'case-1', source: 'hotline' }))
  expect(askedOf('310106012', view)).toEqual({
    placeCode: '310106012',
    scope: 'desk',
    state: 'filed',
    only: undefined,
    categoryId: undefined,
    departmentId: undefined,
    source: 'hotline',
  })
  expect(hiddenConditions(view)).toBe(1)
  expect(hiddenConditions(viewOf(filters({ state: 'merged', scope: 'area' })))).toBe(2)
})

const counts = { states: { reported: 3, handled: 1, closed: 9 }, overdue: 2, asked: 0 }

it('tabs say how many wait', () => {
  const texts = caseTabs.map((tab) => tabText(tab, counts))
  expect(texts).toContain('待受理 3')
  expect(texts).toContain('待派遣')
  expect(texts).toContain('已结案')
  expect(conditionText('overdue', counts)).toBe('超期 2')
  expect(conditionText('asked', counts)).toBe('有申请')
  expect(conditionText('reopened', null)).toBe('重开过')
})

it('the overview shows what waits, and leads to it', () => {
  expect(waitingAtDesk(counts)).toEqual([
    { name: '待受理', number: 3, filters: { state: 'reported' } },
    { name: '待核查', number: 1, filters: { state: 'handled' } },
    { name: '超期', number: 2, filters: { only: 'overdue' } },
  ])
  expect(waitingAtDesk({ states: {}, overdue: 0, asked: 0 })).toEqual([])
})

it.each([
  ['handling', NOW + 3 * HOUR, false, { tone: 'waiting', text: '还剩 3 小时' }],
  ['handling', NOW + 2 * DAY, false, { tone: 'plain', text: '还剩 2 天' }],
  ['handling', NOW - 2 * DAY, true, { tone: 'wrong', text: '已超期 2 天' }],
  ['reported', NOW + DAY, true, { tone: 'wrong', text: '这一步已超时' }],
  ['handled', NOW - DAY, true, { tone: 'wrong', text: '这一步已超时' }],
  ['handled', NOW + DAY, false, null],
  ['suspended', null, false, { tone: 'information', text: '挂账中，不计时' }],
  ['closed', NOW - DAY, false, null],
  ['filed', null, false, null],
] as const)('a case in state %s due at %s says how it stands', (state, dueAt, isOverdue, due) => {
  expect(dueOf({ state, dueAt, isOverdue }, NOW)).toEqual(due)
})

it('says the moment itself in the detail', () => {
  expect(dueMoment({ state: 'handling', dueAt: Date.UTC(2026, 10, 23, 7) })).toBe('11月23日 周一 15:00')
  expect(dueMoment({ state: 'suspended', dueAt: null })).toBe('挂账中，不计时')
  expect(dueMoment({ state: 'reported', dueAt: null })).toBe('没有期限')
})

it('after a case comes the one below, else the one above', () => {
  const cases = ['a', 'b'].map((caseId) => ({ caseId }))
  expect(caseAfter(cases, 'a')).toBe('b')
  expect(caseAfter(cases, 'b')).toBe('a')
  expect(caseAfter([{ caseId: 'a' }], 'a')).toBeNull()
})

it.each([
  ['it has another state than the tab', { state: 'reported' }, 'acceptFile', 'filed', true],
  ['the tab still shows it', { state: 'reported' }, 'note', 'reported', false],
  ['all states are shown', {}, 'acceptFile', 'filed', false],
  ['its request was answered', { only: 'asked' }, 'decline', 'handling', true],
] as const)('a case leaves the view or stays: %s', (_name, part, key, after, leaves) => {
  expect(leavesView(viewOf(filters(part)), key, after)).toBe(leaves)
})

it('a handler goes to the next case after handling, not after taking', () => {
  expect(isThrough('handle')).toBe(true)
  expect(isThrough('return')).toBe(true)
  expect(isThrough('take')).toBe(false)
  expect(isThrough('note')).toBe(false)
})

it('the map begins in the middle of its cases', () => {
  expect(middleOf([])).toBeNull()
  const corners = [
    { longitude: 121, latitude: 31 },
    { longitude: 122, latitude: 32 },
  ]
  expect(middleOf(corners)).toEqual({ longitude: 121.5, latitude: 31.5 })
})

const proposal = {
  how: 'desk',
  ruleName: null,
  duty: null,
  departmentId: null,
  departmentName: null,
} as const

it('says where a case would go, and why', () => {
  expect(proposalWords(proposal).title).toBe('没有建议，请你决定')
  const department = { departmentId: 'org-1', departmentName: '示例绿容所' }
  expect(proposalWords({ ...proposal, ...department, how: 'rule', ruleName: '夜间垃圾' })).toEqual({
    title: '建议派给示例绿容所',
    line: '按派遣规则“夜间垃圾”',
  })
  expect(proposalWords({ ...proposal, ...department, how: 'duty', duty: 'greening' }).line).toBe(
    '按职责分工：绿容所',
  )
  expect(proposalWords({ ...proposal, how: 'duty', duty: 'greening' }).line).toContain('还没有指定单位')
})

it('tells the course in the words of the field', () => {
  expect(staffStepWords({ act: 'dispatch', departmentName: '示例绿容所', stars: null })).toBe(
    '派遣给示例绿容所',
  )
  expect(staffStepWords({ act: 'dissatisfy', departmentName: null, stars: 1 })).toContain('1 星')
  expect(byWords({ by: 'dispatcher', name: '示例甲', departmentName: null })).toBe('示例甲（城运中心）')
  expect(byWords({ by: 'handler', name: '示例乙', departmentName: '示例绿容所' })).toBe(
    '示例乙（示例绿容所）',
  )
  expect(byWords({ by: 'reporter', name: null, departmentName: null })).toBe('上报人')
  expect(requestWords({ kind: 'extension', reason: '', hours: 8, until: null, at: 0 })).toBe(
    '申请延期 8 小时',
  )
  expect(requestWords({ kind: 'suspension', reason: '', hours: null, until: NOW, at: 0 })).toBe(
    '申请挂账到11月20日',
  )
})

it('finds a category by another word for it', () => {
  const categories = [
    { name: '暴露垃圾', description: '成堆的垃圾', words: ['脏'] },
    { name: '乱停车', description: '', words: ['违停'] },
  ]
  expect(categoriesFound(categories, '违停').map(({ name }) => name)).toEqual(['乱停车'])
  expect(categoriesFound(categories, ' ')).toHaveLength(2)
})
