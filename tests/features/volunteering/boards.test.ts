import type { MyTeam, Volunteer } from '@contract/volunteering/people'
import { periodAfter, periodAt, periodWords } from '@/features/volunteering/boards/periods'
import { ELSEWHERE, scopesOf } from '@/features/volunteering/boards/scopes'
import { personWords } from '@/features/volunteering/boards/words'

const team = (name: string, state: MyTeam['state']): MyTeam => ({
  organisationId: name,
  name,
  kind: 'ecology',
  state,
  gridCode: null,
  since: 0,
  reason: null,
})

const volunteer: Volunteer = {
  name: '陈示例',
  bornIn: '1990-05',
  guardian: null,
  placeCode: '310106011002',
  gridCode: '310106011002001',
  skills: [],
  times: [],
  isListed: true,
  cardCode: '0123456789',
  registeredAt: 0,
  version: 1,
}

it.each([
  ['week', '2027-W01', -1, '2026-W53'],
  ['week', '2026-W47', 1, '2026-W48'],
  ['month', '2026-01', -1, '2025-12'],
  ['month', '2026-12', 1, '2027-01'],
  ['year', '2026', -1, '2025'],
] as const)('from %s %s by %i it is %s', (period, at, by, expected) => {
  expect(periodAfter(period, at, by)).toBe(expected)
})

it('names weeks by their days, by the clock of the city', () => {
  const sunday = Date.parse('2026-11-22T23:30:00+08:00')
  expect(periodWords('week', periodAt.week(sunday))).toBe('11月16日至11月22日')
  expect(periodWords('month', periodAt.month(sunday))).toBe('2026年11月')
  expect(periodWords('year', periodAt.year(sunday))).toBe('2026年')
})

it('ranks people in their teams first, then where they are at home, and in any other street', () => {
  const values = (...given: Parameters<typeof scopesOf>) => scopesOf(...given).map(({ value }) => value)
  expect(values(volunteer, [team('一队', 'member'), team('二队', 'asked')])).toEqual([
    '一队',
    '310106011002001',
    '310106011',
    ELSEWHERE,
  ])
  expect(values(null, [])).toEqual([ELSEWHERE])
})

it('says who a line is, and of somebody who is not listed nothing', () => {
  expect(personWords({ name: '陈**', isOwn: false })).toBe('陈**')
  expect(personWords({ name: null, isOwn: false })).toBe('不显示姓名')
  expect(personWords({ name: '陈**', isOwn: true })).toBe('我（陈**）')
})
