import {
  appeal,
  decide,
  readMediaCheck,
  versionLeftBy,
  waitedTooLong,
  withdraw,
} from '../../../cloudfunctions/moderation/rules'
import type { ContentState } from '../../../contract/moderation'

const entry = (requestId: string) => ({ at: 1, act: 'an act', by: 'machine', reason: null, requestId })
const row = (state: ContentState) => ({ state, cause: null, appeal: null, version: 3, history: [] })
const asked = { reason: '内容没有问题', basedOn: 3, requestId: 'this-request' }

describe('a decision of staff', () => {
  test.each<[ContentState, 'release' | 'hide', object]>([
    ['underReview', 'release', { changes: { state: 'visible', cause: null, reason: null } }],
    ['underReview', 'hide', { changes: { state: 'hidden', cause: 'staff', reason: asked.reason } }],
    ['hidden', 'release', { changes: { state: 'visible', cause: null, reason: null } }],
    ['hidden', 'hide', { changes: { state: 'hidden', cause: 'staff', reason: asked.reason } }],
    ['visible', 'release', { changes: { state: 'visible', cause: null, reason: null } }],
    ['visible', 'hide', { changes: { state: 'hidden', cause: 'staff', reason: asked.reason } }],
    ['checking', 'release', { refused: 'content_not_found' }],
    ['checking', 'hide', { refused: 'content_not_found' }],
    ['withdrawn', 'release', { refused: 'content_not_found' }],
    ['withdrawn', 'hide', { refused: 'content_not_found' }],
  ])('%s: %s', (state, decision, expected) => {
    expect(decide(row(state), { ...asked, decision })).toEqual(expected)
  })

  test('about an older version is told so', () => {
    const decision = { ...asked, decision: 'release', basedOn: 2 } as const
    expect(decide(row('underReview'), decision)).toEqual({ refused: 'changed_meanwhile' })
  })

  test('that has been carried out is known again, whatever came after it', () => {
    const later = { ...row('withdrawn'), history: [entry('first'), entry('this-request'), entry('last')] }
    expect(decide(later, { ...asked, decision: 'hide' })).toEqual({ repeated: true })
    expect(versionLeftBy(later.history, 'this-request')).toBe(3)
    expect(versionLeftBy(later.history, 'another-request')).toBeNull()
  })
})

describe('an appeal', () => {
  const refused = { ...row('hidden'), cause: 'machineRefuses' as const }
  const words = { reason: '请再看一看', requestId: 'this-request' }

  test('sends what the machine refused to staff, once', () => {
    expect(appeal(refused, words)).toEqual({
      changes: { state: 'underReview', cause: 'appeal', appeal: words.reason },
    })
    expect(appeal({ ...refused, appeal: '说过了' }, words)).toEqual({ refused: 'cannot_appeal' })
    expect(appeal({ ...refused, history: [entry('this-request')] }, words)).toEqual({ repeated: true })
  })

  test.each<ContentState>(['checking', 'visible', 'underReview', 'withdrawn'])(
    'is not for what is %s',
    (state) => {
      expect(appeal(row(state), words)).toEqual({ refused: 'cannot_appeal' })
    },
  )
})

test.each<[ContentState, object]>([
  ['checking', { changes: { state: 'withdrawn', cause: null } }],
  ['visible', { changes: { state: 'withdrawn', cause: null } }],
  ['underReview', { changes: { state: 'withdrawn', cause: null } }],
  ['hidden', { changes: { state: 'withdrawn', cause: null } }],
  ['withdrawn', { repeated: true }],
])('taking back what is %s', (state, expected) => {
  expect(withdraw({ state })).toEqual(expected)
})

test('words wait two minutes for the machine, pictures half an hour', () => {
  expect(waitedTooLong(10_000_000)).toEqual({ textsBefore: 9_880_000, picturesBefore: 8_200_000 })
})

describe('a message about a picture', () => {
  const trace = { trace_id: 'trace-1' }
  test.each([
    ['pass', { ...trace, errcode: 0, result: { suggest: 'pass', label: 100 } }, 'pass'],
    ['review', { ...trace, errcode: 0, result: { suggest: 'review' } }, 'review'],
    ['risky', { ...trace, errcode: 0, result: { suggest: 'risky' } }, 'risky'],
    ['no errcode', { ...trace, result: { suggest: 'pass' } }, 'pass'],
    ['an errcode', { ...trace, errcode: -1008, result: { suggest: 'pass' } }, 'none'],
    ['no result', { ...trace, errcode: 0 }, 'none'],
    ['a result of null', { ...trace, errcode: 0, result: null }, 'none'],
    ['an unknown word', { ...trace, errcode: 0, result: { suggest: 'perhaps' } }, 'none'],
  ])('with %s', (_title, message, answer) => {
    expect(readMediaCheck(message)).toEqual({ traceId: 'trace-1', answer })
  })

  test.each([[{}], [{ trace_id: '' }], [{ trace_id: 7, result: { suggest: 'pass' } }]])(
    '%j is none',
    (message) => {
      expect(readMediaCheck(message)).toBeNull()
    },
  )
})
