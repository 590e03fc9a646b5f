import type {
  ActivityRow,
  HourEntryRow,
  HourTotalsRow,
} from '../../../cloudfunctions/platform/volunteering/rows'
import { CODE_STEP, type Direction, stepAt } from '../../../contract/volunteering/presence'
import { goTo, scannedCode } from '../../support/attendance'
import { aCityAdministrator, aStaffMember, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import {
  addRows,
  anActivityOf,
  aSite,
  FAR_AWAY,
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
/** All of an afternoon's volunteers; 2000 for the whole measure. */
const CHECK_INS = Number(process.env.CHECKINS ?? 60)

let cloud: Cloud
let administrator: Person
let site: Site
let volunteers: OnSite[]
let next = 0

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithSites() })
  administrator = await aCityAdministrator(cloud)
  site = await aSite(cloud, administrator)
  volunteers = await someVolunteers(cloud, 24)
})
afterEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const aVolunteer = (): OnSite => {
  const one = volunteers[next++]
  if (!one) throw new Error('more volunteers are needed')
  return one
}

const keyOf = async (activity: ActivityRow) =>
  expectValue(await site.leader.attendance('openCheckIn', { activityId: activity._id })).key

/** An activity with somebody who has signed up for it, and its key. */
async function anExpected(changes: Partial<ActivityRow> = {}) {
  const activity = await anActivityOf(cloud, site, changes)
  const volunteer = aVolunteer()
  await signUpAll(cloud, activity, [volunteer])
  return { activity, volunteer, key: await keyOf(activity) }
}

type Where = typeof HERE | null

const present = (
  { person }: OnSite,
  { _id }: ActivityRow,
  key: string,
  { direction = 'in', moment, position = HERE }: { direction?: Direction; moment: number; position?: Where },
) => person.attendance('presentCode', { ...scannedCode(_id, key, direction, moment), position })

const hoursOf = async ({ accountId }: OnSite) => ({
  entries: await listRows<HourEntryRow>(cloud, 'hourEntries', { accountId }),
  totals: (await listRows<HourTotalsRow>(cloud, 'hourTotals', { _id: accountId }))[0],
})

describe('the leader’s key', () => {
  test('is for leaders of the unit and administrators above, another for each activity', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { _id: activityId } = activity
    const other = await aSite(cloud, administrator)
    for (const person of [volunteer.person, other.leader])
      expect(expectError(await person.attendance('openCheckIn', { activityId })).code).toBe('not_allowed')
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    const opened = expectValue(await administrator.attendance('openCheckIn', { activityId }))
    expect(opened).toMatchObject({
      key,
      theme: activity.theme,
      opensAt: activity.startsAt - HOUR,
      closesAt: activity.endsAt + 2 * HOUR,
    })
    expect(await keyOf(await anActivityOf(cloud, site))).not.toBe(key)
  })

  test('is not given for an activity that is cancelled', async () => {
    const activity = await anActivityOf(cloud, site, { isCancelled: true })
    const answer = await site.leader.attendance('openCheckIn', { activityId: activity._id })
    expect(expectError(answer).code).toBe('activity_cancelled')
  })
})

describe('a code', () => {
  test('with the place checks in and out with grade A, and brings the hours', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt, endsAt } = activity
    await goTo(cloud, startsAt)
    const checkedIn = expectValue(await present(volunteer, activity, key, { moment: startsAt }))
    expect(checkedIn).toMatchObject({ isRepeated: false, presence: { state: 'present', minutes: 0 } })
    expect(checkedIn.presence.checkIn).toMatchObject({
      code: 'live',
      place: 'within',
      distance: 0,
      grade: 'A',
    })
    await goTo(cloud, endsAt)
    const out = expectValue(await present(volunteer, activity, key, { direction: 'out', moment: endsAt }))
    expect(out.presence).toMatchObject({ state: 'credited', minutes: 120, checkOut: { grade: 'A' } })
    const { entries, totals } = await hoursOf(volunteer)
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      kind: 'credit',
      ledger: 'recorded',
      minutes: 120,
      grade: 'A',
      by: null,
    })
    expect(totals).toMatchObject({ recorded: 120, activities: 1 })
    const own = expectValue(await volunteer.person.attendance('getMyPresence', { activityId: activity._id }))
    expect(own.presence).toEqual(out.presence)
  })

  test('is refused to who is no volunteer, and by an activity that is cancelled or not there', async () => {
    const { activity, volunteer, key } = await anExpected()
    const moment = activity.startsAt
    await goTo(cloud, moment)
    const stranger = { person: await cloud.person(), accountId: '' }
    expect(expectError(await present(stranger, activity, key, { moment })).code).toBe('not_volunteer')
    const gone = { ...activity, _id: 'no-such-activity' }
    expect(expectError(await present(volunteer, gone, key, { moment })).code).toBe('activity_not_found')
    const cancelled = await anActivityOf(cloud, site, { isCancelled: true })
    expect(expectError(await present(volunteer, cancelled, key, { moment })).code).toBe('activity_cancelled')
  })

  test('is good for one activity and one direction', async () => {
    const { activity, volunteer, key } = await anExpected()
    const moment = activity.startsAt
    const other = await anActivityOf(cloud, site, { startsAt: moment, endsAt: activity.endsAt })
    await goTo(cloud, moment)
    const otherKey = await keyOf(other)
    expect(expectError(await present(volunteer, activity, otherKey, { moment })).code).toBe('code_wrong')
    const out = scannedCode(activity._id, key, 'out', moment)
    const turned = await volunteer.person.attendance('presentCode', {
      ...out,
      direction: 'in',
      position: HERE,
    })
    expect(expectError(turned).code).toBe('code_wrong')
    const early = await present(volunteer, activity, key, { direction: 'out', moment })
    expect(expectError(early).code).toBe('not_checked_in')
  })

  test('is taken from an hour before the start until the end, and out until two hours after it', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt, endsAt } = activity
    for (const moment of [startsAt - HOUR - MINUTE, endsAt + MINUTE]) {
      await goTo(cloud, moment)
      expect(expectError(await present(volunteer, activity, key, { moment }))).toEqual({
        code: 'not_in_time',
        opensAt: startsAt - HOUR,
        closesAt: endsAt,
      })
    }
    await goTo(cloud, startsAt - HOUR + 1000)
    expectValue(await present(volunteer, activity, key, { moment: startsAt - HOUR + 1000 }))
    const tooLate = endsAt + 2 * HOUR + MINUTE
    await goTo(cloud, tooLate)
    expect(
      expectError(await present(volunteer, activity, key, { direction: 'out', moment: tooLate })).code,
    ).toBe('not_in_time')
  })

  test('that is sent again, or eight times at once, counts once', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt, endsAt } = activity
    await goTo(cloud, startsAt)
    const times = [1, 2, 3, 4, 5, 6, 7, 8]
    const ins = await Promise.all(times.map(() => present(volunteer, activity, key, { moment: startsAt })))
    expect(ins.filter((answer) => !expectValue(answer).isRepeated)).toHaveLength(1)
    await goTo(cloud, endsAt)
    const outs = await Promise.all(
      times.map(() => present(volunteer, activity, key, { direction: 'out', moment: endsAt })),
    )
    expect(outs.map((answer) => expectValue(answer).presence.minutes)).toEqual(times.map(() => 120))
    expect(outs.filter((answer) => !expectValue(answer).isRepeated)).toHaveLength(1)
    const { entries, totals } = await hoursOf(volunteer)
    expect(entries).toHaveLength(1)
    expect(totals?.recorded).toBe(120)
  })

  test('sent to a friend far away is worth C, and counts only when the leader has seen the friend', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { _id: activityId, startsAt, endsAt } = activity
    await goTo(cloud, startsAt)
    const answer = await present(volunteer, activity, key, { moment: startsAt, position: FAR_AWAY })
    expect(expectValue(answer).presence.checkIn).toMatchObject({
      place: 'outside',
      distance: 5004,
      grade: 'C',
    })
    await goTo(cloud, endsAt)
    const out = expectValue(await present(volunteer, activity, key, { direction: 'out', moment: endsAt }))
    expect(out.presence).toMatchObject({ state: 'toConfirm', minutes: 0, checkOut: { grade: 'A' } })
    expect((await hoursOf(volunteer)).entries).toEqual([])
    expect(expectValue(await site.leader.attendance('countPresent', { activityId }))).toEqual({
      signedUp: 1,
      checkedIn: 1,
      checkedOut: 1,
      toConfirm: 1,
    })
    const { confirmed } = expectValue(
      await site.leader.attendance('confirmPresence', {
        activityId,
        direction: 'in',
        at: null,
        people: [{ accountId: volunteer.accountId }],
      }),
    )
    expect(confirmed[0]).toMatchObject({
      ok: true,
      minutes: 120,
      check: { grade: 'B', at: expect.any(Number) },
    })
    const [entry] = (await hoursOf(volunteer)).entries
    expect(entry).toMatchObject({ minutes: 120, grade: 'B' })
  })

  test('without a place waits for the leader, who is not asked about the place', async () => {
    const { activity, volunteer, key } = await anExpected()
    await goTo(cloud, activity.startsAt)
    const answer = await present(volunteer, activity, key, { moment: activity.startsAt, position: null })
    expect(expectValue(answer).presence.checkIn).toMatchObject({
      place: 'unknown',
      distance: null,
      grade: 'C',
    })
  })

  test('is taken as live whatever time the phone believes it is', async () => {
    const { activity, volunteer, key } = await anExpected()
    const moment = activity.startsAt + 5 * MINUTE
    await goTo(cloud, moment)
    const scanned = scannedCode(activity._id, key, 'in', moment)
    const answer = await volunteer.person.attendance('presentCode', {
      ...scanned,
      step: stepAt(moment - 300 * 24 * HOUR),
      shownAt: moment - 300 * 24 * HOUR,
      position: HERE,
    })
    expect(expectValue(answer).presence.checkIn).toMatchObject({ code: 'live', grade: 'A' })
  })

  test('kept on a phone without a network counts from its own time, once the leader has confirmed', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt } = activity
    const seen = startsAt + 10 * MINUTE
    await goTo(cloud, startsAt + 24 * HOUR)
    const presence = expectValue(await present(volunteer, activity, key, { moment: seen })).presence
    expect(presence.checkIn).toMatchObject({ code: 'late', grade: 'C' })
    expect(presence.checkIn?.at).toBe(stepAt(seen) * CODE_STEP)
    const confirm = () =>
      site.leader.attendance('confirmPresence', {
        activityId: activity._id,
        direction: 'in',
        at: null,
        people: [{ accountId: volunteer.accountId }],
      })
    expect(expectValue(await confirm()).confirmed[0]).toMatchObject({ ok: true, minutes: 120 })
  })

  test('that comes late is not looked for at any other time than the phone says', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt, endsAt } = activity
    await goTo(cloud, endsAt + HOUR)
    const scanned = scannedCode(activity._id, key, 'in', startsAt)
    const claim = (step: number) =>
      volunteer.person.attendance('presentCode', { ...scanned, step, position: HERE })
    for (const step of [
      stepAt(startsAt) + 3,
      stepAt(startsAt) - 3,
      stepAt(endsAt),
      stepAt(endsAt + 20 * HOUR),
    ])
      expect(expectError(await claim(step)).code).toBe('code_wrong')
    // Three days after the end a kept code is no longer taken.
    await goTo(cloud, endsAt + 73 * HOUR)
    expect(expectError(await claim(scanned.step)).code).toBe('code_wrong')
    await goTo(cloud, endsAt + 71 * HOUR)
    expectValue(await claim(scanned.step + 2))
  })

  test('cannot be of the future', async () => {
    const { activity, volunteer, key } = await anExpected()
    await goTo(cloud, activity.startsAt)
    const answer = await present(volunteer, activity, key, { moment: activity.startsAt + 5 * MINUTE })
    expect(expectError(answer).code).toBe('code_wrong')
  })

  test('cannot be guessed at a pace', async () => {
    const { activity, volunteer } = await anExpected()
    await goTo(cloud, activity.startsAt)
    const guess = () =>
      volunteer.person.attendance('presentCode', {
        ...scannedCode(activity._id, '00', 'in', activity.startsAt),
        position: HERE,
      })
    // Each running instance counts for itself.
    const answers = await Promise.all(Array.from({ length: 60 }, guess))
    const codes = answers.map((answer) => expectError(answer).code)
    expect(new Set(codes)).toEqual(new Set(['code_wrong', 'too_many_requests']))
  })
})

describe('who has not signed up', () => {
  test('waits for the leader, whatever the evidence', async () => {
    const activity = await anActivityOf(cloud, site)
    const { startsAt, endsAt, _id: activityId } = activity
    const [volunteer, key] = [aVolunteer(), await keyOf(activity)]
    await goTo(cloud, startsAt)
    const { presence } = expectValue(await present(volunteer, activity, key, { moment: startsAt }))
    expect(presence.checkIn).toMatchObject({ code: 'live', place: 'within', grade: 'C' })
    await goTo(cloud, endsAt)
    const out = expectValue(await present(volunteer, activity, key, { direction: 'out', moment: endsAt }))
    expect(out.presence).toMatchObject({ state: 'toConfirm', checkOut: { grade: 'C' } })
    const { rows } = expectValue(await site.leader.attendance('listRoster', { activityId }))
    expect(rows[0]).toMatchObject({ isWalkIn: true, roleName: null })
    const people = [{ accountId: volunteer.accountId }]
    const { confirmed } = expectValue(
      await site.leader.attendance('confirmPresence', { activityId, direction: 'in', at: null, people }),
    )
    expect(confirmed[0]).toMatchObject({ ok: true, minutes: 120 })
  })

  test('is refused by an activity for members, unless a member', async () => {
    const activity = await anActivityOf(cloud, site, { isForMembersOnly: true })
    const [stranger, member, key] = [aVolunteer(), aVolunteer(), await keyOf(activity)]
    const { organisationId } = site
    const membership = { _id: `${organisationId}-${member.accountId}`, organisationId, state: 'member' }
    await addRows(cloud, 'memberships', [{ ...membership, accountId: member.accountId, order: '1' }])
    await goTo(cloud, activity.startsAt)
    const moment = activity.startsAt
    expect(expectError(await present(stranger, activity, key, { moment })).code).toBe('members_only')
    expectValue(await present(member, activity, key, { moment }))
    const people = [{ accountId: stranger.accountId }]
    const { confirmed } = expectValue(
      await site.leader.attendance('confirmPresence', {
        activityId: activity._id,
        direction: 'in',
        at: null,
        people,
      }),
    )
    expect(confirmed).toEqual([{ ok: false, reason: 'unknown' }])
  })

  test('and could have made the code at home waits for another leader', async () => {
    const { activity, volunteer, key } = await anExpected()
    const { startsAt: moment, _id: activityId } = activity
    const grant = { name: '示例负责人', role: 'organisationLeader' as const, placeCode: STREET, endsAt: null }
    expectValue(
      await administrator.administration('grantRole', {
        ...grant,
        accountId: volunteer.accountId,
        organisationId: site.organisationId,
      }),
    )
    await goTo(cloud, moment)
    const { presence } = expectValue(await present(volunteer, activity, key, { moment }))
    expect(presence.checkIn).toMatchObject({ code: 'none', place: 'within', grade: 'C' })
    const people = [{ accountId: volunteer.accountId }]
    const confirm = (person: Person) =>
      person.attendance('confirmPresence', { activityId, direction: 'in', at: null, people })
    expect(expectValue(await confirm(volunteer.person)).confirmed).toEqual([{ ok: false, reason: 'own' }])
    expect(expectValue(await confirm(site.leader)).confirmed[0]).toMatchObject({ ok: true })
    const second = await aStaffMember(cloud, administrator, 'administrator', STREET)
    expect(expectValue(await confirm(second)).confirmed).toEqual([{ ok: false, reason: 'already' }])
  })
})

test(`${CHECK_INS} people check in at one activity at once, each credited once, and the counter is right`, async () => {
  const activity = await anActivityOf(cloud, site)
  const people = await someVolunteers(cloud, CHECK_INS)
  await signUpAll(cloud, activity, people)
  const key = await keyOf(activity)
  const { _id: activityId, startsAt, endsAt } = activity
  const all = async (direction: Direction, moment: number) => {
    await goTo(cloud, moment)
    const startedAt = Date.now()
    for (let at = 0; at < people.length; at += 100) {
      // The code goes on changing while people come.
      const shown = moment + Date.now() - startedAt
      const come = people
        .slice(at, at + 100)
        .map((one) => present(one, activity, key, { direction, moment: shown }))
      for (const answer of await Promise.all(come)) expectValue(answer)
    }
    return Date.now() - startedAt
  }
  const took = [await all('in', startsAt), await all('out', endsAt)]
  if (process.env.CHECKINS) console.log(`${CHECK_INS} in: ${took[0]} ms, out: ${took[1]} ms`)
  const counted = expectValue(await site.leader.attendance('countPresent', { activityId }))
  expect(counted).toEqual({ signedUp: CHECK_INS, checkedIn: CHECK_INS, checkedOut: CHECK_INS, toConfirm: 0 })
  const names: string[] = []
  for (let after: string | undefined; ; ) {
    const page = expectValue(await site.leader.attendance('listRoster', { activityId, after }))
    for (const { name, presence } of page.rows) {
      expect(presence).toMatchObject({ state: 'credited', minutes: 120 })
      names.push(name)
    }
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(names).size).toBe(CHECK_INS)
  const one = people[0] as OnSite
  expect((await hoursOf(one)).entries).toHaveLength(1)
})
