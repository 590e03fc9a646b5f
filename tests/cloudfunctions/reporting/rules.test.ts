import { newClock } from '../../../cloudfunctions/platform/cases/clock'
import type { CaseEntry, CaseRow } from '../../../cloudfunctions/platform/cases/rows'
import { seenSteps, shownBy } from '../../../cloudfunctions/reporting/presented'
import {
  hasRatingEnded,
  isAccepted,
  keptAnswers,
  maySee,
  needsReason,
  onDissatisfied,
  problemOf,
} from '../../../cloudfunctions/reporting/rules'
import { mostFrequent, placesNamed } from '../../../cloudfunctions/reporting/suggestions'
import { type Audience, newsOf } from '../../../cloudfunctions/reporting/telling'
import type { CategoryQuestion } from '../../../contract/cases/categories'
import { ACTS, type Act } from '../../../contract/cases/workflow'

const question = (changes: Partial<CategoryQuestion>): CategoryQuestion => ({
  questionId: 'q',
  label: '问题',
  kind: 'text',
  options: [],
  isRequired: true,
  ...changes,
})
const choice = question({ kind: 'choice', options: ['是', '否'] })
const number = question({ kind: 'number' })

describe('answers', () => {
  test.each<[string, CategoryQuestion, string | number, boolean]>([
    ['one of the options', choice, '是', true],
    ['none of the options', choice, '也许', false],
    ['a number for a choice', choice, 1, false],
    ['a line of text', question({}), '三楼', true],
    ['no text at all', question({}), '', false],
    ['a whole number', number, 3, true],
    ['part of a number', number, 1.5, false],
    ['a number as text', number, '3', false],
  ])('%s', (_what, asked, value, fits) => {
    const answers = [{ questionId: 'q', value }]
    const written = { placeCode: '310106011', description: '有', photos: [], answers }
    const problem = problemOf(written, { minPhotos: 0, questions: [asked] }, () => true)
    expect(problem?.code ?? null).toBe(fits ? null : 'answer_missing')
    const kept = fits ? [{ questionId: 'q', value, label: '问题' }] : []
    expect(keptAnswers({ questions: [asked] }, answers)).toEqual(kept)
  })

  test('what is not asked is not kept, and what need not be answered may be left out', () => {
    const answers = [{ questionId: 'gone', value: '是' }]
    const category = { minPhotos: 0, questions: [question({ isRequired: false })] }
    const written = { placeCode: '310106011', description: '有', photos: [], answers }
    expect(problemOf(written, category, () => true)).toBeNull()
    expect(keptAnswers(category, answers)).toEqual([])
  })
})

test.each<[string, number, string, string[], number | null]>([
  ['words are enough where no photo is asked for', 0, '有', [], null],
  ['a photo is enough where there are no words', 0, '', ['a'], null],
  ['something must be there', 0, '', [], 1],
  ['as many photos as are asked for', 2, '有', ['a', 'b'], null],
  ['too few', 2, '有', ['a'], 2],
  ['the same one twice is one', 2, '有', ['a', 'a'], 2],
])('of words and photos: %s', (_what, minPhotos, description, photos, min) => {
  const written = { placeCode: '310106011', description, photos, answers: [] }
  const problem = problemOf(written, { minPhotos, questions: [] }, () => true)
  expect(problem).toEqual(min === null ? null : { code: 'too_few_photos', min })
})

test.each<[string, boolean]>([
  ['310106', true],
  ['310106011', true],
  ['310106011002', true],
  ['310106011002001', true],
  ['310106999002', false],
  ['310115001', false],
])('a deployment of one district takes reports at %s: %s', (code, expected) => {
  const known = ['310106', '310106011', '310115001']
  expect(isAccepted(code, ['310106'], (each) => known.includes(each))).toBe(expected)
})

test('what is not listed is seen by those who had part in it', () => {
  expect(maySee({ isListed: true }, null)).toBe(true)
  expect(maySee({ isListed: false }, null)).toBe(false)
  for (const relation of ['reporter', 'joined', 'following'] as const)
    expect(maySee({ isListed: false }, relation)).toBe(true)
})

test('dissatisfied people say why, by a tap or in words', () => {
  expect(needsReason(2, [], '')).toBe(true)
  expect(needsReason(1, ['slow'], '')).toBe(false)
  expect(needsReason(2, [], '没弄完')).toBe(false)
  expect(needsReason(3, [], '')).toBe(false)
})

test('a rating has ended when it was not given in time, and only then', () => {
  const closed = { state: 'closed' as const, rating: null, ratingEndsAt: 1000 }
  expect(hasRatingEnded(closed, 1000)).toBe(false)
  expect(hasRatingEnded(closed, 1001)).toBe(true)
  expect(hasRatingEnded({ ...closed, state: 'dispatched' }, 1001)).toBe(false)
  const rating = { at: 1, stars: 5, reasons: [], words: '' }
  expect(hasRatingEnded({ ...closed, rating }, 1001)).toBe(false)
})

test('what waits for a person, or for WeChat, is being checked; what was hidden or taken back is hidden', () => {
  expect([null, 'checking' as const, 'underReview' as const].map(shownBy)).toEqual(Array(3).fill('checking'))
  expect(shownBy('visible')).toBe('visible')
  expect([shownBy('hidden'), shownBy('withdrawn')]).toEqual(['hidden', 'hidden'])
})

describe('places', () => {
  const districts = [
    { code: '310106', name: '静安区' },
    { code: '310105', name: '长宁区' },
    { code: '310115', name: '浦东新区' },
  ]
  const streets = [
    { code: '310106011', name: '石门二路街道' },
    { code: '310105010', name: '北新泾街道' },
    { code: '310105102', name: '新泾镇' },
    { code: '310115001', name: '石门二路街道' },
  ]
  test.each<[string, string[]]>([
    ['静安区石门二路 1 号', ['310106011', '310106']],
    ['石门二路 1 号', ['310106011', '310115001']],
    ['北新泾地铁站', ['310105010']],
    ['新泾 镇政府', ['310105102']],
    ['浦东某处', ['310115']],
    ['', []],
  ])('%s names %j', (address, codes) => {
    expect(placesNamed(address, districts, streets)).toEqual(codes)
  })

  test('the most frequent street is the first, and of equal ones the nearest', () => {
    expect(mostFrequent(['a', 'b', null, 'b', 'c'])).toEqual(['b', 'a', 'c'])
  })
})

const entry = (act: Act, changes: Partial<CaseEntry> = {}): CaseEntry => ({
  act,
  requestId: 'r',
  actor: 'dispatcher',
  by: null,
  name: null,
  at: 0,
  from: 'reported',
  state: 'reported',
  version: 1,
  words: '',
  isInternal: false,
  photos: [],
  departmentId: null,
  departmentName: '绿容所',
  deskCode: '310106011',
  stars: null,
  dueAt: 1000,
  ...changes,
})

/** As far as it is looked at here. */
const row = (history: CaseEntry[], changes: Partial<CaseRow> = {}): CaseRow =>
  ({
    _id: 'case',
    number: '261121-00001',
    categoryName: '暴露垃圾',
    state: 'dispatched',
    isOpen: true,
    clock: newClock('working', 8),
    dueAt: 1000,
    suspendedUntil: null,
    mergedInto: null,
    rating: null,
    ratingEndsAt: null,
    departmentId: null,
    toldSteps: 1,
    history,
    ...changes,
  }) as CaseRow

describe('news', () => {
  const told = (acts: Act[], audience: Audience, changes: Partial<CaseRow> = {}) =>
    newsOf(row([entry('report'), ...acts.map((act) => entry(act))], changes), audience)?.title ?? null

  test.each<[Act[], string | null, string | null]>([
    [[], null, null],
    [['accept', 'file', 'dispatch'], '已派给绿容所', '已派给绿容所'],
    [['dispatch', 'take'], '已派给绿容所', '已派给绿容所'],
    [['verify', 'close'], '已结案', '已结案'],
    [['take', 'remind', 'askExtension', 'handOver', 'decline', 'rate', 'remark'], null, null],
    [['dissatisfy'], null, '上报人不满意'],
    [['complain'], null, '上报人再次不满意'],
    [['withdraw'], null, '上报人已撤回'],
    [['handle', 'reject'], '核查没有通过', '核查没有通过'],
  ])('of %j are %s, and for others %s', (acts, toReporter, toWatchers) => {
    expect(told(acts, 'reporter')).toBe(toReporter)
    expect(told(acts, 'watcher')).toBe(toWatchers)
  })

  test('of a day that has moved without a step that says so', () => {
    const moved = row([entry('report'), entry('relocate', { dueAt: 2000 })], { dueAt: 2000 })
    expect(newsOf(moved, 'reporter')?.title).toBe('预计处理时间有变化')
    expect(newsOf(row([entry('report'), entry('relocate')]), 'reporter')).toBeNull()
  })

  test('lead to the case that it was merged into', () => {
    const merged = row([entry('report'), entry('merge')], { mergedInto: 'other', isOpen: false })
    expect(newsOf(merged, 'watcher')?.caseId).toBe('other')
  })

  test('say nothing twice that was told before', () => {
    expect(newsOf(row([entry('report'), entry('accept')], { toldSteps: 2 }), 'reporter')).toBeNull()
  })
})

test('every step but those among staff is in what people see', () => {
  const seen = seenSteps(ACTS.map((act) => entry(act))).map(({ act }) => act)
  const hidden = ACTS.filter((act) => !seen.includes(act))
  expect(hidden).toEqual(['handOver', 'askExtension', 'askSuspension', 'decline', 'remind'])
  expect(seenSteps([entry('note', { isInternal: true })])).toEqual([])
})

test('what a dissatisfied rating would do follows from what has been', () => {
  const closed = { state: 'closed' as const, ratingEndsAt: 1000, departmentId: 'd' }
  expect(onDissatisfied(row([entry('close')], closed), 500)).toBe('reopens')
  expect(onDissatisfied(row([entry('dissatisfy')], closed), 500)).toBe('supervised')
  expect(onDissatisfied(row([entry('dissatisfy'), entry('complain')], closed), 500)).toBe('recorded')
  expect(onDissatisfied(row([entry('close')], closed), 1001)).toBeNull()
})
