import { type CloudDatabase, startCloudDatabase } from './cloudDatabase'
import { errorOf } from './sdkTypes'

let cloud: CloudDatabase

beforeAll(async () => {
  cloud = await startCloudDatabase(
    [
      { name: 'rows', indexes: [{ name: 'byA', unique: false, fields: [{ path: 'a', order: 1 }] }] },
      { name: 'faulty', indexes: [] },
      { name: 'counted', indexes: [] },
    ],
    {
      answerElsewhere: async ({ action }) =>
        action === 'functions.invokeFunction'
          ? { json: { data: { response_data: JSON.stringify({ greeting: 'hello' }) } } }
          : { bytes: new Uint8Array([1, 2, 3]), contentType: 'application/octet-stream' },
    },
  )
})
afterAll(() => cloud.stop())

const post = async (body: string | FormData, headers: Record<string, string> = {}) =>
  fetch(`${cloud.service.url}?env=local&seqId=1`, { method: 'POST', body, headers })
const send = async (body: object) =>
  (await (await post(JSON.stringify(body))).json()) as Record<string, unknown>

describe('the admin protocol on the wire', () => {
  test('actions of other parts reach the main thread with the token of their invocation', async () => {
    expect((await cloud.sdk.callFunction({ name: 'greet', data: { a: 1 } })).result).toEqual({
      greeting: 'hello',
    })
    const last = cloud.elsewhere.at(-1)
    expect(last).toMatchObject({ action: 'functions.invokeFunction', sessionToken: 'invocation' })
    expect(last?.parameters.function_name).toBe('greet')
  })

  test('multipart actions arrive with fields and files, and bytes go back as they are', async () => {
    const form = new FormData()
    form.set('action', 'wx.openApi')
    form.set('tcb_sessionToken', 'invocation')
    form.set('requestData', new Blob([new Uint8Array([9, 8])]), 'data')
    const response = await post(form)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(cloud.elsewhere.at(-1)).toMatchObject({ action: 'wx.openApi', sessionToken: 'invocation' })
    expect(Array.from(cloud.elsewhere.at(-1)?.multipart?.files.requestData ?? [])).toEqual([9, 8])
  })

  test.each([
    ['not JSON', 'INVALID_PARAM', 'nonsense'],
    ['an unknown action', 'DATABASE_REQUEST_FAILED', JSON.stringify({ action: 'database.dropAll' })],
    [
      'an action named __proto__',
      'DATABASE_REQUEST_FAILED',
      JSON.stringify({ action: 'database.__proto__' }),
    ],
    [
      'a collection named by a path',
      'INVALID_PARAM',
      JSON.stringify({ action: 'database.getDocument', collectionName: '../x' }),
    ],
    [
      'a query that is no EJSON',
      'DATABASE_REQUEST_FAILED',
      JSON.stringify({ action: 'database.getDocument', collectionName: 'rows', query: '{' }),
    ],
    [
      'a negative offset',
      'INVALID_PARAM',
      JSON.stringify({ action: 'database.getDocument', collectionName: 'rows', offset: -1 }),
    ],
    [
      'a document with __proto__',
      'DATABASE_REQUEST_FAILED',
      JSON.stringify({
        action: 'database.insertDocument',
        collectionName: 'rows',
        data: ['{"__proto__":{"a":1}}'],
      }),
    ],
    [
      'a decimal',
      'DATABASE_REQUEST_FAILED',
      JSON.stringify({
        action: 'database.insertDocument',
        collectionName: 'rows',
        data: ['{"a":{"$numberDecimal":"1"}}'],
      }),
    ],
    [
      'an integer beyond 2^53',
      'DATABASE_REQUEST_FAILED',
      JSON.stringify({
        action: 'database.insertDocument',
        collectionName: 'rows',
        data: ['{"a":{"$numberLong":"9007199254740993"}}'],
      }),
    ],
  ])('%s is answered with 200 and a code', async (_, code, body) => {
    const response = await post(body)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ code, requestId: expect.any(String) })
  })

  test('modifyAndReturnDoc gives the new document, or null', async () => {
    await cloud.db.collection('rows').add({ data: { _id: 'returned', n: 1 } })
    const modify = (id: string) =>
      send({
        action: 'database.modifyAndReturnDoc',
        collectionName: 'rows',
        query: JSON.stringify({ _id: id }),
        data: '{"$inc":{"n":{"$numberInt":"1"}}}',
      })
    expect((await modify('returned')).data).toEqual({ updated: 1, doc: '{"_id":"returned","n":2}' })
    expect((await modify('absent')).data).toEqual({ updated: 0, doc: null })
  })

  test('an upsert with operators starts from the fields the query names', async () => {
    const answer = await send({
      action: 'database.modifyDocument',
      collectionName: 'rows',
      queryType: 'WHERE',
      merge: true,
      upsert: true,
      multi: false,
      query: '{"key":"k"}',
      data: '{"$inc":{"n":1},"$setOnInsert":{"made":true}}',
    })
    const { upsert_id: _id } = answer.data as { upsert_id: string }
    expect((await cloud.db.collection('rows').doc(_id).get()).data).toEqual({
      _id,
      key: 'k',
      n: 1,
      made: true,
    })
  })

  test('statistics count actions by collection', async () => {
    await cloud.db.collection('counted').add({ data: { a: 1 } })
    await cloud.db.collection('counted').get()
    await cloud.db.collection('counted').get()
    const statistics = await cloud.service.statistics()
    expect(statistics['database.getDocument']?.counted).toBe(2)
    expect(statistics['database.insertDocument']?.counted).toBe(1)
  })

  test('a fault drops the chosen request before or after its write, once', async () => {
    const rows = cloud.db.collection('faulty')
    const failAfter = { action: 'database.insertDocument', collection: 'faulty', count: 2 }
    await cloud.service.setFaults({ failAfter: { ...failAfter, effect: 'dropBeforeWrite' } })
    await rows.add({ data: { _id: 'one' } })
    await errorOf(rows.add({ data: { _id: 'two' } }))
    await rows.add({ data: { _id: 'three' } })
    await cloud.service.setFaults({ failAfter: { ...failAfter, count: 1, effect: 'dropAfterWrite' } })
    await errorOf(rows.add({ data: { _id: 'four' } }))
    expect((await rows.get()).data.map(({ _id }) => _id)).toEqual(['one', 'three', 'four'])
  })
})

describe('queries without an index', () => {
  test('warn above 1,000 documents, once, with collection, fields and the index to add', async () => {
    const rows = cloud.db.collection('rows')
    await rows.add({ data: Array.from({ length: 1100 }, (_, a) => ({ a, b: a % 7, c: a })) })
    const scan = () => rows.where({ b: 3, c: cloud.db.command.gt(2000) }).get()
    await scan()
    await scan()
    await rows.where({ a: 5, b: 3 }).get()
    const warnings = cloud.warnings.filter((text) => text.includes('rows'))
    expect(warnings).toEqual([expect.stringMatching(/rows by b, c reads more than 1000 .*\{ b: 1, c: 1 \}/)])
  })

  test('are refused above 50,000 documents', async () => {
    const rows = cloud.db.collection('counted')
    for (let part = 0; part < 6; part++)
      await rows.add({
        data: Array.from({ length: 10_000 }, (_, number) => ({ number: part * 10_000 + number })),
      })
    const error = await errorOf(rows.where({ number: -1 }).get())
    expect(error).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringMatching(/counted by number.*add the index \{ number: 1 \}/),
    })
    expect((await errorOf(rows.aggregate().group({ _id: null }).end())).code).toBe('DATABASE_REQUEST_FAILED')
    expect((await rows.count()).total).toBe(60_001)
  })

  test('an index declared later is built from what is stored', async () => {
    await cloud.restart({
      collections: [
        {
          name: 'counted',
          indexes: [{ name: 'byNumber', unique: false, fields: [{ path: 'number', order: 1 }] }],
        },
      ],
    })
    const rows = cloud.db.collection('counted')
    expect((await rows.where({ number: 59_999 }).get()).data).toHaveLength(1)
    expect((await rows.orderBy('number', 'desc').limit(2).get()).data.map(({ number }) => number)).toEqual([
      59_999, 59_998,
    ])
  })
})
