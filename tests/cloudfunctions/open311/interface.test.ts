import { randomUUID } from 'node:crypto'
import { DEFAULT_CATALOGUE } from '../../../cloudfunctions/platform/cases/defaultCatalogue'
import { toGcj02, toWgs84 } from '../../../cloudfunctions/platform/datums'
import { aCityAdministrator, expectValue, JINGAN, SHANGHAI } from '../../support/builders'
import { addCase, closeCase, functionsWithCases, showContent, takeSteps } from '../../support/caseLoader'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aKey, type GeoErrors, type GeoReport, type GeoRequest, geoReportAt } from './georeport'

/** What everyone who speaks GeoReport v2 finds: reading and filing over HTTP, in both formats. */

const STREET = '310106011'
const SHIMEN = '静安区石门二路街道新闸路 100 号'
const PERSON = { first_name: '三丰', last_name: '张', phone: '13800138000', email: 'zhang@example.org' }

let cloud: Cloud
let administrator: Person
let city: GeoReport
let key: string
/** A category that asks nothing, and its code. */
let service: { service_code: string; service_name: string }

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithCases() })
  administrator = await aCityAdministrator(cloud)
  city = geoReportAt(cloud)
  key = await aKey(administrator, SHANGHAI)
  const { body } =
    await city.get<{ service_code: string; service_name: string; metadata: boolean }[]>('services.json')
  const plain = body.find(({ metadata }) => !metadata)
  if (!plain) throw new Error('every category asks something')
  service = plain
})
afterAll(() => cloud?.stop())

const report = (changes: Record<string, string> = {}): Record<string, string> => ({
  api_key: key,
  service_code: service.service_code,
  address_string: SHIMEN,
  description: `门前有一堆垃圾 ${randomUUID()}`,
  ...PERSON,
  ...changes,
})

async function file(changes: Record<string, string> = {}): Promise<string> {
  const { status, body } = await city.post(report(changes))
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body[0]?.service_request_id ?? ''
}

const read = async (number: string): Promise<GeoRequest> =>
  (await city.get<GeoRequest[]>(`requests/${number}.json`)).body[0] as GeoRequest

async function release(words: string): Promise<void> {
  const { contents } = expectValue(
    await administrator.moderation('listContents', { placeCode: SHANGHAI, state: 'underReview' }),
  )
  const content = contents.find(({ text }) => text.includes(words))
  expectValue(
    await administrator.moderation('decideContent', {
      contentId: content?.contentId ?? '',
      decision: 'release',
      reason: '可以公开',
      basedOn: content?.version ?? 0,
    }),
  )
}

describe('finding one’s way', () => {
  test('discovery names the address, the specification and the formats', async () => {
    const { status, body } = await city.get<{ endpoints: { url: string }[] }>('discovery.json')
    expect(status).toBe(200)
    expect(body.endpoints).toEqual([
      expect.objectContaining({
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: city.endpoint,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      }),
    ])
    const xml = await city.get<{ discovery: { endpoints: { endpoint: { formats: unknown } } } }>(
      'discovery.xml',
    )
    expect(xml.type).toBe('text/xml; charset=utf-8')
    expect(xml.body.discovery.endpoints.endpoint.formats).toEqual({
      format: ['text/xml', 'application/json'],
    })
  })

  test('pages of every origin may read, and nothing is kept by what lies between', async () => {
    const { headers, type } = await city.get('services.json')
    expect(type).toBe('application/json; charset=utf-8')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each(['nothing.json', 'services/a/b.json', 'requests', 'tokens.json', 'constructor.json', '%E0%A4%A'])(
    '%s is an address of nothing, or of XML',
    async (path) => {
      const { status, type } = await city.get(path)
      expect([status, type]).toEqual(
        path === 'requests'
          ? [200, 'text/xml; charset=utf-8']
          : [404, path.endsWith('json') ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8'],
      )
    },
  )

  test('methods of the function are still called at its own address', async () => {
    const answer = await cloud.desk().open311('listKeys', { placeCode: SHANGHAI })
    expect(answer).toEqual({ ok: false, error: { code: 'not_signed_in' } })
  })
})

describe('services', () => {
  const fields = ['description', 'group', 'keywords', 'metadata', 'service_code', 'service_name', 'type']

  test('are listed in both formats with the fields of the specification', async () => {
    const { body } = await city.get<Record<string, unknown>[]>('services.json', { jurisdiction_id: SHANGHAI })
    expect(Object.keys(body[0] ?? {}).sort()).toEqual(fields)
    expect(body[0]).toMatchObject({ type: 'realtime', metadata: expect.any(Boolean) })
    const xml = await city.get<{ services: { service: Record<string, string>[] } }>('services.xml')
    expect(xml.body.services.service).toHaveLength(body.length)
    expect(Object.keys(xml.body.services.service[0] ?? {}).sort()).toEqual(fields)
    expect(xml.body.services.service[0]?.service_name).toBe(body[0]?.service_name)
  })

  test('are defined by what their category asks', async () => {
    const { body } = await city.get<{ service_code: string; metadata: boolean }[]>('services.json')
    const asking = body.find(({ metadata }) => metadata)
    const code = asking?.service_code ?? service.service_code
    const definition = await city.get<{ attributes: Record<string, unknown>[] }>(`services/${code}.json`)
    expect(definition.body).toMatchObject({ service_code: code })
    expect(definition.body.attributes.length > 0).toBe(asking !== undefined)
    for (const [index, attribute] of definition.body.attributes.entries())
      expect(attribute).toMatchObject({
        variable: true,
        code: expect.any(String),
        datatype: expect.stringMatching(/^(string|number|singlevaluelist)$/),
        required: expect.any(Boolean),
        order: index + 1,
        description: expect.any(String),
        values: expect.any(Array),
      })
    const xml = await city.get<{ service_definition: { service_code: string } }>(`services/${code}.xml`)
    expect(xml.body.service_definition.service_code).toBe(code)
  })

  test('that are not there, and places that are not served, are 404', async () => {
    const nothing = await city.get<GeoErrors>('services/nothing-such.json')
    expect([nothing.status, nothing.body[0]?.code]).toEqual([404, 404])
    for (const code of ['500101', 'city.gov', '310999'])
      expect((await city.get('services.json', { jurisdiction_id: code })).status).toBe(404)
    const xml = await city.get<{ errors: { error: { code: string; description: string } } }>(
      'services/nothing-such.xml',
    )
    expect(xml.body.errors.error).toMatchObject({ code: '404', description: expect.any(String) })
  })
})

describe('filing', () => {
  test('needs a key that may be used', async () => {
    for (const wrong of ['', 'xyz', 'A'.repeat(26)]) {
      const { status, body } = await city.post<GeoErrors>(report({ api_key: wrong }))
      expect([status, body[0]?.code]).toEqual([403, 403])
    }
    const xml = await city.post<{ errors: { error: { code: string } } }>(
      report({ api_key: 'xyz' }),
      {},
      'xml',
    )
    expect([xml.status, xml.body.errors.error.code]).toEqual([403, '403'])
  })

  test('is refused with everything that is wrong', async () => {
    const { status, body } = await city.post<GeoErrors>(
      report({ address_string: '', phone: 'call me', description: '' }),
    )
    expect([status, body.length, body[0]?.code]).toEqual([400, 2, 400])
    const noService = await city.post<GeoErrors>(report({ service_code: '' }))
    expect(noService.status).toBe(400)
    expect((await city.post(report({ service_code: 'nothing-such' }))).status).toBe(404)
    expect((await city.post(report({ jurisdiction_id: 'city.gov' }))).status).toBe(404)
    expect((await city.post(report(), { 'idempotency-key': '?' })).status).toBe(400)
  })

  test('answers with the number at once, in both formats', async () => {
    const { status, body } = await city.post<GeoRequest[]>(report())
    expect([status, Object.keys(body[0] ?? {}).sort()]).toEqual([
      200,
      ['account_id', 'service_notice', 'service_request_id'],
    ])
    expect(body[0]?.service_request_id).toMatch(/^\d{6}-\d{5}$/)
    const xml = await city.post<{ service_requests: { request: { service_request_id: string } } }>(
      report(),
      {},
      'xml',
    )
    expect(xml.body.service_requests.request.service_request_id).toMatch(/^\d{6}-\d{5}$/)
  })

  test('may be JSON', async () => {
    const answer = await city.post({}, { 'content-type': 'application/json' })
    expect(answer.status).toBe(403)
    const response = await fetch(`${city.endpoint}/requests.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...report(), lat: 31.2304, long: 121.4737 }),
    })
    expect(response.status).toBe(200)
  })

  test('the same words at the same time make one case, and ten minutes later another one', async () => {
    const same = report()
    const posts = await Promise.all(Array.from({ length: 6 }, () => city.post(same)))
    const numbers = posts.map(({ body }) => body[0]?.service_request_id)
    expect(numbers[0]).toMatch(/^\d{6}-\d{5}$/)
    expect(new Set(numbers).size).toBe(1)
    await cloud.setClock(9 * 60_000)
    expect((await city.post(same)).body[0]?.service_request_id).toBe(numbers[0])
    await cloud.setClock(11 * 60_000)
    expect((await city.post(same)).body[0]?.service_request_id).not.toBe(numbers[0])
    await cloud.setClock(0)
  })

  test('the client’s own id makes one case for ever, of one key', async () => {
    const ownId = randomUUID()
    const first = (await city.post(report(), { 'idempotency-key': ownId })).body[0]?.service_request_id
    await cloud.setClock(40 * 86_400_000)
    const again = await Promise.all([1, 2, 3].map(() => city.post(report(), { 'Idempotency-Key': ownId })))
    for (const { body } of again) expect(body[0]?.service_request_id).toBe(first)
    await cloud.setClock(0)
    const other = await aKey(administrator, SHANGHAI, '另一个程序')
    const others = await city.post(report({ api_key: other }), { 'idempotency-key': ownId })
    expect(others.body[0]?.service_request_id).not.toBe(first)
  })

  test('is counted with the key, however often it was sent', async () => {
    const counted = await aKey(administrator, JINGAN, '被计数的程序')
    const same = report({ api_key: counted })
    await Promise.all([city.post(same), city.post(same), city.post(report({ api_key: counted }))])
    const { keys } = expectValue(await administrator.open311('listKeys', { placeCode: JINGAN }))
    expect(keys.find(({ hint }) => counted.startsWith(hint))?.filed).toBe(2)
  })

  test('finds the place by address, by known cases around, by code, or else takes that of the key', async () => {
    const streetOf = async (changes: Record<string, string>) =>
      (await read(await file({ address_string: '', ...changes }))).address_id
    const at = { lat: '31.2351', long: '121.4602' }
    expect(await streetOf({ ...at, address_string: SHIMEN })).toBe(STREET)
    expect(await streetOf({ lat: '31.2355', long: '121.4600' })).toBe(STREET)
    expect(await streetOf({ address_id: '310101002' })).toBe('310101002')
    expect(await streetOf({ lat: '30.9', long: '121.9' })).toBeNull()
    const district = await aKey(administrator, JINGAN, '静安区的程序')
    expect(await streetOf({ api_key: district, address_id: '310101002' })).toBeNull()
  })

  test('a key that files without pause is told to wait', async () => {
    const hasty = await aKey(administrator, SHANGHAI, '太快的程序')
    const empty = { api_key: hasty, service_code: 'nothing-such' }
    let status = (await city.post(empty)).status
    expect(status).toBe(404)
    // Each instance of the function counts for itself.
    for (let sent = 0; sent < 600 && status !== 429; sent++) status = (await city.post(empty)).status
    expect(status).toBe(429)
  })
})

describe('requests', () => {
  const fields = [
    'address',
    'address_id',
    'agency_responsible',
    'description',
    'expected_datetime',
    'extended_attributes',
    'lat',
    'long',
    'media_url',
    'requested_datetime',
    'service_code',
    'service_name',
    'service_notice',
    'service_request_id',
    'status',
    'status_notes',
    'updated_datetime',
    'zipcode',
  ]

  test('have the fields of the specification, times of Shanghai and positions as satellites have them', async () => {
    const number = await file({ lat: '31.2304', long: '121.4737' })
    const request = await read(number)
    expect(Object.keys(request).sort()).toEqual(fields)
    expect(request).toMatchObject({
      service_request_id: number,
      status: 'open',
      service_code: service.service_code,
      service_name: service.service_name,
      requested_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      extended_attributes: {
        state: expect.any(String),
        updates: [expect.objectContaining({ step: 'report' })],
      },
    })
    expect(request.lat).toBeCloseTo(31.2304, 4)
    expect(request.long).toBeCloseTo(121.4737, 4)
    expect(toGcj02({ longitude: 121.4737, latitude: 31.2304 }, 'wgs84').latitude).not.toBeCloseTo(31.2304, 3)
    const xml = await city.get<{ service_requests: { request: Record<string, unknown> } }>(
      `requests/${number}.xml`,
    )
    expect(Object.keys(xml.body.service_requests.request).sort()).toEqual(fields)
  })

  test('show words and address only when staff have released them', async () => {
    const words = `墙边 <堆物> & 杂物 ${randomUUID()}`
    const number = await file({ description: words })
    expect(await read(number)).toMatchObject({ description: null, address: '静安区石门二路街道' })
    await release(words)
    const shown = await read(number)
    expect(shown).toMatchObject({ description: words, address: SHIMEN })
    const xml = await city.get<{ service_requests: { request: { description: string } } }>(
      `requests/${number}.xml`,
    )
    expect(xml.body.service_requests.request.description).toBe(words)
  })

  test('say nothing of who reported, in any format, list or step', async () => {
    await file({ media_url: 'https://example.org/zhang.jpg', device_id: 'zhang-device' })
    const answers = await Promise.all(
      ['requests.json', 'requests.xml'].map(async (path) =>
        (await fetch(`${city.endpoint}/${path}?page_size=100`)).text(),
      ),
    )
    for (const answer of answers)
      expect(
        ['三丰', '13800138000', 'zhang', 'example.org'].filter((words) => answer.includes(words)),
      ).toEqual([])
  })

  test('are found by number, service, time and state, page by page', async () => {
    const [first, second] = [await file(), await file()]
    const list = async (parameters: Record<string, string>) =>
      (await city.get<GeoRequest[]>('requests.json', parameters)).body.map(
        ({ service_request_id }) => service_request_id,
      )
    expect((await list({ service_request_id: `${first},${second},260101-00000` })).sort()).toEqual(
      [first, second].sort(),
    )
    expect((await list({ page_size: '1' })).concat(await list({ page_size: '1', page: '2' }))).toEqual([
      second,
      first,
    ])
    expect(await list({ service_code: `${service.service_code},other-such` })).toContain(first)
    expect(await list({ service_code: 'nothing-such' })).toEqual([])
    expect(await list({ status: 'open' })).toContain(first)
    expect(await list({ status: 'closed' })).toEqual([])
    expect(await list({ start_date: '2025-01-01', end_date: '2025-02-01' })).toEqual([])
    expect(await list({ jurisdiction_id: JINGAN })).toContain(second)
    expect(await list({ jurisdiction_id: '310115' })).toEqual([])
    expect((await city.get('requests.json', { status: 'lost' })).status).toBe(400)
  })

  test('that are not there are 404, and a number is its own token', async () => {
    expect((await city.get('requests/260101-00000.json')).status).toBe(404)
    expect((await city.get('tokens/260101-00000.json')).status).toBe(404)
    const number = await file()
    expect((await city.get(`tokens/${number}.json`)).body).toEqual([
      { service_request_id: number, token: number },
    ])
  })
})

describe('the course of a case', () => {
  /** By their id: what staff see has both. */
  async function numberOf(caseId: string): Promise<string> {
    const value = expectValue(await administrator.casework('getCase', { caseId }))
    return value.number
  }

  async function idOf(number: string): Promise<string> {
    const found = expectValue(
      await administrator.casework('findByNumber', { placeCode: SHANGHAI, number }),
    ).case
    if (!found) throw new Error(`there is no case ${number}`)
    return found.caseId
  }

  test('is closed once it is closed, and its steps say so without what staff keep to themselves', async () => {
    const caseId = await addCase(cloud)
    await takeSteps(cloud, caseId, 'dispatcher', [{ act: 'note', words: '内部：打 13900139000 找王五' }])
    await closeCase(cloud, caseId)
    const request = await read(await numberOf(caseId))
    expect(request).toMatchObject({
      status: 'closed',
      status_notes: '已结案。',
      extended_attributes: { state: 'closed' },
    })
    expect(request.extended_attributes.updates.map(({ step }) => step)).toEqual([
      'report',
      'accept',
      'file',
      'dispatch',
      'take',
      'handle',
      'verify',
      'close',
    ])
    expect(JSON.stringify(request)).not.toContain('王五')
    const { body } = await city.get<GeoRequest[]>('requests.json', { status: 'closed' })
    expect(body.map(({ service_request_id }) => service_request_id)).toEqual([request.service_request_id])
  })

  test('that was refused is found by the key that filed it, with the reason, and by nobody else', async () => {
    const number = await file()
    const words = '不属于市容环境问题，请拨打 021-55550199'
    const refused = await takeSteps(cloud, await idOf(number), 'dispatcher', [{ act: 'refuse', words }])
    expect(refused.state).toBe('refused')
    expect((await city.get(`requests/${number}.json`)).status).toBe(404)
    const other = await aKey(administrator, SHANGHAI, '别的程序')
    expect((await city.get(`requests/${number}.json`, { api_key: other })).status).toBe(404)
    const own = await city.get<GeoRequest[]>(`requests/${number}.json`, { api_key: key })
    expect(own.body[0]).toMatchObject({ status: 'closed', extended_attributes: { state: 'refused' } })
    expect(own.body[0]?.status_notes).toMatch(/^不予受理。不属于市容环境问题/)
    expect(own.body[0]?.status_notes).not.toContain('55550199')
  })

  test('indoors is shown by its neighbourhood, not by its door', async () => {
    const indoors = DEFAULT_CATALOGUE.categories.find(({ isIndoor }) => isIndoor)
    const contentId = randomUUID()
    const caseId = await addCase(cloud, { categoryId: indoors?.categoryId ?? '', contentId })
    await showContent(cloud, contentId)
    const request = await read(await numberOf(caseId))
    expect(request).toMatchObject({ description: '示例：一堆垃圾没有清走', address: '黄浦区南京东路街道' })
    expect(request.extended_attributes).toMatchObject({ is_approximate: true })
    expect(request.lat).not.toBeCloseTo(toWgs84({ longitude: 121.4737, latitude: 31.2304 }).latitude, 5)
  })
})
