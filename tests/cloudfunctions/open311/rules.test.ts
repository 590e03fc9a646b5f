import { readForm } from '../../../cloudfunctions/open311/form'
import { readDateTime, readFilter } from '../../../cloudfunctions/open311/requestFilter'
import { isOwnId, readFiling } from '../../../cloudfunctions/open311/rules'
import { toGcj02, toWgs84 } from '../../../cloudfunctions/platform/datums'
import type { Category } from '../../../contract/cases/categories'
import { OPEN311_DESCRIPTION_MAX } from '../../../contract/limits'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-21T12:00:00Z')

const category: Category = {
  categoryId: 'rubbish',
  name: '暴露垃圾',
  description: '成堆的垃圾',
  group: 'sanitation',
  words: [],
  nationalCode: null,
  basis: '',
  handleHours: 4,
  acceptHours: 2,
  counting: 'working',
  minPhotos: 1,
  minAfterPhotos: 1,
  defaultDuty: 'sanitation',
  isIndoor: false,
  duplicateRadius: 100,
  questions: [
    { questionId: 'size', label: '有多大', kind: 'choice', options: ['一袋', '一车'], isRequired: true },
    { questionId: 'bins', label: '几个桶', kind: 'number', options: [], isRequired: false },
  ],
  isRetired: false,
}

const post = (body: string, type = 'application/x-www-form-urlencoded; charset=utf-8') =>
  readForm({
    method: 'POST',
    subPath: 'requests.json',
    query: {},
    headers: { 'content-type': type },
    body,
    requestAddress: null,
  })

describe('what was sent', () => {
  test('is read as the example of the specification has it', () => {
    const form = post(
      'api_key=xyz&jurisdiction_id=city.gov&service_code=001&lat=37.76524078&long=-122.4212043&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456&first_name=john&last_name=smith&phone=111111111&description=A+large+sinkhole+is+destroying+the+street&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg&attribute[WHISPAWN]=123456&attribute[WHISDORN]=COISL001',
    )
    expect(form.fields).toMatchObject({
      api_key: 'xyz',
      service_code: '001',
      lat: '37.76524078',
      address_string: '1234 5th street',
      description: 'A large sinkhole is destroying the street',
    })
    expect(form.attributes).toEqual({ WHISPAWN: ['123456'], WHISDORN: ['COISL001'] })
  })

  test('may give one attribute several times', () => {
    expect(post('attribute[a][]=1&attribute[a][]=2').attributes).toEqual({ a: ['1', '2'] })
  })

  test('may be JSON', () => {
    const form = post(
      JSON.stringify({ lat: 31.2, description: '门前', attribute: { a: 'x', b: ['y', 'z'] } }),
      'application/json',
    )
    expect(form).toEqual({
      fields: { lat: '31.2', description: '门前' },
      attributes: { a: ['x'], b: ['y', 'z'] },
    })
  })

  test.each(['{', '[]', '7', 'null'])('%s is JSON with nothing in it', (body) => {
    expect(post(body, 'application/json')).toEqual({ fields: {}, attributes: {} })
  })
})

const filing = (fields: Record<string, string>, attributes: Record<string, string[]> = { size: ['一袋'] }) =>
  readFiling({ fields, attributes }, category)

const SOMEWHERE = { lat: '31.23', long: '121.45' }

describe('a report', () => {
  test('is read whole', () => {
    const fields = {
      ...SOMEWHERE,
      address_string: '新闸路 100 号',
      description: '垃圾',
      first_name: '三',
      last_name: '张',
      phone: '021-5555 0199',
    }
    expect(filing(fields, { size: ['一车'], bins: ['3'], other: ['不问'] })).toEqual({
      filing: {
        description: '垃圾',
        position: { longitude: 121.45, latitude: 31.23 },
        address: '新闸路 100 号',
        addressId: null,
        answers: [
          { questionId: 'size', label: '有多大', value: '一车' },
          { questionId: 'bins', label: '几个桶', value: 3 },
        ],
        contact: { name: '张三', phone: '021-5555 0199' },
      },
    })
  })

  test('names people as their language does', () => {
    expect(
      filing({ ...SOMEWHERE, first_name: 'john', last_name: 'smith', phone: '111111111' }),
    ).toMatchObject({
      filing: { contact: { name: 'john smith' } },
    })
  })

  test.each([
    [{}, '没有提供地点'],
    [{ lat: ' ', long: '' }, '没有提供地点'],
    [{ lat: '31' }, 'lat 和 long 要一起提供'],
    [{ lat: '91', long: '0' }, 'lat 和 long 要一起提供'],
    [{ lat: 'north', long: '0' }, 'lat 和 long 要一起提供'],
    [{ address_string: '路'.repeat(101) }, 'address_string 最多 100 个字'],
    [{ ...SOMEWHERE, description: '长'.repeat(OPEN311_DESCRIPTION_MAX + 1) }, 'description 最多'],
    [{ ...SOMEWHERE, phone: '请打我' }, 'phone 只写数字'],
    [{ ...SOMEWHERE, last_name: '长'.repeat(60) }, '姓名最多'],
  ])('%j is refused: %s', (fields: Record<string, string>, problem) => {
    const answer = filing(fields)
    expect('problems' in answer && answer.problems.join()).toContain(problem)
  })

  test.each([
    [{}, '没有提供 attribute[size]'],
    [{ size: ['一船'] }, '只能是：一袋、一车'],
    [{ size: ['一袋'], bins: ['几个'] }, '要填整数'],
  ])('answers %j are refused: %s', (attributes: Record<string, string[]>, problem) => {
    const answer = filing(SOMEWHERE, attributes)
    expect('problems' in answer && answer.problems.join()).toContain(problem)
  })

  test('is told all that is wrong with it at once', () => {
    const answer = filing({ phone: '?' }, {})
    expect('problems' in answer && answer.problems).toHaveLength(3)
  })

  test.each([
    ['a1b2c3d4', true],
    ['short', false],
    ['with space1', false],
    ['x'.repeat(65), false],
  ])('may be named “%s”: %s', (name, isFine) => {
    expect(isOwnId(name)).toBe(isFine)
  })
})

describe('what is asked for', () => {
  test.each([
    ['2026-11-21T20:00:00+08:00', NOW],
    ['2026-11-21T20:00:00 08:00', NOW],
    ['2026-11-21T12:00:00Z', NOW],
    ['2026-11-21', Date.parse('2026-11-20T16:00:00Z')],
    ['2026-11-21T12:00:00', null],
    ['2026-13-41', null],
    ['yesterday', null],
  ])('%s is %s', (text, time) => {
    expect(readDateTime(text)).toBe(time)
  })

  test('is the last 90 days, unless a time is named', () => {
    expect(readFilter({}, NOW)).toMatchObject({ from: NOW - 90 * DAY, until: NOW, page: 1, pageSize: 50 })
    expect(readFilter({ start_date: '' }, NOW)).toMatchObject({ from: NOW - 90 * DAY })
    expect(readFilter({ end_date: '2026-11-01T00:00:00Z' }, NOW)).toMatchObject({
      from: Date.parse('2026-11-01T00:00:00Z') - 90 * DAY,
    })
    expect(readFilter({ start_date: '2026-01-01T00:00:00Z' }, NOW)).toMatchObject({
      until: Date.parse('2026-01-01T00:00:00Z') + 90 * DAY,
    })
  })

  test('is all states, or one of them', () => {
    expect(readFilter({ status: 'open' }, NOW)).toMatchObject({ isOpen: true })
    expect(readFilter({ status: 'closed' }, NOW)).toMatchObject({ isOpen: false })
    expect(readFilter({ status: 'open,closed' }, NOW)).toMatchObject({ isOpen: null })
  })

  test('may be several services and several numbers', () => {
    expect(readFilter({ service_code: '1, 2,2', service_request_id: 'a,b' }, NOW)).toMatchObject({
      categoryIds: ['1', '2'],
      numbers: ['a', 'b'],
    })
  })

  test('comes in pages of at most 100', () => {
    expect(readFilter({ page: '3', page_size: '500' }, NOW)).toMatchObject({ page: 3, pageSize: 100 })
  })

  const wrong: Record<string, string>[] = [
    { start_date: 'x' },
    { start_date: '2026-01-01', end_date: '2026-04-02' },
    { start_date: '2026-04-02', end_date: '2026-04-01' },
    { status: 'lost' },
    { page: '0' },
    { page: '1.5' },
    { page: '10001', page_size: '1' },
    { service_request_id: Array.from({ length: 101 }, (_, index) => String(index)).join() },
  ]
  test.each(wrong)('%j is refused', (fields) => {
    expect(readFilter(fields, NOW)).toHaveProperty('problems')
  })
})

describe('places on the map', () => {
  test('lie some hundred metres from where satellites say, and come back within a metre', () => {
    const shanghai = { longitude: 121.4737, latitude: 31.2304 }
    const moved = toGcj02(shanghai, 'wgs84')
    expect(Math.abs(moved.longitude - shanghai.longitude)).toBeGreaterThan(0.003)
    const back = toWgs84(moved)
    expect(back.longitude).toBeCloseTo(shanghai.longitude, 5)
    expect(back.latitude).toBeCloseTo(shanghai.latitude, 5)
  })

  test('outside of China stay where they are', () => {
    const elsewhere = { longitude: -122.421204, latitude: 37.765241 }
    expect(toGcj02(elsewhere, 'wgs84')).toEqual(elsewhere)
  })
})
