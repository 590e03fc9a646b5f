import fc from 'fast-check'
import { update as mingoUpdate } from 'mingo'
import { readChange } from '../../../localcloud/database/updates'
import { cloneValue, type Document } from '../../../localcloud/database/values'

const apply = (document: Document, change: Document): Document => {
  const changed = cloneValue(document) as Document
  readChange(change).apply(changed, false)
  return changed
}

describe('changes to documents', () => {
  const number = fc.integer({ min: -5, max: 5 })
  const list = fc.array(number, { maxLength: 5 })
  const document = fc.record({ n: number, m: number, list, deep: fc.record({ n: number, list }) })
  const numberPath = fc.constantFrom('n', 'm', 'deep.n')
  const listPath = fc.constantFrom('list', 'deep.list')
  const one = (operator: string, path: fc.Arbitrary<string>, operand: fc.Arbitrary<unknown>) =>
    fc.tuple(path, operand).map(([name, value]) => ({ [operator]: { [name]: value } }) as Document)
  const change = fc.oneof(
    one('$set', fc.constantFrom('n', 'fresh', 'deep.fresh', 'made.deeper'), number),
    one('$unset', fc.constantFrom('n', 'absent', 'deep.n'), fc.constant('')),
    ...['$inc', '$mul', '$min', '$max'].map((operator) => one(operator, numberPath, number)),
    one('$push', listPath, number),
    one('$push', listPath, fc.record({ $each: list, $position: fc.nat(6) })),
    one('$push', listPath, fc.record({ $each: list, $sort: fc.constantFrom(1, -1) })),
    one('$pop', listPath, fc.constantFrom(1, -1)),
    one('$pull', listPath, number),
    one(
      '$pull',
      listPath,
      number.map((bound) => ({ $gt: bound })),
    ),
    one('$pullAll', listPath, list),
    one('$rename', fc.constant('n'), fc.constantFrom('renamed', 'deep.renamed')),
  )

  test('are those that mingo makes, for random documents and operators', () => {
    fc.assert(
      fc.property(document, fc.array(change, { minLength: 1, maxLength: 4 }), (start, changes) => {
        let ours = cloneValue(start as Document) as Document
        const theirs = cloneValue(start as Document) as Document
        for (const step of changes) {
          ours = apply(ours, step)
          mingoUpdate(theirs, step)
        }
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 400 },
    )
  })

  test.each<[string, Document, Document, Document]>([
    [
      'addToSet leaves doubles that are there',
      { l: [1, 1] },
      { $addToSet: { l: { $each: [1, 2, 2] } } },
      { l: [1, 1, 2] },
    ],
    ['push slices from the end', { l: [1, 2] }, { $push: { l: { $each: [3], $slice: -2 } } }, { l: [2, 3] }],
    ['push slices a new array too', {}, { $push: { l: { $each: [1, 2, 3], $slice: 2 } } }, { l: [1, 2] }],
    ['unset of an item leaves null', { l: [1, 2] }, { $unset: { 'l.0': '' } }, { l: [null, 2] }],
    ['set by index pads with null', { l: [1] }, { $set: { 'l.2': 3 } }, { l: [1, null, 3] }],
    ['set inside an item', { l: [{ a: 1 }] }, { $set: { 'l.0.a': 2 } }, { l: [{ a: 2 }] }],
    ['max compares across types', { n: 5 }, { $max: { n: 'text' } }, { n: 'text' }],
    ['setOnInsert does nothing to a stored document', { n: 1 }, { $setOnInsert: { n: 2 } }, { n: 1 }],
  ])('%s', (_, before, step, after) => {
    expect(apply(before, step)).toEqual(after)
  })

  test.each<[string, Document, Document, RegExp]>([
    ['inc of text', { n: 'x' }, { $inc: { n: 1 } }, /non-numeric/],
    ['push to a number', { n: 1 }, { $push: { n: 1 } }, /non-array/],
    ['pull from text', { n: 'x' }, { $pull: { n: 1 } }, /non-array/],
    ['a change of _id', {}, { $set: { _id: 1 } }, /immutable/],
    ['a field inside a number', { n: 1 }, { $set: { 'n.x': 1 } }, /Cannot create field/],
    ['two changes of one path', {}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, /conflict/],
    ['a positional operator', { l: [1] }, { $set: { 'l.$': 1 } }, /\$ in 'l\.\$'/],
    ['an unknown operator', {}, { $nonsense: { a: 1 } }, /\$nonsense/],
    ['an empty change', {}, {}, /no update operator/],
    ['a stored operator', {}, { $set: { a: { $gt: 1 } } }, /dollar/],
  ])('%s is refused', (_, before, step, message) => {
    expect(() => apply(before, step)).toThrow(message)
  })
})
