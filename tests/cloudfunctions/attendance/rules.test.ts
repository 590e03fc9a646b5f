import fc from 'fast-check'
import { judgeCode } from '../../../cloudfunctions/attendance/codes'
import { ALWAYS_CONFIRMED, marksOf } from '../../../cloudfunctions/attendance/marks'
import {
  ATTENDANCE_CHANGES,
  confirmedCheck,
  graded,
  mayBecome,
  type NewCheck,
  placeEvidence,
} from '../../../cloudfunctions/attendance/rules'
import { added, noHours } from '../../../cloudfunctions/platform/volunteering/ledger'
import type { AttendanceRow, HourEntryRow } from '../../../cloudfunctions/platform/volunteering/rows'
import { creditedMinutes } from '../../../contract/volunteering/hours'
import { ATTENDANCE_STATES, CODE_STEP, stepAt } from '../../../contract/volunteering/presence'
import { shownDigits } from '../../support/attendance'

const KEY = 'ab'.repeat(32)
/** The beginning of a step. */
const NOW = stepAt(1_795_000_000_000) * CODE_STEP
const ENDS = NOW + 3_600_000

describe('states', () => {
  const allowed = [
    ['none', 'present'],
    ['none', 'absent'],
    ['present', 'toConfirm'],
    ['present', 'credited'],
    ['toConfirm', 'credited'],
    ['absent', 'present'],
    ['absent', 'excused'],
    ['excused', 'present'],
  ].map(String)

  test.each(
    Object.keys(ATTENDANCE_CHANGES).flatMap((from) => ATTENDANCE_STATES.map((to) => [from, to] as const)),
  )('from %s to %s, or not', (from, to) => {
    const before = ATTENDANCE_STATES.find((state) => state === from) ?? null
    expect(mayBecome(before, to)).toBe(allowed.includes(String([from, to])))
  })
})

describe('a code', () => {
  const judge = (shownAt: number, step: number, now = NOW, endsAt = ENDS) =>
    judgeCode(KEY, { direction: 'in', digits: shownDigits(KEY, 'in', shownAt), step }, { now, endsAt })

  test.each([
    [0, 'live'],
    [-1, 'live'],
    [-2, 'live'],
    [1, 'live'],
    [-3, 'late'],
    [-100, 'late'],
    [2, undefined],
    [100, undefined],
  ])('of %i steps from now is %s', (steps, code) => {
    const shownAt = NOW + steps * CODE_STEP
    const judged = judge(shownAt, stepAt(shownAt))
    expect(judged?.code).toBe(code)
    if (judged) expect(judged.at).toBe(code === 'live' ? NOW : shownAt)
  })

  test.each([
    [2, true],
    [-2, true],
    [3, false],
    [-3, false],
  ])('that is late is found %i steps from the claimed one: %s', (away, isFound) => {
    const shownAt = NOW - 50 * CODE_STEP
    expect(judge(shownAt, stepAt(shownAt) + away) !== null).toBe(isFound)
  })

  test('of another direction or another key is wrong', () => {
    const other = { direction: 'out', digits: shownDigits(KEY, 'in', NOW), step: stepAt(NOW) } as const
    expect(judgeCode(KEY, other, { now: NOW, endsAt: ENDS })).toBeNull()
    expect(judgeCode('cd'.repeat(32), { ...other, direction: 'in' }, { now: NOW, endsAt: ENDS })).toBeNull()
  })
})

test.each([
  [0, 20, 'within', 0],
  [200, 0, 'within', 200],
  [201, 0, 'outside', 201],
  [219, 20, 'within', 219],
  // However little the phone claims to know, 100 m are the most that it is forgiven.
  [301, 999, 'outside', 301],
  [5, 1001, 'unknown', null],
  [null, 0, 'unknown', null],
] as const)('%s m away, right to %s m, is %s of a fence of 200 m', (distance, accuracy, place, kept) => {
  expect(placeEvidence(distance, accuracy, 200)).toEqual({ place, distance: kept })
})

describe('grades', () => {
  const live: NewCheck = {
    code: 'live',
    place: 'within',
    distance: 5,
    at: NOW,
    isConfirmed: false,
    isAutomatic: false,
  }
  const weak: NewCheck = { ...live, place: 'outside' }
  const seen: NewCheck = { ...weak, isConfirmed: true }
  const automatic: NewCheck = { ...confirmedCheck(NOW), isConfirmed: false, isAutomatic: true }

  test.each([
    ['a seat, both ends whole', live, live, false, 'A', 'A'],
    ['a seat, a weak end', live, weak, false, 'A', 'C'],
    ['a seat, both seen', seen, seen, false, 'B', 'B'],
    ['a seat, out by itself', live, automatic, false, 'A', 'A'],
    ['a seat, weak and out by itself', weak, automatic, false, 'C', 'C'],
    ['no seat, both ends whole', live, live, true, 'C', 'C'],
    ['no seat, seen at the start', { ...live, isConfirmed: true }, live, true, 'A', 'A'],
    ['no seat, seen at the end only', live, seen, true, 'C', 'B'],
  ] as const)('%s', (_, checkIn, checkOut, isWalkIn, inGrade, outGrade) => {
    const checks = graded(checkIn, checkOut, isWalkIn)
    expect([checks.checkIn.grade, checks.checkOut?.grade]).toEqual([inGrade, outGrade])
  })
})

describe('marks', () => {
  const HOUR = 3_600_000
  const aRow = (index: number, part: Partial<AttendanceRow> = {}) => {
    const from = NOW + index * 24 * HOUR
    const check = { ...confirmedCheck(from), grade: 'B' as const }
    const by = (accountId: string | null) => ({ requestId: 'r', accountId, at: 1, reason: null })
    return {
      _id: `row-${index}`,
      state: 'credited' as const,
      isAnnulled: false,
      plannedFrom: from,
      plannedUntil: from + HOUR,
      checkIn: check,
      checkOut: { ...check, at: from + HOUR },
      history: [{ act: 'confirmed' as const, ...by('leader') }],
      ...part,
    }
  }
  const rows = Array.from({ length: ALWAYS_CONFIRMED }, (_, index) => aRow(-index))
  const [newest = aRow(0)] = rows

  test('a day of more than ten hours', () => {
    expect(marksOf(newest, [newest], 600)).toEqual([])
    expect(marksOf(newest, [newest], 601)).toEqual(['longDay'])
  })

  test('the same person confirms each time, until staff have looked', () => {
    expect(marksOf(newest, rows, 60)).toEqual(['alwaysConfirmed'])
    expect(marksOf(newest, rows.slice(1), 60)).toEqual([])
    const another = rows.map((row, index) => (index === 3 ? aRow(-3, { history: [] }) : row))
    expect(marksOf(newest, another, 60)).toEqual([])
    const cleared = { act: 'cleared' as const, requestId: 'r', accountId: 's', at: 1, reason: 'x' }
    const looked = rows.map((row, index) =>
      index === 3 ? { ...row, history: [...row.history, cleared] } : row,
    )
    expect(marksOf(newest, looked, 60)).toEqual([])
  })

  test('two places are those whose counted times overlap', () => {
    const elsewhere = (part: object) => ({ ...newest, _id: 'other', ...part })
    const shifted = (by: number) => ({ plannedFrom: NOW + by, plannedUntil: NOW + by + HOUR })
    const shiftedOut = { ...newest.checkOut, at: NOW + 3 * HOUR }
    expect(marksOf(newest, [elsewhere({})], 60)).toEqual(['twoPlaces'])
    expect(marksOf(newest, [elsewhere({ ...shifted(HOUR), checkOut: shiftedOut })], 60)).toEqual([])
    expect(marksOf(newest, [elsewhere({ ...shifted(HOUR - 1), checkOut: shiftedOut })], 60)).toEqual([
      'twoPlaces',
    ])
    expect(marksOf(newest, [elsewhere({ isAnnulled: true })], 60)).toEqual([])
  })
})

describe('hours', () => {
  test('are never below 0 and never above the plan, and more presence never brings less', () => {
    const minute = fc.integer({ min: -300, max: 900 })
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 720 }),
        minute,
        minute,
        fc.nat(120),
        fc.constantFrom(1, 5, 15, 30),
        fc.integer({ min: 50, max: 100 }),
        (planned, inAt, outAt, longer, roundTo, fullFrom) => {
          const plan = { plannedFrom: NOW, plannedUntil: NOW + planned * 60_000 }
          const worth = (out: number) =>
            creditedMinutes(
              { ...plan, inAt: NOW + inAt * 60_000, outAt: NOW + out * 60_000 },
              { roundTo: roundTo as 15, fullFrom },
            )
          const minutes = worth(outAt)
          expect(Number.isInteger(minutes)).toBe(true)
          expect(minutes).toBeGreaterThanOrEqual(0)
          expect(minutes).toBeLessThanOrEqual(planned)
          expect(worth(outAt + longer)).toBeGreaterThanOrEqual(minutes)
        },
      ),
    )
  })

  test('of the ledger add up to the total, after whatever was credited, corrected, annulled and restored', () => {
    const act = fc.record({
      attendance: fc.nat(4),
      kind: fc.constantFrom('credit', 'correction', 'annulment', 'restoration', 'backfill'),
      minutes: fc.nat(240),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const standing = new Map<number, { now: number; before: number }>()
        let totals = noHours('someone')
        let sums = { recorded: 0, backfilled: 0 }
        for (const { attendance, kind, minutes } of acts) {
          const known = standing.get(attendance) ?? { now: 0, before: 0 }
          const after = { annulment: 0, restoration: known.before }[kind as string] ?? minutes
          const isBackfill = kind === 'backfill'
          const entry = entryOf(isBackfill ? minutes : after - known.now, isBackfill, attendance)
          totals = added(totals, entry, isBackfill ? 0 : known.now)
          if (isBackfill) sums = { ...sums, backfilled: sums.backfilled + entry.minutes }
          else {
            sums = { ...sums, recorded: sums.recorded + entry.minutes }
            standing.set(attendance, { now: after, before: known.now })
          }
          const inWeeks = Object.values(totals.weeks).reduce((sum, each) => sum + each, 0)
          expect({ recorded: totals.recorded, backfilled: totals.backfilled }).toEqual(sums)
          expect(inWeeks).toBe(totals.recorded)
          expect(totals.recorded).toBeGreaterThanOrEqual(0)
          expect(totals.activities).toBe([...standing.values()].filter(({ now }) => now > 0).length)
        }
      }),
    )
  })
})

const entryOf = (minutes: number, isBackfill: boolean, attendance: number): HourEntryRow => ({
  _id: 'entry',
  accountId: 'someone',
  kind: 'credit',
  ledger: isBackfill ? 'backfilled' : 'recorded',
  minutes,
  title: '示例',
  organisationId: 'organisation',
  organisationName: '示例',
  activityId: null,
  attendanceId: String(attendance),
  claimId: null,
  annulmentId: null,
  grade: 'A',
  day: '2026-11-21',
  week: `2026-W${40 + attendance}`,
  month: '2026-11',
  by: null,
  reason: null,
  requestId: 'request',
  at: 1,
  order: '1',
  cityCode: '310000',
  districtCode: null,
  streetCode: null,
  villageCode: null,
})
