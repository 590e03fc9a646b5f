import {
  clockText,
  DEFAULT_QUIET_HOURS,
  decide,
  fieldValues,
  parseTemplates,
  quietUntil,
  type Template,
  tryAgainAt,
} from '../../../cloudfunctions/messages/rules'

const MINUTE = 60_000

/** A moment in Shanghai. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const minute = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

describe('quiet hours', () => {
  test.each([
    // Over midnight.
    ['22:00', '07:00', '2026-11-21 21:59:59', null],
    ['22:00', '07:00', '2026-11-21 22:00', '2026-11-22 07:00'],
    ['22:00', '07:00', '2026-11-21 23:59:59', '2026-11-22 07:00'],
    ['22:00', '07:00', '2026-11-22 00:00', '2026-11-22 07:00'],
    ['22:00', '07:00', '2026-11-22 06:59:59', '2026-11-22 07:00'],
    ['22:00', '07:00', '2026-11-22 07:00', null],
    ['22:00', '07:00', '2026-12-31 22:30', '2027-01-01 07:00'],
    ['23:59', '00:00', '2026-11-21 23:59:30', '2026-11-22 00:00'],
    ['23:59', '00:00', '2026-11-22 00:00', null],
    // Within a day.
    ['12:00', '14:30', '2026-11-21 11:59', null],
    ['12:00', '14:30', '2026-11-21 12:00', '2026-11-21 14:30'],
    ['12:00', '14:30', '2026-11-21 14:29', '2026-11-21 14:30'],
    ['12:00', '14:30', '2026-11-21 14:30', null],
    ['00:00', '23:59', '2026-11-21 00:00', '2026-11-21 23:59'],
    ['00:00', '23:59', '2026-11-21 23:59', null],
    // Equal bounds silence nothing.
    ['08:00', '08:00', '2026-11-21 08:00', null],
    ['00:00', '00:00', '2026-11-21 03:00', null],
  ])('from %s to %s, at %s, end at %s', (from, until, now, end) => {
    const hours = { from: minute(from), until: minute(until) }
    expect(quietUntil(hours, at(now))).toBe(end === null ? null : at(end))
  })

  test('are never when there are none', () => {
    expect(quietUntil(null, at('2026-11-21 03:00'))).toBeNull()
  })

  test('are the night in Shanghai when nothing is said', () => {
    expect(quietUntil(DEFAULT_QUIET_HOURS, Date.parse('2026-11-21T14:00:00Z'))).toBe(at('2026-11-22 07:00'))
    expect(quietUntil(DEFAULT_QUIET_HOURS, Date.parse('2026-11-21T13:59:00Z'))).toBeNull()
  })
})

const template: Template = {
  templateId: 't1',
  term: 'once',
  fields: { thing1: 'title', thing2: 'line', time3: 'time' },
}
const NIGHT = at('2026-11-21 23:00')
const DAY = at('2026-11-21 12:00')

describe('a due message', () => {
  test.each([
    ['without a template', 'resultsPublished', undefined, 't1', DAY, { act: 'notWanted' }],
    ['without an agreement', 'resultsPublished', template, null, DAY, { act: 'notWanted' }],
    ['agreed to under an earlier template', 'resultsPublished', template, 't0', DAY, { act: 'notWanted' }],
    ['by day', 'resultsPublished', template, 't1', DAY, { act: 'send', template }],
    ['at night', 'resultsPublished', template, 't1', NIGHT, { act: 'wait', until: at('2026-11-22 07:00') }],
    ['of a sign-in at a desk, at night', 'deskSignedIn', template, 't1', NIGHT, { act: 'send', template }],
  ] as const)('%s', (_, kind, configured, agreedTo, now, decision) => {
    expect(decide(kind, configured, agreedTo, DEFAULT_QUIET_HOURS, now)).toEqual(decision)
  })

  test('that failed is tried again after growing pauses, and five failures are final', () => {
    const pauses = [1, 2, 3, 4, 5].map((attempts) => tryAgainAt(attempts, 0))
    expect(pauses).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, null])
  })
})

test('fields hold at most 20 whole characters, and the time as it is written in Shanghai', () => {
  const message = { title: '选'.repeat(21), line: '🌳'.repeat(30), createdAt: at('2026-11-21 18:00:59') }
  expect(fieldValues(template, message)).toEqual({
    thing1: '选'.repeat(20),
    thing2: '🌳'.repeat(20),
    time3: '2026年11月21日 18:00',
  })
})

test('no field is empty', () => {
  const message = { title: '标题', line: '', createdAt: at('2026-01-05 00:05') }
  expect(fieldValues(template, message)).toEqual({
    thing1: '标题',
    thing2: '标题',
    time3: '2026年1月5日 00:05',
  })
})

describe('the configuration of templates', () => {
  test('may be missing', () => {
    expect(parseTemplates(undefined)).toEqual({})
    expect(parseTemplates('')).toEqual({})
  })

  test('is taken as it is', () => {
    const configured = { resultsPublished: template, deskSignedIn: { ...template, term: 'long' } }
    expect(parseTemplates(JSON.stringify(configured))).toEqual(configured)
  })

  test.each([
    ['no JSON', '{', /JSON/],
    ['a list', ['t1'], /MESSAGE_TEMPLATES: 0/],
    ['an unknown kind', { birthday: template }, /birthday/],
    ['an unknown term', { roleEnded: { ...template, term: 'always' } }, /roleEnded\.term/],
    ['no id', { roleEnded: { ...template, templateId: '' } }, /roleEnded\.templateId/],
    [
      'an unknown value of a field',
      { roleEnded: { ...template, fields: { thing1: 'name' } } },
      /fields\.thing1/,
    ],
  ])('that is %s is refused with its place', (_, value, place) => {
    expect(() => parseTemplates(typeof value === 'string' ? value : JSON.stringify(value))).toThrow(place)
  })
})

test.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('minute %s of a day is written %s', (given, text) => {
  expect(clockText(given)).toBe(text)
})
