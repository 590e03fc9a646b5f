import * as v from 'valibot'
import { moveOf, type StaffAct } from '@/features/administration/caseMoves'
import { newDraft, problemsOf, type StepDraft, stepsOf } from '@/features/administration/caseSteps'
import { ACTS } from '../../../contract/cases/workflow'
import { caseStep } from '../../../contract/casework'

const NOW = Date.UTC(2026, 10, 20)
const DAY = 86_400_000
const CITIZENS: readonly string[] = ['report', 'rate', 'dissatisfy', 'complain', 'remark', 'withdraw']
const STAFF_ACTS = ACTS.filter((act): act is StaffAct => !CITIZENS.includes(act))
const nothing = newDraft({ placeCode: '310106012', address: '', position: null, asked: null })

const full: StepDraft = {
  ...nothing,
  words: ' 已经清理干净 ',
  departmentId: 'org-1',
  hours: '8',
  until: NOW + DAY,
  photos: [{ fileId: 'cloud://demo/reportUploads/2026-11/a.jpg', previewUrl: 'blob:a' }],
  categoryId: 'exposedRubbish',
  address: '示例路 1 号',
  intoCaseId: 'case-2',
  grantId: 'grant-1',
}
const known = { minPhotos: 1, now: NOW }

it.each(STAFF_ACTS)('what is filled in for %s is what the cloud asks for', (act) => {
  const move = moveOf(act)
  expect(problemsOf(move, full, known)).toEqual({})
  const [step] = stepsOf(move, full)
  expect(v.safeParse(caseStep, step).issues).toBeUndefined()
})

it.each(STAFF_ACTS)('an empty form of %s says what is missing where the cloud would refuse it', (act) => {
  const move = moveOf(act)
  const isComplete = Object.keys(problemsOf(move, nothing, known)).length === 0
  const isTaken = v.safeParse(caseStep, stepsOf(move, nothing)[0]).success
  expect(isComplete).toBe(isTaken)
})

it('of several steps the words belong to the last', () => {
  expect(stepsOf(moveOf('verifyClose'), full)).toEqual([
    { act: 'verify', words: '' },
    { act: 'close', words: '已经清理干净' },
  ])
  expect(stepsOf(moveOf('acceptFileDispatch'), full)).toEqual([
    { act: 'accept' },
    { act: 'file' },
    { act: 'dispatch', departmentId: 'org-1', words: '已经清理干净' },
  ])
})

it.each([
  ['', 1],
  ['0', 1],
  ['4.5', 1],
  ['481', 1],
  ['八', 1],
  ['8', 0],
])('%s hours have %d problems', (hours, number) => {
  const found = problemsOf(moveOf('extend'), { ...full, hours }, known)
  expect(Object.keys(found)).toHaveLength(number)
})

it('asks for as many photos as the category wants, of handling only', () => {
  const short = { minPhotos: 2, now: NOW }
  expect(problemsOf(moveOf('handle'), full, short)).toEqual({ photos: '请至少拍 2 张处置后的照片' })
  expect(problemsOf(moveOf('note'), { ...full, photos: [] }, short)).toEqual({})
})

it('a day that has passed cannot be waited for', () => {
  expect(problemsOf(moveOf('suspend'), { ...full, until: NOW - 1 }, known)).toHaveProperty('until')
})

it('begins with what the department asked for', () => {
  const asked = { kind: 'extension', reason: '下雨', hours: 16, until: null, at: NOW } as const
  expect(newDraft({ placeCode: '310106012', address: '', position: null, asked }).hours).toBe('16')
})
