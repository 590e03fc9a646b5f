import { createHmac } from 'node:crypto'
import {
  codeText,
  digitsOf,
  gradeOf,
  lowerGrade,
  readCodeText,
} from '../../../contract/volunteering/presence'

test('what is scanned leads back to what was shown', () => {
  const text = codeText('series-20261128', 'out', 59_310_000, '004217')
  expect(readCodeText(` ${text}\n`)).toEqual({
    activityId: 'series-20261128',
    direction: 'out',
    step: 59_310_000,
    digits: '004217',
  })
})

test.each([
  'https://example.org',
  'GZ1.a.in.1.12345',
  'GZ1.a.over.1.123456',
  'GZ1..in.1.123456',
  'GZ2.a.in.1.123456',
])('%s is no code of ours', (text) => {
  expect(readCodeText(text)).toBeNull()
})

// RFC 4226, appendix D, counts 0 to 4; the cutting is the same for every hash.
test.each(['755224', '287082', '359152', '969429', '338314'])(
  'digits are cut as RFC 4226 says: %s',
  (digits) => {
    const count = ['755224', '287082', '359152', '969429', '338314'].indexOf(digits)
    const counter = Buffer.alloc(8)
    counter.writeUInt32BE(count, 4)
    expect(digitsOf(createHmac('sha1', '12345678901234567890').update(counter).digest())).toBe(digits)
  },
)

test.each([
  ['live', 'within', false, 'A'],
  ['live', 'within', true, 'A'],
  ['live', 'unknown', false, 'C'],
  ['live', 'unknown', true, 'B'],
  ['live', 'outside', false, 'C'],
  ['live', 'outside', true, 'B'],
  ['late', 'within', false, 'C'],
  ['late', 'within', true, 'B'],
  ['none', 'unknown', true, 'B'],
] as const)('a %s code, %s the fence, confirmed %s, is worth %s', (code, place, isConfirmed, grade) => {
  expect(gradeOf({ code, place, isConfirmed })).toBe(grade)
})

test('presence is worth no more than its weaker end', () => {
  expect([lowerGrade('A', 'B'), lowerGrade('C', 'A'), lowerGrade('A', 'A')]).toEqual(['B', 'C', 'A'])
})
