import { averageStars, countedFeedback } from '../../../cloudfunctions/activities/after/rules'
import {
  byProgram,
  dueReminder,
  hasSeats,
  isLateWithdrawal,
  keptUntil,
  mayBecome,
  moved,
  nextReminder,
  offerEnds,
  overlaps,
  promoted,
  roleProblem,
  seated,
} from '../../../cloudfunctions/activities/signUps/rules'
import type { ActivityRow, SignUpRow } from '../../../cloudfunctions/platform/volunteering/rows'
import {
  type ActivityRole,
  HOLDS_SEAT,
  SIGN_UP_CHANGES,
  SIGN_UP_STATES,
} from '../../../contract/volunteering/activities'

/** Who gets a seat, who waits, and what is counted. */

const HOUR = 3_600_000
/** Saturday 28 November 2026, 9:00 in Shanghai. */
const STARTS = Date.parse('2026-11-28T09:00:00+08:00')
const WEEK_BEFORE = STARTS - 7 * 24 * HOUR

const role = (changes: Partial<ActivityRole> = {}): ActivityRole => ({
  roleId: 'guide',
  name: '引导员',
  capacity: 2,
  skill: null,
  minAge: null,
  ...changes,
})

const activity = (changes: Partial<ActivityRow> = {}): ActivityRow => ({
  _id: 'A',
  theme: '示例',
  kind: 'civilisation',
  description: '示例',
  placeCode: '310106012',
  cityCode: '310000',
  districtCode: '310106',
  streetCode: '310106012',
  villageCode: null,
  address: '示例路 1 号',
  position: { longitude: 121, latitude: 31 },
  location: { type: 'Point', coordinates: [121, 31] },
  fenceMetres: 300,
  roles: [role()],
  insurance: '',
  isForMembersOnly: false,
  hoursRule: { roundTo: 15, fullFrom: 60, closesAtEnd: true },
  seriesId: 'S',
  day: '2026-11-28',
  organisationId: 'O',
  organisationName: '示例队',
  photos: [],
  startsAt: STARTS,
  endsAt: STARTS + 2 * HOUR,
  isCancelled: false,
  isChanged: false,
  isRepeating: false,
  notice: '',
  taken: {},
  waiting: {},
  lastInLine: {},
  hasSeats: true,
  order: '',
  tellFrom: null,
  closesAt: null,
  thanks: null,
  feedback: { answers: 0, stars: 0 },
  version: 1,
  history: [],
  ...changes,
})

const signUp = (name: string, changes: Partial<SignUpRow> = {}): SignUpRow => ({
  _id: `A-${name}`,
  activityId: 'A',
  accountId: name,
  organisationId: 'O',
  roleId: 'guide',
  roleName: '引导员',
  theme: '示例',
  state: 'queued',
  line: null,
  confirmBy: null,
  isLate: false,
  startsAt: STARTS,
  endsAt: STARTS + 2 * HOUR,
  follows: 1,
  remindAt: null,
  signedUpAt: WEEK_BEFORE,
  order: `0000000000001-A-${name}`,
  version: 1,
  history: [],
  ...changes,
})

const places = (rows: readonly SignUpRow[]) =>
  rows.map(({ accountId, state, line }) => [accountId, state, line])

describe.each(SIGN_UP_STATES)('a sign-up that is %s', (from) => {
  test.each(SIGN_UP_STATES)(`becomes %s exactly if the table says so, and the counters follow`, (to) => {
    const counted = { taken: { guide: 5 }, waiting: { guide: 5 }, roles: [role({ capacity: 9 })] }
    const change = () =>
      moved(
        { activity: activity(counted), changed: [] },
        signUp('one', { state: from }),
        to,
        byProgram(STARTS),
      )
    expect(mayBecome(from, to)).toBe(SIGN_UP_CHANGES[from].includes(to))
    if (!SIGN_UP_CHANGES[from].includes(to)) return void expect(change).toThrow(`cannot become ${to}`)
    const after = change()
    const seats = Number(HOLDS_SEAT.includes(to)) - Number(HOLDS_SEAT.includes(from))
    const onList = Number(to === 'waiting') - Number(from === 'waiting')
    expect(after.activity.taken).toEqual({ guide: 5 + seats })
    expect(after.activity.waiting).toEqual({ guide: 5 + onList })
    expect(after.changed).toEqual([expect.objectContaining({ state: to, version: 2 })])
    expect(after.changed[0]?.history.map(({ act }) => act)).toEqual([to])
  })
})

describe('seats', () => {
  test('go in the order in which people came; then the list of the role begins with 1', () => {
    const rows = ['a', 'b', 'c', 'd'].map((name) => signUp(name))
    const after = seated({ activity: activity(), changed: [] }, rows, WEEK_BEFORE)
    expect(places(after.changed)).toEqual([
      ['a', 'confirmed', null],
      ['b', 'confirmed', null],
      ['c', 'waiting', 1],
      ['d', 'waiting', 2],
    ])
    expect(after.activity).toMatchObject({
      taken: { guide: 2 },
      waiting: { guide: 2 },
      lastInLine: { guide: 2 },
      hasSeats: false,
      lastOrder: '0000000000001-A-d',
    })
  })

  test('of one role are no seats of another', () => {
    const roles = [role(), role({ roleId: 'cleaner', capacity: 1 })]
    const rows = [
      signUp('a', { roleId: 'cleaner' }),
      signUp('b', { roleId: 'cleaner' }),
      signUp('c', { roleId: 'guide' }),
    ]
    const after = seated({ activity: activity({ roles }), changed: [] }, rows, WEEK_BEFORE)
    expect(places(after.changed)).toEqual([
      ['a', 'confirmed', null],
      ['b', 'waiting', 1],
      ['c', 'confirmed', null],
    ])
    expect(after.activity.hasSeats).toBe(true)
  })

  test('that are free while somebody waits are for who waits', () => {
    const free = activity({ taken: { guide: 1 }, waiting: { guide: 1 }, lastInLine: { guide: 7 } })
    expect(hasSeats(free)).toBe(false)
    const after = seated({ activity: free, changed: [] }, [signUp('late')], WEEK_BEFORE)
    expect(places(after.changed)).toEqual([['late', 'waiting', 8]])
  })

  test('numbers on the list are given once', () => {
    const empty = activity({ taken: { guide: 2 }, waiting: {}, lastInLine: { guide: 7 } })
    const after = seated({ activity: empty, changed: [] }, [signUp('next')], WEEK_BEFORE)
    expect(places(after.changed)).toEqual([['next', 'waiting', 8]])
  })

  test('are given in an order that is final: who was slow stands behind who has a place already', () => {
    const last = '0000000000500-A-x'
    const rows = [signUp('a', { order: '0000000000400-A-a' }), signUp('b', { order: '0000000000501-A-b' })]
    const after = seated({ activity: activity({ lastOrder: last }), changed: [] }, rows, WEEK_BEFORE)
    expect(after.changed.map(({ order }) => order)).toEqual(['0000000000501-A-a', '0000000000501-A-b'])
    expect(after.activity.lastOrder).toBe('0000000000501-A-b')
  })

  test('are not given by an activity that is cancelled, nor for a role that is gone', () => {
    const cancelled = seated(
      { activity: activity({ isCancelled: true, notice: '下雨' }), changed: [] },
      [signUp('a')],
      WEEK_BEFORE,
    )
    expect(places(cancelled.changed)).toEqual([['a', 'cancelled', null]])
    const gone = seated({ activity: activity(), changed: [] }, [signUp('a', { roleId: 'none' })], WEEK_BEFORE)
    expect(places(gone.changed)).toEqual([['a', 'withdrawn', null]])
  })
})

describe('a seat that has become free', () => {
  test.each([
    ['a week before: for half a day', WEEK_BEFORE, WEEK_BEFORE + 12 * HOUR],
    ['ten hours before: until four hours before', STARTS - 10 * HOUR, STARTS - 4 * HOUR],
    ['shortly before that: for an hour all the same', STARTS - 4 * HOUR - 1, STARTS - 3 * HOUR - 1],
    ['four hours before: it is given without asking', STARTS - 4 * HOUR, null],
  ])('is kept, %s', (_when, now, until) => {
    expect(offerEnds(STARTS, now)).toBe(until)
    const waiting = activity({ waiting: { guide: 1 } })
    const [row] = promoted(
      { activity: waiting, changed: [] },
      signUp('a', { state: 'waiting', line: 3 }),
      now,
    ).changed
    expect(row).toMatchObject({
      state: until === null ? 'confirmed' : 'offered',
      confirmBy: until,
      line: null,
    })
  })

  test('is not kept beyond the start of an activity that was moved forward', () => {
    const until = STARTS - 4 * HOUR
    expect(keptUntil(until, STARTS + 24 * HOUR, WEEK_BEFORE)).toBe(until)
    expect(keptUntil(until, STARTS - 24 * HOUR, WEEK_BEFORE)).toBe(STARTS - 28 * HOUR)
    expect(keptUntil(until, STARTS - 24 * HOUR, STARTS - 24.5 * HOUR)).toBe(STARTS - 24 * HOUR)
  })
})

test.each([
  ['confirmed', STARTS - 24 * HOUR, false],
  ['confirmed', STARTS - 24 * HOUR + 1, true],
  ['waiting', STARTS - 1, false],
  ['offered', STARTS - 1, false],
] as const)('leaving while %s is late only for who had a seat, in the last day', (state, now, isLate) => {
  expect(isLateWithdrawal({ state, startsAt: STARTS }, now)).toBe(isLate)
})

describe('reminders', () => {
  const eve = Date.parse('2026-11-27T18:00:00+08:00')
  test.each([
    ['long before: the eve is next', WEEK_BEFORE, eve, null],
    ['at six in the evening before: that one is due', eve, STARTS - 2 * HOUR, 'eve'],
    ['at night: two hours before is next', eve + 5 * HOUR, STARTS - 2 * HOUR, 'eve'],
    ['two hours before: the last one is due', STARTS - 2 * HOUR, null, 'soon'],
    ['once it has begun there is none', STARTS, null, null],
  ] as const)('%s', (_when, now, next, due) => {
    expect(nextReminder(STARTS, now)).toBe(next)
    expect(dueReminder(STARTS, now)).toBe(due)
  })

  test('come in their order also for what begins after midnight', () => {
    const night = Date.parse('2026-11-28T01:00:00+08:00')
    expect(nextReminder(night, WEEK_BEFORE)).toBe(eve)
    expect(nextReminder(night, eve)).toBe(night - 2 * HOUR)
  })
})

test.each([
  ['somebody old enough', { minAge: 18 }, '2008-10', null],
  [
    'a birthday counts from the end of its month',
    { minAge: 18 },
    '2008-11',
    { code: 'too_young_for_role', minAge: 18 },
  ],
  ['a skill that is there', { skill: 'guiding' }, '1990-01', null],
  ['a skill that is not', { skill: 'medical' }, '1990-01', { code: 'skill_needed' }],
] as const)('what a role asks for: %s', (_case, wanted, bornIn, problem) => {
  expect(roleProblem(role(wanted), { bornIn, skills: ['guiding'] }, STARTS)).toEqual(problem)
})

test('activities clash when they overlap, not when one begins as the other ends', () => {
  const at = (from: number, until: number) => ({
    startsAt: STARTS + from * HOUR,
    endsAt: STARTS + until * HOUR,
  })
  expect(overlaps(at(0, 2), at(1, 3))).toBe(true)
  expect(overlaps(at(0, 3), at(1, 2))).toBe(true)
  expect(overlaps(at(0, 2), at(2, 3))).toBe(false)
})

test('feedback is counted once a person, as it was given last', () => {
  const first = countedFeedback({ answers: 2, stars: 9 }, null, 3)
  expect(first).toEqual({ answers: 3, stars: 12 })
  expect(countedFeedback(first, 3, 5)).toEqual({ answers: 3, stars: 14 })
  expect([averageStars(first), averageStars({ answers: 3, stars: 14 })]).toEqual([4, 4.7])
  expect(averageStars({ answers: 0, stars: 0 })).toBeNull()
})
