import type { Verdict } from '../../../cloudfunctions/platform/contents/rows'
import {
  firstWords,
  isDecidable,
  judge,
  judgeFirst,
  mayAppeal,
} from '../../../cloudfunctions/platform/contents/rules'

const hidden = { state: 'hidden', cause: 'machineRefuses' }
const doubted = { state: 'underReview', cause: 'machineDoubts' }
const waiting = { state: 'checking', cause: null }
const shown = { state: 'visible', cause: null }

describe('what the machine’s verdicts make of content', () => {
  test.each<[Verdict | null, (Verdict | null)[], object]>([
    [null, [], waiting],
    ['pass', [], shown],
    ['review', [], doubted],
    ['risky', [], hidden],
    ['pass', ['pass', 'pass'], shown],
    ['pass', ['pass', null], waiting],
    [null, ['pass'], waiting],
    ['pass', ['review', null], doubted],
    ['review', [null], doubted],
    ['pass', ['pass', 'risky', null], hidden],
    ['review', ['risky'], hidden],
    ['risky', ['review', null], hidden],
    [null, ['risky'], hidden],
  ])('words %s, pictures %j', (textVerdict, verdicts, expected) => {
    const pictures = verdicts.map((verdict, index) => ({ fileId: `file-${index}`, verdict }))
    expect(judge({ textVerdict, pictures })).toEqual(expected)
  })
})

const unanswered = { state: 'underReview', cause: 'noAnswer' }

describe('what is made of content whose pictures nobody has looked at', () => {
  test.each<[Verdict | null, (string | null)[], object]>([
    ['pass', [], shown],
    ['pass', ['one', 'two'], waiting],
    ['review', ['one'], doubted],
    ['risky', ['one'], hidden],
    [null, [], unanswered],
    [null, ['one'], unanswered],
    ['pass', ['one', null], unanswered],
    ['pass', [null], unanswered],
    ['review', [null], doubted],
    ['risky', [null], hidden],
  ])('words %s, copies %j', (textVerdict, copies, expected) => {
    expect(judgeFirst(textVerdict, copies)).toEqual(expected)
  })
})

test.each([
  ['hidden', 'machineRefuses', null, true],
  ['hidden', 'machineRefuses', '请再看一看', false],
  ['hidden', 'staff', null, false],
  ['visible', null, null, false],
  ['checking', null, null, false],
  ['underReview', 'machineDoubts', null, false],
  ['underReview', 'noAnswer', null, false],
  ['withdrawn', null, null, false],
] as const)('%s by %s after the appeal %s may be appealed: %s', (state, cause, appeal, expected) => {
  expect(mayAppeal({ state, cause, appeal })).toBe(expected)
})

test.each([
  ['checking', false],
  ['visible', true],
  ['underReview', true],
  ['hidden', true],
  ['withdrawn', false],
] as const)('staff may decide about what is %s: %s', (state, expected) => {
  expect(isDecidable(state)).toBe(expected)
})

test('a long text is told by its beginning', () => {
  expect(firstWords('短')).toBe('短')
  expect(firstWords('树'.repeat(60))).toBe('树'.repeat(60))
  expect(firstWords('树'.repeat(61))).toBe(`${'树'.repeat(60)}…`)
})
