import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf, type SdkCollection } from './sdkTypes'

let cloud: CloudDatabase
let rows: SdkCollection
const lifetime = 1500

beforeAll(async () => {
  cloud = await startCloudDatabase(
    [
      { name: 'many', indexes: [] },
      {
        name: 'rows',
        indexes: [{ name: 'oneCode', unique: true, fields: [{ path: 'code', order: 1 }] }],
      },
    ],
    { transactionLifetimeMilliseconds: lifetime },
  )
  rows = cloud.db.collection('rows')
})
afterAll(() => cloud.stop())

let number = 0
const newRow = async (content: object = {}): Promise<string> =>
  (await rows.add({ data: { _id: `row-${++number}`, code: `code-${number}`, n: 0, ...content } }))._id
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('transactions through the real SDK', () => {
  test('own writes are seen inside, and by others only after the commit', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    const inside = transaction.collection('rows')
    await inside.doc(id).update({ data: { n: 1 } })
    await inside.add({ data: { _id: 'inside', code: 'inside', n: 7 } })
    expect((await inside.doc(id).get()).data.n).toBe(1)
    expect((await inside.where({ n: 7 }).get()).data).toHaveLength(1)
    expect((await rows.doc(id).get()).data.n).toBe(0)
    expect((await rows.where({ n: 7 }).count()).total).toBe(0)
    await transaction.commit()
    expect((await rows.doc(id).get()).data.n).toBe(1)
    expect((await rows.doc('inside').get()).data.n).toBe(7)
  })

  test('a query sees own writes among many stored rows, without an index too', async () => {
    const many = cloud.db.collection('many')
    await many.add({ data: Array.from({ length: 450 }, (_, n) => ({ _id: `m${n}`, even: n % 2 === 0 })) })
    const transaction = await cloud.db.startTransaction()
    await transaction
      .collection('many')
      .doc('m3')
      .update({ data: { even: true } })
    await transaction.collection('many').doc('m4').remove()
    const { data } = await transaction.collection('many').where({ even: true }).limit(1000).get()
    expect(data).toHaveLength(225)
    expect(data.slice(0, 4).map(({ _id }) => _id)).toEqual(['m0', 'm2', 'm3', 'm6'])
    await transaction.rollback()
  })

  test('a rollback leaves no trace', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    await transaction.collection('rows').doc(id).remove()
    await transaction
      .collection('rows')
      .doc('never')
      .set({ data: { n: 1, code: 'never' } })
    expect((await transaction.collection('rows').where({ _id: id }).get()).data).toEqual([])
    await transaction.rollback()
    expect((await rows.doc(id).get()).data.n).toBe(0)
    expect((await rows.where({ _id: 'never' }).count()).total).toBe(0)
  })

  test('the snapshot is taken at the first operation, not at the start', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    await rows.doc(id).update({ data: { n: 1 } })
    expect((await transaction.collection('rows').doc(id).get()).data.n).toBe(1)
    await rows.doc(id).update({ data: { n: 2 } })
    expect((await transaction.collection('rows').doc(id).get()).data.n).toBe(1)
    await transaction.rollback()
  })

  test('the first writer wins; the second gets a conflict at once and its transaction is gone', async () => {
    const id = await newRow()
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await first
      .collection('rows')
      .doc(id)
      .update({ data: { n: 1 } })
    const error = await errorOf(
      second
        .collection('rows')
        .doc(id)
        .update({ data: { n: 2 } }),
    )
    expect(error).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') })
    expect((await errorOf(second.collection('rows').doc(id).get())).errMsg).toContain('TransactionNotExist')
    await first.commit()
    expect((await rows.doc(id).get()).data.n).toBe(1)
  })

  test('a row changed since the snapshot is a conflict', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    await transaction.collection('rows').doc(id).get()
    await rows.doc(id).update({ data: { n: 5 } })
    const error = await errorOf(
      transaction
        .collection('rows')
        .doc(id)
        .update({ data: { n: 6 } }),
    )
    expect(error.errMsg).toContain('TransactionConflict')
    expect((await rows.doc(id).get()).data.n).toBe(5)
  })

  test('two transactions cannot both insert one unique value', async () => {
    const [first, second] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await first.collection('rows').add({ data: { _id: 'u1', code: 'shared' } })
    expect(
      (await errorOf(second.collection('rows').add({ data: { _id: 'u2', code: 'shared' } }))).errMsg,
    ).toContain('TransactionConflict')
    await first.commit()
    const third = await cloud.db.startTransaction()
    expect(
      (await errorOf(third.collection('rows').add({ data: { _id: 'u3', code: 'shared' } }))).errMsg,
    ).toContain('E11000')
  })

  test('a plain write waits for the transaction that holds its row, then is made', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    await transaction
      .collection('rows')
      .doc(id)
      .update({ data: { n: 10 } })
    let isDone = false
    const waiting = rows
      .doc(id)
      .update({ data: { n: cloud.db.command.inc(1) } })
      .then(() => {
        isDone = true
      })
    await pause(100)
    expect(isDone).toBe(false)
    await transaction.commit()
    await waiting
    expect((await rows.doc(id).get()).data.n).toBe(11)
  })

  test('a plain insert of a row that a transaction is inserting waits and is then refused', async () => {
    const transaction = await cloud.db.startTransaction()
    await transaction.collection('rows').add({ data: { _id: 'taken', code: 'taken' } })
    const waiting = errorOf(rows.add({ data: { _id: 'taken', code: 'other' } }))
    await transaction.commit()
    expect((await waiting).errMsg).toContain('E11000')
  })

  test('after its lifetime a transaction is gone and its locks are free', async () => {
    const id = await newRow()
    const transaction = await cloud.db.startTransaction()
    await transaction
      .collection('rows')
      .doc(id)
      .update({ data: { n: 1 } })
    const started = Date.now()
    await rows.doc(id).update({ data: { n: 2 } })
    expect(Date.now() - started).toBeGreaterThan(lifetime / 2)
    expect((await errorOf(transaction.commit())).message).toContain('TransactionNotExist')
    expect((await rows.doc(id).get()).data.n).toBe(2)
  })

  test('a removed unique value may be used again in the same transaction', async () => {
    const id = await newRow({ code: 'recycled' })
    await cloud.db.runTransaction(async (transaction) => {
      await transaction.collection('rows').doc(id).remove()
      await transaction.collection('rows').add({ data: { _id: 'heir', code: 'recycled' } })
    })
    expect((await rows.where({ code: 'recycled' }).get()).data.map(({ _id }) => _id)).toEqual(['heir'])
  })

  test('contended transactions either count or conflict; none is lost and none half done', async () => {
    const [from, to] = [await newRow({ n: 100 }), await newRow({ n: 0 })]
    const move = () =>
      cloud.db.runTransaction(async (transaction) => {
        const both = transaction.collection('rows')
        const source = (await both.doc(from).get()).data.n as number
        const target = (await both.doc(to).get()).data.n as number
        await both.doc(from).update({ data: { n: source - 1 } })
        await both.doc(to).update({ data: { n: target + 1 } })
      })
    const results = await Promise.allSettled(Array.from({ length: 30 }, move))
    const moved = results.filter(({ status }) => status === 'fulfilled').length
    expect(moved).toBeGreaterThan(0)
    expect((await rows.doc(to).get()).data.n).toBe(moved)
    expect((await rows.doc(from).get()).data.n).toBe(100 - moved)
    for (const result of results)
      if (result.status === 'rejected') expect(String(result.reason.errMsg)).toContain('TransactionConflict')
  })
})
