import fc from 'fast-check'
import { keyOf, pathKeys } from '../../../localcloud/database/indexKeys'
import { compareValues } from '../../../localcloud/database/ordering'
import type { Value } from '../../../localcloud/database/values'

const scalar = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('\u0000', '\u0001', 'a', '\uffee', '😀'), maxLength: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)

describe('index keys', () => {
  test('are ordered in bytes as their values are', () => {
    fc.assert(
      fc.property(scalar, scalar, (left: Value, right: Value) => {
        expect(Math.sign(Buffer.compare(Buffer.from(keyOf(left)), Buffer.from(keyOf(right))))).toBe(
          compareValues(left, right),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('missing and null have one key; 1, true, "1" and a date have four', () => {
    expect(pathKeys({}, 'a').own).toBe(pathKeys({ a: null }, 'a').own)
    expect(pathKeys({ a: 1 }, 'a.b').own).toBe(keyOf(null))
    expect(new Set([1, true, '1', new Date(1)].map(keyOf)).size).toBe(4)
  })

  test('a path through an array gives one key per item', () => {
    const document = { items: [{ k: 1 }, { k: 2 }, { k: 1 }, {}, 5] }
    expect(pathKeys(document, 'items.k').elements.sort()).toEqual([keyOf(null), keyOf(1), keyOf(2)].sort())
  })

  test('a value above 1024 bytes is refused with its path', () => {
    expect(() => pathKeys({ a: 'x'.repeat(1024) }, 'a')).toThrow(/'a'.*1024 bytes/)
    expect(() => pathKeys({ a: 'x'.repeat(1023) }, 'a')).not.toThrow()
  })
})
