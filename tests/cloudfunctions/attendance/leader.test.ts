import { randomUUID } from 'node:crypto'
import type {
  ActivityRow,
  AttendanceRow,
  HourEntryRow,
  HourTotalsRow,
} from '../../../cloudfunctions/platform/volunteering/rows'
import { USUAL_HOURS_RULE } from '../../../contract/volunteering/hours'
import type { Direction } from '../../../contract/volunteering/presence'
import { goTo, scannedCode } from '../../support/attendance'
import { aCityAdministrator, aStaffMember, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  anActivityOf,
  aSite,
  cardCodeOf,
  changeRow,
  functionsWithSites,
  HERE,
  listRows,
  type OnSite,
  type Site,
  STREET,
  signUpAll,
  someVolunteers,
} from './site'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const REASON = '中途离开半小时'

let cloud: Cloud
let administrator: Person
let site: Site
let volunteers: OnSite[]
let next = 0

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithSites() })
  administrator = await aCityAdministrator(cloud)
  site = await aSite(cloud, administrator)
  volunteers = await someVolunteers(cloud, 40)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const some = (number: number): OnSite[] => {
  const people = volunteers.slice(next, next + number)
  next += number
  if (people.length < number) throw new Error('more volunteers are needed')
  return people
}
const aVolunteer = () => some(1)[0] as OnSite

async function anExpected(people: OnSite[], changes: Partial<ActivityRow> = {}) {
  const activity = await anActivityOf(cloud, site, changes)
  await signUpAll(cloud, activity, people)
  return activity
}

type People = ({ accountId: string } | { cardCode: string })[]

const confirm = async (
  { _id: activityId }: ActivityRow,
  direction: Direction,
  people: People,
  { at = null, by = site.leader, requestId }: { at?: number | null; by?: Person; requestId?: string } = {},
) =>
  expectValue(await by.attendance('confirmPresence', { activityId, direction, at, people }, requestId))
    .confirmed

const present = async (activity: ActivityRow, { person }: OnSite, direction: Direction, moment: number) => {
  await goTo(cloud, moment)
  const { key } = expectValue(await site.leader.attendance('openCheckIn', { activityId: activity._id }))
  const code = scannedCode(activity._id, key, direction, moment)
  return expectValue(await person.attendance('presentCode', { ...code, position: HERE })).presence
}

const attendanceOf = async ({ _id }: ActivityRow, { accountId }: OnSite) =>
  (await listRows<AttendanceRow>(cloud, 'attendances', { _id: `${_id}-${accountId}` }))[0]

const entriesOf = ({ accountId }: OnSite) => listRows<HourEntryRow>(cloud, 'hourEntries', { accountId })

const recordedOf = async ({ accountId }: OnSite) =>
  (await listRows<HourTotalsRow>(cloud, 'hourTotals', { _id: accountId }))[0]?.recorded ?? 0

const closeAt = async (moment: number) => {
  await goTo(cloud, moment)
  await cloud.runTimer('attendance')
}

const aCredited = async () => {
  const volunteer = aVolunteer()
  const activity = await anExpected([volunteer])
  await present(activity, volunteer, 'in', activity.startsAt)
  await present(activity, volunteer, 'out', activity.endsAt)
  return { volunteer, activity, attendanceId: `${activity._id}-${volunteer.accountId}` }
}

describe('the leader', () => {
  test('takes people without a phone down, by name or by card, and each once', async () => {
    const [one, other] = some(2) as [OnSite, OnSite]
    const activity = await anExpected([one, other])
    const { startsAt, endsAt } = activity
    const people = [{ accountId: one.accountId }, { cardCode: cardCodeOf(other.accountId) }]
    await goTo(cloud, startsAt)
    const ins = await confirm(activity, 'in', people)
    expect(ins).toMatchObject([
      { ok: true, accountId: one.accountId, minutes: 0, check: { grade: 'B', code: 'none' } },
      { ok: true, accountId: other.accountId, name: expect.stringContaining('陈示例') },
    ])
    await goTo(cloud, endsAt)
    const requestId = randomUUID()
    const times = [1, 2, 3, 4]
    const outs = await Promise.all(times.map(() => confirm(activity, 'out', people, { requestId })))
    for (const out of outs) expect(out).toMatchObject([{ minutes: 120 }, { minutes: 120 }])
    expect(await confirm(activity, 'out', people)).toEqual(
      people.map(() => ({ ok: false, reason: 'already' })),
    )
    expect([await recordedOf(one), await recordedOf(other)]).toEqual([120, 120])
    expect(await entriesOf(one)).toMatchObject([{ kind: 'credit', grade: 'B', minutes: 120 }])
  })

  test('says when, within the times of the activity and not of the future', async () => {
    const volunteer = aVolunteer()
    const hoursRule = { ...USUAL_HOURS_RULE, closesAtEnd: false }
    const activity = await anExpected([volunteer], { hoursRule })
    const { startsAt, endsAt } = activity
    const people = [{ accountId: volunteer.accountId }]
    await goTo(cloud, startsAt)
    expect(await confirm(activity, 'out', people)).toEqual([{ ok: false, reason: 'notCheckedIn' }])
    const refused = [{ ok: false, reason: 'notInTime' }]
    expect(await confirm(activity, 'in', people, { at: startsAt + HOUR })).toEqual(refused)
    expect(await confirm(activity, 'in', people, { at: startsAt - 2 * HOUR })).toEqual(refused)
    await goTo(cloud, endsAt + 24 * HOUR)
    expect(await confirm(activity, 'in', people)).toEqual(refused)
    expect(await confirm(activity, 'in', people, { at: startsAt + 30 * MINUTE })).toMatchObject([
      { ok: true },
    ])
    await goTo(cloud, endsAt + 8 * 24 * HOUR)
    expect(await confirm(activity, 'out', people, { at: endsAt })).toEqual(refused)
  })

  test('is told of who is unknown, and confirms nobody at another unit’s activity', async () => {
    const activity = await anExpected([])
    await goTo(cloud, activity.startsAt)
    const people = [{ cardCode: '0000000000' }, { accountId: 'nobody' }]
    expect(await confirm(activity, 'in', people)).toEqual(
      people.map(() => ({ ok: false, reason: 'unknown' })),
    )
    const other = await aSite(cloud, administrator)
    const answer = await other.leader.attendance('confirmPresence', {
      activityId: activity._id,
      direction: 'in',
      at: null,
      people,
    })
    expect(expectError(answer).code).toBe('not_allowed')
  })

  test('sees who has signed up and who has come, page by page', async () => {
    const people = some(3)
    const [first, second, walkIn] = people as [OnSite, OnSite, OnSite]
    const activity = await anExpected([first, second])
    await changeRow(cloud, 'signUps', `${activity._id}-${second.accountId}`, { state: 'withdrawn' })
    await present(activity, walkIn, 'in', activity.startsAt)
    const { rows, next } = expectValue(
      await site.leader.attendance('listRoster', { activityId: activity._id }),
    )
    expect(next).toBeNull()
    expect(rows).toHaveLength(2)
    const byAccount = new Map(rows.map((row) => [row.accountId, row]))
    expect(byAccount.get(first.accountId)).toMatchObject({ roleName: '志愿者', presence: null })
    expect(byAccount.get(walkIn.accountId)).toMatchObject({ isWalkIn: true, presence: { state: 'present' } })
    expect(expectValue(await site.leader.attendance('countPresent', { activityId: activity._id }))).toEqual({
      signedUp: 1,
      checkedIn: 1,
      checkedOut: 0,
      toConfirm: 1,
    })
  })
})

describe('corrected minutes', () => {
  test('are a further entry of the ledger, and the volunteer is told', async () => {
    const { volunteer, attendanceId } = await aCredited()
    const correct = (minutes: number, requestId?: string) =>
      site.leader.attendance('correctMinutes', { attendanceId, minutes, reason: REASON }, requestId)
    const requestId = randomUUID()
    const twice = await Promise.all([correct(90, requestId), correct(90, requestId)])
    expect(twice.map((answer) => expectValue(answer).minutes)).toEqual([90, 90])
    expectValue(await correct(105))
    expect(expectError(await correct(121))).toEqual({ code: 'above_plan', planned: 120 })
    const minutes = (await entriesOf(volunteer)).map((entry) => [entry.kind, entry.minutes])
    expect(minutes.sort()).toEqual([
      ['correction', -30],
      ['correction', 15],
      ['credit', 120],
    ])
    expect(await recordedOf(volunteer)).toBe(105)
    const { messages } = expectValue(await volunteer.person.messages('listMessages', {}))
    const lines = messages.filter(({ kind }) => kind === 'hoursMoved').map(({ line }) => line)
    expect(lines).toHaveLength(2)
    expect(lines.join()).toContain('从 120 分钟更正为 90 分钟')
  })

  test('are refused before there are hours, about one’s own, and once staff have annulled them', async () => {
    const { volunteer, activity, attendanceId } = await aCredited()
    const correct = (person: Person, id = attendanceId) =>
      person.attendance('correctMinutes', { attendanceId: id, minutes: 60, reason: REASON })
    const late = aVolunteer()
    await present(activity, late, 'in', activity.endsAt - MINUTE)
    const uncredited = await correct(site.leader, `${activity._id}-${late.accountId}`)
    expect(expectError(uncredited).code).toBe('not_credited')
    expect(expectError(await correct(volunteer.person)).code).toBe('not_allowed')
    expectValue(
      await administrator.administration('grantRole', {
        accountId: volunteer.accountId,
        name: '示例负责人',
        role: 'organisationLeader',
        placeCode: STREET,
        organisationId: site.organisationId,
        endsAt: null,
      }),
    )
    expect(expectError(await correct(volunteer.person)).code).toBe('second_person_needed')
    await changeRow(cloud, 'attendances', attendanceId, { isAnnulled: true, minutes: 0 })
    expect(expectError(await correct(site.leader)).code).toBe('hours_annulled')
  })
})

describe('when an activity is over', () => {
  test('who has not checked out is out at the planned end, and who did not come is absent', async () => {
    const [came, weak, missed] = some(3) as [OnSite, OnSite, OnSite]
    const activity = await anExpected([came, missed])
    const { startsAt, endsAt } = activity
    await present(activity, came, 'in', startsAt)
    await present(activity, weak, 'in', startsAt)
    await closeAt(endsAt + 2 * HOUR - MINUTE)
    expect((await attendanceOf(activity, came))?.state).toBe('present')
    await closeAt(endsAt + 2 * HOUR)
    await cloud.runTimer('attendance')
    expect(await attendanceOf(activity, came)).toMatchObject({
      state: 'credited',
      minutes: 120,
      checkOut: { at: endsAt, isAutomatic: true, grade: 'A' },
    })
    expect(await attendanceOf(activity, weak)).toMatchObject({ state: 'toConfirm', checkOut: { grade: 'C' } })
    expect(await attendanceOf(activity, missed)).toMatchObject({ state: 'absent', checkIn: null })
    expect(await recordedOf(came)).toBe(120)
    const [row] = await listRows<ActivityRow>(cloud, 'activities', { _id: activity._id })
    expect(row?.closesAt).toBeNull()
    // One word of the leader is enough for both ends.
    await confirm(activity, 'in', [{ accountId: weak.accountId }])
    expect(await attendanceOf(activity, weak)).toMatchObject({ state: 'credited', minutes: 120 })
  })

  test('nobody is out by itself where the leader has to say when', async () => {
    const volunteer = aVolunteer()
    const hoursRule = { ...USUAL_HOURS_RULE, closesAtEnd: false }
    const activity = await anExpected([volunteer], { hoursRule })
    const { startsAt, endsAt } = activity
    await present(activity, volunteer, 'in', startsAt)
    await closeAt(endsAt + 2 * HOUR)
    expect((await attendanceOf(activity, volunteer))?.state).toBe('present')
    const [closed] = await listRows<ActivityRow>(cloud, 'activities', { _id: activity._id })
    expect(closed?.closesAt).toBeNull()
    const people = [{ accountId: volunteer.accountId }]
    const [out] = await confirm(activity, 'out', people, { at: startsAt + 50 * MINUTE })
    expect(out).toMatchObject({ ok: true, minutes: 45 })
  })

  test('an absence can be excused, and undone by a leader who has seen the person', async () => {
    const volunteer = aVolunteer()
    const activity = await anExpected([volunteer])
    const { startsAt, endsAt } = activity
    const attendanceId = `${activity._id}-${volunteer.accountId}`
    const excuse = () => site.leader.attendance('excuseAbsence', { attendanceId, reason: '生病住院' })
    await closeAt(endsAt + 2 * HOUR)
    const answers = await Promise.all([excuse(), excuse()])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual([
      'not_absent',
      'ok',
    ])
    const people = [{ accountId: volunteer.accountId }]
    expect(await confirm(activity, 'in', people, { at: startsAt })).toMatchObject([
      { ok: true, minutes: 120 },
    ])
    expect((await attendanceOf(activity, volunteer))?.history.map(({ act }) => act)).toEqual([
      'absent',
      'excused',
      'confirmed',
    ])
  })

  test('corrections, confirmations and closing at one moment leave the sum of the ledger', async () => {
    const people = some(6)
    const activity = await anExpected(people)
    for (const one of people) await present(activity, one, 'in', activity.startsAt)
    await goTo(cloud, activity.endsAt + 2 * HOUR)
    const correct = ({ accountId }: OnSite) =>
      site.leader.attendance('correctMinutes', {
        attendanceId: `${activity._id}-${accountId}`,
        minutes: 60,
        reason: REASON,
      })
    const confirmAll = () =>
      confirm(
        activity,
        'out',
        people.map(({ accountId }) => ({ accountId })),
        { at: activity.endsAt },
      )
    await Promise.all([
      cloud.runTimer('attendance'),
      confirmAll(),
      cloud.runTimer('attendance'),
      ...people.map(correct),
      ...people.map(correct),
    ])
    for (const one of people) {
      const row = await attendanceOf(activity, one)
      const entries = await entriesOf(one)
      const sum = entries.reduce((total, { minutes }) => total + minutes, 0)
      expect(row?.state).toBe('credited')
      expect([60, 120]).toContain(row?.minutes)
      expect([sum, row?.entries]).toEqual([row?.minutes, entries.length])
      expect(await recordedOf(one)).toBe(sum)
    }
  })
})

describe('hours unlike everybody else’s', () => {
  test('are marked: a long day, and two places at once', async () => {
    const volunteer = aVolunteer()
    const all = await anExpected([volunteer])
    const long = { startsAt: all.startsAt, endsAt: all.startsAt + 6 * HOUR }
    const [one, other] = [await anExpected([volunteer], long), await anExpected([volunteer], long)]
    await present(one, volunteer, 'in', long.startsAt)
    await present(other, volunteer, 'in', long.startsAt)
    await present(one, volunteer, 'out', long.endsAt)
    expect((await attendanceOf(one, volunteer))?.marks).toEqual([])
    await present(other, volunteer, 'out', long.endsAt)
    const row = await attendanceOf(other, volunteer)
    expect(row?.marks).toEqual(['longDay', 'twoPlaces'])
    expect(row?.markedOrder).toBe(row?.order)
  })
})

describe('a person’s own data', () => {
  test('name where the person was, and go with the account', async () => {
    const { volunteer, activity } = await aCredited()
    const { sections } = expectValue(await volunteer.person.attendance('exportMyData', {}))
    expect(sections[0]?.items[0]).toMatchObject({ 活动: activity.theme, 时长: '120 分钟', 状态: '已计时长' })
    expectValue(await volunteer.person.accounts('deleteAccount', { confirmation: '注销账号' }))
    await cloud.runTimer('attendance')
    expect(await attendanceOf(activity, volunteer)).toBeUndefined()
  })
})

test('only leaders of the unit and administrators above see the list', async () => {
  const activity = await anExpected([])
  const { _id: activityId } = activity
  const elsewhere = await aStaffMember(cloud, administrator, 'administrator', '310115')
  for (const person of [aVolunteer().person, elsewhere]) {
    expect(expectError(await person.attendance('listRoster', { activityId })).code).toBe('not_allowed')
    expect(expectError(await person.attendance('countPresent', { activityId })).code).toBe('not_allowed')
  }
})
