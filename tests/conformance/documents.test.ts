import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf, type SdkCollection } from './sdkTypes'

let cloud: CloudDatabase
const open = (name: string): SdkCollection => cloud.db.collection(name)
const by = (path: string, unique = false) => ({
  name: `by_${path}`,
  fields: [{ path, order: 1 as const }],
  unique,
})

beforeAll(async () => {
  cloud = await startCloudDatabase([
    { name: 'plain', indexes: [] },
    { name: 'ordered', indexes: [by('rank')] },
    { name: 'many', indexes: [by('number')] },
    {
      name: 'unique',
      indexes: [
        by('code', true),
        {
          name: 'pair',
          unique: true,
          fields: [
            { path: 'a', order: 1 },
            { path: 'b', order: -1 },
          ],
        },
      ],
    },
  ])
})
afterAll(() => cloud.stop())

describe('documents through the real SDK', () => {
  test('a document comes back as it was added, with dates, null, nesting and Chinese', async () => {
    const data = {
      _id: 'whole',
      名: '绿色上海',
      none: null,
      at: new Date(1700000000000),
      list: [1, { deep: [true] }],
      big: 2 ** 40,
      half: 0.5,
    }
    await open('plain').add({ data })
    expect((await open('plain').doc('whole').get()).data).toEqual(data)
  })

  test('a document without _id gets one of 32 hexadecimal digits', async () => {
    const { _id } = await open('plain').add({ data: { a: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect((await open('plain').doc(_id).get()).data).toEqual({ _id, a: 1 })
  })

  test('the number 1 and the text 1 are different ids', async () => {
    await open('plain').add({ data: { _id: 1, kind: 'number' } })
    await open('plain').add({ data: { _id: '1', kind: 'text' } })
    expect((await open('plain').doc(1).get()).data.kind).toBe('number')
    expect((await open('plain').doc('1').get()).data.kind).toBe('text')
  })

  test('serverDate is the moved clock plus its offset', async () => {
    await cloud.service.setClockOffset(3_600_000)
    await open('plain').add({
      data: { _id: 'dated', at: cloud.db.serverDate(), later: cloud.db.serverDate({ offset: 5000 }) },
    })
    await cloud.service.setClockOffset(0)
    const { at, later } = (await open('plain').doc('dated').get()).data as { at: Date; later: Date }
    expect(Math.abs(at.getTime() - Date.now() - 3_600_000)).toBeLessThan(5000)
    expect(later.getTime() - at.getTime()).toBe(5000)
  })

  test('set replaces the whole document, or creates it', async () => {
    const document = open('plain').doc('replaced')
    expect((await document.set({ data: { a: 1, b: 2 } })).stats).toEqual({ updated: 0, created: 1 })
    expect((await document.set({ data: { c: 3 } })).stats).toEqual({ updated: 1, created: 0 })
    expect((await document.get()).data).toEqual({ _id: 'replaced', c: 3 })
  })

  test('an update that changes nothing counts no update', async () => {
    await open('plain').add({ data: { _id: 'same', a: 1 } })
    expect(
      (
        await open('plain')
          .doc('same')
          .update({ data: { a: 1 } })
      ).stats.updated,
    ).toBe(0)
    expect(
      (
        await open('plain')
          .doc('same')
          .update({ data: { a: 2 } })
      ).stats.updated,
    ).toBe(1)
    expect(
      (
        await open('plain')
          .doc('absent')
          .update({ data: { a: 2 } })
      ).stats.updated,
    ).toBe(0)
  })

  test('unsorted results come in the order of insertion, also after updates', async () => {
    const ids = ['m', 'c', 'x', 'a']
    for (const _id of ids) await open('ordered').add({ data: { _id, rank: 1 } })
    await open('ordered')
      .doc('c')
      .update({ data: { touched: true } })
    expect((await open('ordered').where({ rank: 1 }).get()).data.map(({ _id }) => _id)).toEqual(ids)
    expect((await open('ordered').get()).data.map(({ _id }) => _id)).toEqual(ids)
  })

  test('paging beyond 1000 rows with skip and limit meets every row once', async () => {
    const numbers = Array.from({ length: 2300 }, (_, number) => number)
    await open('many').add({ data: numbers.map((number) => ({ number, parity: number % 2 })) })
    const seen: unknown[] = []
    for (let skip = 0; ; skip += 1000) {
      const { data } = await open('many').orderBy('number', 'desc').skip(skip).limit(1000).get()
      seen.push(...data.map(({ number }) => number))
      if (data.length < 1000) break
    }
    expect(seen).toEqual(numbers.reverse())
    expect((await open('many').get()).data).toHaveLength(100)
    expect((await open('many').limit(5000).get()).data).toHaveLength(1000)
    expect(
      (
        await open('many')
          .where({ number: cloud.db.command.gte(2000) })
          .count()
      ).total,
    ).toBe(300)
  })

  test('field keeps or leaves out fields, and slices arrays', async () => {
    await open('plain').add({ data: { _id: 'projected', a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] } })
    const document = open('plain').doc('projected')
    expect((await document.field({ a: true, 'b.c': true }).get()).data).toEqual({
      _id: 'projected',
      a: 1,
      b: { c: 2 },
    })
    expect((await document.field({ list: false, b: false }).get()).data).toEqual({ _id: 'projected', a: 1 })
  })

  test('remove deletes what matches and says how many', async () => {
    await open('plain').add({ data: [{ gone: 1 }, { gone: 1 }, { gone: 2 }] })
    expect((await open('plain').where({ gone: 1 }).remove()).stats.removed).toBe(2)
    expect((await open('plain').where({ gone: 2 }).count()).total).toBe(1)
  })
})

describe('refusals as the SDK shows them', () => {
  test('a missing collection is -502005 for get and add, and -1 with its code for aggregate', async () => {
    expect((await errorOf(open('nowhere').get())).errCode).toBe(-502005)
    expect((await errorOf(open('nowhere').add({ data: {} }))).errCode).toBe(-502005)
    expect(await errorOf(open('nowhere').aggregate().end())).toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })

  test('createCollection makes a collection that stays after a restart', async () => {
    await cloud.db.createCollection('made')
    await open('made').add({ data: { _id: 'kept' } })
    await cloud.restart()
    expect((await open('made').doc('kept').get()).data).toEqual({ _id: 'kept' })
  })

  test('a second document under one _id is E11000, and of 40 at once exactly one is added', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, caller) => open('plain').add({ data: { _id: 'raced', caller } })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
  })

  test('a unique index treats a missing field as null and tells true from 1', async () => {
    const add = (data: object) => open('unique').add({ data })
    await add({ code: true, a: 1, b: 1 })
    await add({ code: 1, a: 1, b: 2 })
    await add({ a: 1, b: 3 })
    expect((await errorOf(add({ code: null, a: 1, b: 4 }))).errMsg).toMatch(/E11000.*by_code/)
    expect((await errorOf(add({ code: 'other', a: 1, b: 2 }))).errMsg).toMatch(/E11000.*pair/)
  })

  test('an update into a taken unique value is E11000 and changes nothing', async () => {
    await open('unique').add({ data: { _id: 'first', code: 'one', a: 9, b: 1 } })
    await open('unique').add({ data: { _id: 'second', code: 'two', a: 9, b: 2 } })
    const error = await errorOf(
      open('unique')
        .doc('second')
        .update({ data: { code: 'one' } }),
    )
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
    expect((await open('unique').doc('second').get()).data.code).toBe('two')
  })

  test('one duplicate in a list of documents refuses the whole list', async () => {
    await errorOf(open('plain').add({ data: [{ _id: 'list-1' }, { _id: 'list-2' }, { _id: 'list-1' }] }))
    expect(
      (
        await open('plain')
          .where({ _id: cloud.db.command.in(['list-1', 'list-2']) })
          .count()
      ).total,
    ).toBe(0)
  })

  test.each([
    ['changing all without a query', () => open('plain').update({ data: { a: 1 } }), -501007],
    ['removing all without a query', () => open('plain').remove(), -501007],
    ['a field named constructor', () => open('plain').add({ data: { constructor: 1 } }), -502001],
    ['a field with a dollar', () => open('plain').add({ data: { $where: 1 } }), -502001],
    [
      'an unknown query operator',
      () =>
        open('plain')
          .where({ a: { $near2: 1 } })
          .get(),
      -502001,
    ],
    ['an array in a unique index', () => open('unique').add({ data: { code: [1], a: 5, b: 5 } }), -502001],
    [
      'an indexed value above 1024 bytes',
      () => open('ordered').add({ data: { rank: '长'.repeat(400) } }),
      -502001,
    ],
    [
      'an increment of text',
      async () => {
        await open('plain').add({ data: { _id: 'texted', a: 'x' } })
        await open('plain')
          .doc('texted')
          .update({ data: { a: cloud.db.command.inc(1) } })
      },
      -502001,
    ],
  ])('%s is refused', async (_, attempt, errCode) => {
    expect(await errorOf(attempt())).toMatchObject({ errCode })
  })

  test('a query by __proto__ reaches no JavaScript object', async () => {
    expect((await errorOf(open('plain').where({ '__proto__.polluted': 1 }).get())).errCode).toBe(-502001)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
