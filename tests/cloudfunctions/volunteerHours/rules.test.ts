import {
  composePaper,
  type PaperEntry,
  servicesIn,
  standingOf,
} from '../../../cloudfunctions/volunteerHours/paper'
import { mayBeClaimed, streaksOf } from '../../../cloudfunctions/volunteerHours/rules'
import {
  ANNULMENT_CHANGES,
  type AnnulmentAct,
  annulmentAfter,
  CLAIM_CHANGES,
  type ClaimAct,
  claimAfter,
} from '../../../cloudfunctions/volunteerHours/transitions'
import { CERTIFICATE_ENTRIES_MAX, CERTIFICATE_LINES } from '../../../contract/limits'
import type { AnnulmentState, ClaimState } from '../../../contract/volunteerHours'

/** Noon in Shanghai. */
const on = (day: string) => Date.parse(`${day}T04:00:00Z`)

describe('weeks in a row', () => {
  test.each([
    ['no hours at all', [], '2026-11-21', 0, 0],
    ['this week only', ['2026-W47'], '2026-11-21', 1, 1],
    ['last week, and this one still running', ['2026-W46'], '2026-11-21', 1, 1],
    ['the week before last: the row is broken', ['2026-W45'], '2026-11-21', 0, 1],
    ['three weeks up to now', ['2026-W45', '2026-W47', '2026-W46'], '2026-11-21', 3, 3],
    ['a longer row before a gap', ['2026-W40', '2026-W41', '2026-W42', '2026-W46'], '2026-11-21', 1, 3],
    ['over a year of 52 weeks', ['2025-W51', '2025-W52', '2026-W01'], '2026-01-02', 3, 3],
    ['the first week begins in December', ['2025-W52', '2026-W01'], '2025-12-29', 2, 2],
    ['over a year of 53 weeks', ['2026-W52', '2026-W53', '2027-W01'], '2027-01-04', 3, 3],
    ['a year of 53 weeks without its last', ['2026-W52', '2027-W01'], '2027-01-04', 1, 1],
    ['the first days of January are of week 53', ['2026-W53'], '2027-01-03', 1, 1],
    ['hours in a week that is still to come', ['2026-W48'], '2026-11-21', 0, 1],
  ])('%s', (_case, weeks, day, streak, bestStreak) => {
    expect(streaksOf(weeks, on(day))).toEqual({ streak, bestStreak })
  })

  test('the week changes at midnight on Sunday in Shanghai', () => {
    const midnight = Date.parse('2026-11-23T00:00:00+08:00')
    expect(streaksOf(['2026-W46'], midnight - 1).streak).toBe(1)
    expect(streaksOf(['2026-W46'], midnight).streak).toBe(0)
  })
})

test.each([
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-11-22', false],
  ['2026-08-23', true],
  ['2026-08-22', false],
])('on 21 November hours of %s can be entered afterwards: %s', (day, isPossible) => {
  expect(mayBeClaimed(day, on('2026-11-21'))).toBe(isPossible)
})

describe('every pair of state and act', () => {
  const claimStates = Object.keys(CLAIM_CHANGES) as ClaimState[]
  const claimActs: ClaimAct[] = ['agree', 'decline', 'withdraw']
  const allowedClaims: Record<string, ClaimState> = {
    'proposed agree': 'agreed',
    'proposed decline': 'declined',
    'proposed withdraw': 'withdrawn',
  }
  test.each(claimStates.flatMap((state) => claimActs.map((act) => [state, act] as const)))(
    'a claim that is %s: %s',
    (state, act) => {
      expect(claimAfter(state, act)).toBe(allowedClaims[`${state} ${act}`] ?? null)
    },
  )

  const annulmentStates = Object.keys(ANNULMENT_CHANGES) as AnnulmentState[]
  const annulmentActs: AnnulmentAct[] = ['appeal', 'uphold', 'restore']
  const allowedAnnulments: Record<string, AnnulmentState> = {
    'standing appeal': 'appealed',
    'appealed uphold': 'upheld',
    'appealed restore': 'restored',
  }
  test.each(annulmentStates.flatMap((state) => annulmentActs.map((act) => [state, act] as const)))(
    'an annulment that is %s: %s',
    (state, act) => {
      expect(annulmentAfter(state, act)).toBe(allowedAnnulments[`${state} ${act}`] ?? null)
    },
  )
})

describe('what a certificate says', () => {
  let number = 0
  const entry = (changes: Partial<PaperEntry> = {}): PaperEntry => {
    number += 1
    return {
      ledger: 'recorded',
      minutes: 60,
      title: '清洁家园',
      organisationId: 'one',
      organisationName: '甲队',
      attendanceId: `attendance-${number}`,
      day: '2026-11-07',
      order: String(number).padStart(13, '0'),
      ...changes,
    }
  }
  const papered = (entries: PaperEntry[], organisationId: string | null = null) => {
    const composed = composePaper(entries, organisationId)
    if ('problem' in composed) throw new Error(composed.problem)
    return composed
  }

  test('is what each attendance comes to, by day, without what was entered afterwards', () => {
    const entries = [
      entry({ attendanceId: 'b', day: '2026-11-14', minutes: 120 }),
      entry({ attendanceId: 'a', minutes: 60 }),
      entry({ attendanceId: 'b', day: '2026-11-14', minutes: -30 }),
      entry({ attendanceId: 'c', minutes: 45 }),
      entry({ attendanceId: 'c', minutes: -45 }),
      entry({ ledger: 'backfilled', attendanceId: null, minutes: 500 }),
    ]
    const { paper } = papered(entries)
    expect(paper.minutes).toBe(150)
    expect(paper.lines.map(({ day, minutes }) => [day, minutes])).toEqual([
      ['2026-11-07', 60],
      ['2026-11-14', 90],
    ])
  })

  test('names each organisation once, under its latest name, or one alone', () => {
    const entries = [
      entry({ organisationName: '旧名' }),
      entry({ organisationId: 'two', organisationName: '乙队', day: '2026-11-10' }),
      entry({ organisationName: '新名', day: '2026-11-14' }),
    ]
    expect(papered(entries).paper.issuers).toEqual(['新名', '乙队'])
    expect(papered(entries, 'two').paper).toMatchObject({ issuers: ['乙队'], minutes: 60 })
  })

  test('sums up by organisation where there are too many lines', () => {
    const many = Array.from({ length: CERTIFICATE_LINES + 1 }, () => entry())
    expect(papered(many.slice(1)).paper.lines).toHaveLength(CERTIFICATE_LINES)
    expect(papered(many).paper.lines).toEqual([
      { day: null, title: `${CERTIFICATE_LINES + 1} 次志愿服务`, organisationName: '甲队', minutes: 2460 },
    ])
  })

  test('is nothing without hours, and refused where there are too many entries to be sure of all', () => {
    expect(composePaper([], null)).toEqual({ problem: 'no_hours' })
    expect(composePaper([entry()], 'another')).toEqual({ problem: 'no_hours' })
    const one = entry()
    const full = Array.from({ length: CERTIFICATE_ENTRIES_MAX }, () => one)
    expect(composePaper(full, null)).toEqual({ problem: 'period_too_long' })
  })

  describe('holds as long as its hours are what they were', () => {
    const issued = [entry({ attendanceId: 'a' }), entry({ attendanceId: 'b' })]
    const { paper, lastEntry } = papered(issued)
    const row = { organisationId: null, lastEntry, withdrawnAt: null }
    const later = (changes: Partial<PaperEntry>) => [...issued, entry(changes)]
    test.each([
      ['nothing since', issued, 'valid'],
      ['another activity since', later({ attendanceId: 'new' }), 'valid'],
      ['hours entered afterwards since', later({ ledger: 'backfilled', attendanceId: null }), 'valid'],
      ['a correction since', later({ attendanceId: 'a', minutes: -15 }), 'changed'],
      ['annulled since', later({ attendanceId: 'b', minutes: -60 }), 'changed'],
      [
        'annulled and restored',
        [...later({ attendanceId: 'b', minutes: -60 }), entry({ attendanceId: 'b', minutes: 60 })],
        'valid',
      ],
      ['entered at the same moment, and not seen', [...issued, { ...entry(), order: lastEntry }], 'changed'],
      ['entries gone', [], 'changed'],
    ] as const)('%s', (_case, entries, standing) => {
      expect(standingOf(row, paper, entries)).toBe(standing)
    })

    test('and until its person takes it back', () => {
      expect(standingOf({ ...row, withdrawnAt: 1 }, paper, issued)).toBe('withdrawn')
    })
  })

  test('services are never below 0', () => {
    expect(servicesIn([entry({ attendanceId: 'x', minutes: -10 })], null)).toEqual([])
  })
})
