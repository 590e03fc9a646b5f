import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf, type SdkCollection } from './sdkTypes'

let cloud: CloudDatabase
let rows: SdkCollection

beforeAll(async () => {
  cloud = await startCloudDatabase([
    { name: 'changed', indexes: [] },
    { name: 'rows', indexes: [{ name: 'byTag', unique: false, fields: [{ path: 'tags', order: 1 }] }] },
  ])
  rows = cloud.db.collection('rows')
  await rows.add({
    data: [
      {
        _id: 'a',
        n: 1,
        tags: ['red', 'blue'],
        who: { name: 'Li', age: 30 },
        items: [
          { k: 1, v: 2 },
          { k: 2, v: 9 },
        ],
      },
      { _id: 'b', n: 5, tags: [], who: { name: 'Wang' }, items: [1, 2] },
      { _id: 'c', n: 10, tags: 'red', at: new Date(1000), who: null },
      { _id: 'd', text: 'Hello World' },
    ],
  })
})
afterAll(() => cloud.stop())

const ids = async (query: unknown) => (await rows.where(query).get()).data.map(({ _id }) => _id).join('')

describe('query operators through the real SDK', () => {
  test('each finds what MongoDB finds', async () => {
    const _ = cloud.db.command
    expect(await ids({ n: _.gt(1) })).toBe('bc')
    expect(await ids({ n: _.gte(1).and(_.lt(10)) })).toBe('ab')
    expect(await ids({ n: _.in([1, 10]) })).toBe('ac')
    expect(await ids({ n: _.nin([1, 10]) })).toBe('bd')
    expect(await ids({ n: _.neq(5) })).toBe('acd')
    expect(await ids({ n: _.exists(false) })).toBe('d')
    expect(await ids({ n: null })).toBe('d')
    expect(await ids({ n: _.mod(5, 0) })).toBe('bc')
    expect(await ids({ tags: 'red' })).toBe('ac')
    expect(await ids({ tags: _.all(['red', 'blue']) })).toBe('a')
    expect(await ids({ tags: _.size(0) })).toBe('b')
    expect(await ids({ tags: ['red', 'blue'] })).toBe('a')
    expect(await ids({ who: { name: 'Li' } })).toBe('a')
    expect(await ids({ 'who.age': _.eq(30) })).toBe('a')
    expect(await ids({ at: new Date(1000) })).toBe('c')
    expect(await ids({ text: /^hello/i })).toBe('d')
    expect(await ids({ text: cloud.db.RegExp({ regexp: 'world', options: 'i' }) })).toBe('d')
    expect(await ids({ n: _.not(_.gt(1)) })).toBe('ad')
    expect(await ids(_.or([{ n: 1 }, { text: _.exists(true) }]))).toBe('ad')
    expect(await ids(_.nor([{ n: 1 }, { tags: 'red' }]))).toBe('bd')
    expect(await ids({ items: _.elemMatch({ k: 1, v: _.gt(1) }) })).toBe('a')
    expect(await ids({ items: _.elemMatch({ k: 1, v: 9 }) })).toBe('')
    expect(await ids({ items: _.elemMatch(_.gt(1)) })).toBe('b')
    expect(await ids({ 'items.v': 9 })).toBe('a')
    expect(await ids(_.expr(_.aggregate.gt(['$n', 4])))).toBe('bc')
  })

  test.each([
    ['full text search', { $text: { $search: 'x' } }],
    ['code', { $where: 'true' }],
    ['a JSON schema', { $jsonSchema: {} }],
  ])('%s is refused by name', async (_, query) => {
    const { errMsg } = await errorOf(rows.where(query).get())
    expect(errMsg).toContain(Object.keys(query)[0])
  })
})

describe('update operators through the real SDK', () => {
  const start = { n: 2, list: [3, 1, 2], deep: { a: 1, b: 2 }, items: [{ k: 1 }, { k: 2 }] }
  const _ = () => cloud.db.command

  test.each([
    ['set of a nested field keeps its siblings', () => ({ deep: { a: 5 } }), { deep: { a: 5, b: 2 } }],
    ['_.set replaces the whole object', () => ({ deep: _().set({ c: 1 }) }), { deep: { c: 1 } }],
    ['remove', () => ({ 'deep.a': _().remove() }), { deep: { b: 2 } }],
    ['inc', () => ({ n: _().inc(3), fresh: _().inc(1) }), { n: 5, fresh: 1 }],
    ['mul', () => ({ n: _().mul(3), fresh: _().mul(2) }), { n: 6, fresh: 0 }],
    ['min and max', () => ({ n: _().min(1), 'deep.b': _().max(7) }), { n: 1, deep: { a: 1, b: 7 } }],
    ['push', () => ({ list: _().push([9, 8]), made: _().push('x') }), { list: [3, 1, 2, 9, 8], made: ['x'] }],
    [
      'push at a position, sorted and sliced',
      () => ({ list: _().push({ each: [9], position: 1, sort: -1, slice: 3 }) }),
      { list: [9, 3, 2] },
    ],
    [
      'push sorted by a field',
      () => ({ items: _().push({ each: [{ k: 0 }], sort: { k: 1 } }) }),
      { items: [{ k: 0 }, { k: 1 }, { k: 2 }] },
    ],
    ['pop', () => ({ list: _().pop() }), { list: [3, 1] }],
    ['shift', () => ({ list: _().shift() }), { list: [1, 2] }],
    ['unshift', () => ({ list: _().unshift([7, 8]) }), { list: [7, 8, 3, 1, 2] }],
    ['pull of a value', () => ({ list: _().pull(1) }), { list: [3, 2] }],
    ['pull by an operator', () => ({ list: _().pull(_().gt(1)) }), { list: [1] }],
    ['pull of objects by a field', () => ({ items: _().pull({ k: 1 }) }), { items: [{ k: 2 }] }],
    ['pullAll', () => ({ list: _().pullAll([1, 3]) }), { list: [2] }],
    ['addToSet', () => ({ list: _().addToSet(3) }), { list: [3, 1, 2] }],
    ['addToSet of several', () => ({ list: _().addToSet({ $each: [3, 4] }) }), { list: [3, 1, 2, 4] }],
    ['rename', () => ({ n: _().rename('m') }), { m: 2, n: undefined }],
    ['bit', () => ({ n: _().bit({ or: 5 }) }), { n: 7 }],
  ])('%s', async (name, change, expected) => {
    const changed = cloud.db.collection('changed')
    await changed.doc(name).set({ data: start })
    expect((await changed.doc(name).update({ data: change() })).stats.updated).toBe(
      name === 'addToSet' ? 0 : 1,
    )
    expect((await changed.doc(name).get()).data).toEqual(
      JSON.parse(JSON.stringify({ _id: name, ...start, ...expected })),
    )
  })

  test('100 increments at once lose none', async () => {
    const changed = cloud.db.collection('changed')
    await changed.add({ data: { _id: 'counter', n: 0 } })
    await Promise.all(
      Array.from({ length: 100 }, () => changed.doc('counter').update({ data: { n: _().inc(1) } })),
    )
    expect((await changed.doc('counter').get()).data.n).toBe(100)
  })

  test.each([
    ['push to text', () => ({ text: _().push(1) })],
    ['a positional operator', () => ({ 'items.$.k': 1 })],
    ['two changes of one field', () => ({ deep: _().set({}), 'deep.a': 1 })],
    ['addToSet in a form that MongoDB does not know', () => ({ list: _().addToSet({ each: [1] }) })],
  ])('%s is refused and changes nothing', async (name, change) => {
    const changed = cloud.db.collection('changed')
    await changed.doc(name).set({ data: { ...start, text: 'x' } })
    expect((await errorOf(changed.doc(name).update({ data: change() }))).errCode).toBe(-502001)
    expect((await changed.doc(name).get()).data).toEqual({ _id: name, ...start, text: 'x' })
  })
})
