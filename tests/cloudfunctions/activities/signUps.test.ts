import type { SignUpRow } from '../../../cloudfunctions/platform/volunteering/rows'
import type { SeriesPlan } from '../../../contract/volunteering/activities'
import { anActivity, aPlanOfOneDay, dayFrom, seeActivity } from '../../support/activities'
import { goTo } from '../../support/attendance'
import { aCityAdministrator, accountIdOf, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aTeam, aVolunteer, type TeamForTests } from '../../support/volunteers'
import { addRows, countedSeats, functionsWithReader, signUpsOf } from './storedSignUps'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let cloud: Cloud
let team: TeamForTests
let one: Person
let two: Person
let three: Person

beforeAll(async () => {
  cloud = await startCloud({ functions: await functionsWithReader() })
  team = await aTeam(cloud, await aCityAdministrator(cloud), { joining: 'open' })
  ;[one, two, three] = [await aVolunteer(cloud), await aVolunteer(cloud), await aVolunteer(cloud)]
})
beforeEach(() => cloud.setClock(0))
afterAll(() => cloud?.stop())

const guide = { roleId: 'guide', name: '引导员', capacity: 1, skill: null, minAge: null }
/** Held once, in so many days at 9:00. */
const heldIn = (days: number, changes: Partial<SeriesPlan> = {}) =>
  anActivity(team.leader, team.organisationId, {
    recurrence: { kind: 'once', day: dayFrom(Date.now(), days) },
    roles: [guide],
    ...changes,
  })

const signUp = (
  person: Person,
  activityId: string,
  {
    roleId = 'guide',
    despiteClash = true,
    requestId,
  }: Partial<Record<'roleId' | 'requestId', string>> & { despiteClash?: boolean } = {},
) => person.activities('signUp', { activityId, roleId, despiteClash }, requestId)
const withdraw = (person: Person, activityId: string, requestId?: string) =>
  person.activities('withdraw', { activityId }, requestId)
const confirm = (person: Person, activityId: string) => person.activities('confirmSeat', { activityId })
const ownOf = async (person: Person, activityId: string) => (await seeActivity(person, activityId)).own
const runTimer = async () => expect(await cloud.runTimer('activities')).not.toHaveProperty('error')
const toldOf = async (person: Person, activityId: string) =>
  expectValue(await person.messages('listMessages', {}))
    .messages.filter(({ page }) => page?.endsWith(activityId))
    .map(({ title }) => title)

async function expectRightCounts(activityId: string) {
  const { said, counted, hasSeats } = await countedSeats(cloud, activityId)
  expect(said).toEqual(counted)
  expect(hasSeats.said).toBe(hasSeats.counted)
}

describe('nobody signs up', () => {
  test('for what there is not, or once it has begun', async () => {
    expect(expectError(await signUp(one, 'nothing')).code).toBe('activity_not_found')
    const { activityId, startsAt } = await heldIn(1)
    expect(expectError(await signUp(one, activityId, { roleId: 'other' })).code).toBe('role_not_found')
    await goTo(cloud, startsAt)
    expect(expectError(await signUp(one, activityId)).code).toBe('activity_not_open')
    expect(expectError(await withdraw(one, activityId)).code).toBe('not_signed_up')
  })

  test('who is no volunteer, no member where only members may, too young on the day, or without the skill', async () => {
    const { activityId } = await heldIn(2, {
      isForMembersOnly: true,
      roles: [{ ...guide, skill: 'firstAid', minAge: 18 }],
    })
    expect(expectError(await signUp(await cloud.person(), activityId)).code).toBe('not_volunteer')
    const guardian = {
      name: '示例家长',
      phone: '13800138000',
      relation: 'parent' as const,
      hasAgreed: true as const,
    }
    const bornIn = `${new Date().getUTCFullYear() - 15}-01`
    const child = await aVolunteer(cloud, { bornIn, guardian, skills: ['firstAid'] })
    expect(expectError(await signUp(child, activityId)).code).toBe('members_only')
    const join = async (person: Person) =>
      expectValue(await person.volunteers('askToJoin', { organisationId: team.organisationId, words: '' }))
    await join(child)
    expect(expectError(await signUp(child, activityId))).toEqual({ code: 'too_young_for_role', minAge: 18 })
    const grown = await aVolunteer(cloud, { skills: ['guiding'] })
    await join(grown)
    expect(expectError(await signUp(grown, activityId)).code).toBe('skill_needed')
    const able = await aVolunteer(cloud, { skills: ['firstAid'] })
    await join(able)
    expect(expectValue(await signUp(able, activityId)).signUp.state).toBe('confirmed')
  })

  test('for two things at the same time without being told; who knows may', async () => {
    const person = await aVolunteer(cloud)
    const first = await heldIn(4, { startMinute: 9 * 60, minutes: 120, theme: '示例：先报名的' })
    const overlapping = await heldIn(4, { startMinute: 10 * 60 })
    const following = await heldIn(4, { startMinute: 11 * 60 })
    expectValue(await signUp(person, first.activityId, { despiteClash: false }))
    expect(expectError(await signUp(person, overlapping.activityId, { despiteClash: false }))).toEqual({
      code: 'clash',
      activityId: first.activityId,
      theme: '示例：先报名的',
      startsAt: first.startsAt,
    })
    expectValue(await signUp(person, following.activityId, { despiteClash: false }))
    expectValue(await signUp(person, overlapping.activityId, { despiteClash: true }))
    expectValue(await withdraw(person, first.activityId))
    expectValue(await withdraw(person, overlapping.activityId))
    expectValue(await withdraw(person, following.activityId))
    expectValue(await signUp(person, overlapping.activityId, { despiteClash: false }))
  })
})

test('who comes first has the seat, the next ones wait in line, and the very same request is answered again', async () => {
  const { activityId } = await heldIn(3)
  const requestId = 'one-and-the-same-request'
  const first = expectValue(await signUp(one, activityId, { requestId })).signUp
  expect(first).toMatchObject({ state: 'confirmed', roleName: '引导员', placeInLine: null, confirmBy: null })
  expect(expectValue(await signUp(one, activityId, { requestId })).signUp).toEqual(first)
  expect(expectError(await signUp(one, activityId)).code).toBe('already_signed_up')
  expect(expectValue(await signUp(two, activityId)).signUp).toMatchObject({
    state: 'waiting',
    placeInLine: 1,
  })
  expect(expectValue(await signUp(three, activityId)).signUp).toMatchObject({
    state: 'waiting',
    placeInLine: 2,
  })
  expect(expectError(await confirm(two, activityId)).code).toBe('offer_ended')
  expectValue(await withdraw(two, activityId))
  expect(await ownOf(three, activityId)).toMatchObject({ state: 'waiting', placeInLine: 1 })
  expect(expectValue(await signUp(two, activityId)).signUp).toMatchObject({
    state: 'waiting',
    placeInLine: 2,
  })
  expect((await seeActivity(one, activityId)).roles).toEqual([{ ...guide, taken: 1, waiting: 2 }])
  await expectRightCounts(activityId)
})

test('a seat that is given up is kept for the next one, who confirms it', async () => {
  const { activityId } = await heldIn(3)
  for (const person of [one, two, three]) await signUp(person, activityId)
  const requestId = 'leaving-once-is-enough'
  expect(expectValue(await withdraw(one, activityId, requestId)).signUp).toMatchObject({
    state: 'withdrawn',
    isLate: false,
  })
  expect(expectValue(await withdraw(one, activityId, requestId)).signUp.state).toBe('withdrawn')
  expect(expectError(await withdraw(one, activityId)).code).toBe('not_signed_up')
  const offered = await ownOf(two, activityId)
  expect(offered?.state).toBe('offered')
  expect((offered?.confirmBy ?? 0) - Date.now()).toBeGreaterThan(11.9 * HOUR)
  expect(await toldOf(two, activityId)).toEqual(['轮到你了，请确认'])
  expect(await ownOf(three, activityId)).toMatchObject({ state: 'waiting', placeInLine: 1 })
  expect(expectError(await confirm(three, activityId)).code).toBe('offer_ended')
  expect(expectValue(await confirm(two, activityId)).signUp.state).toBe('confirmed')
  await expectRightCounts(activityId)
})

test('a seat that is not confirmed in time goes to the next one, and can be had again at the end of the list', async () => {
  const { activityId } = await heldIn(3)
  for (const person of [one, two, three]) await signUp(person, activityId)
  expectValue(await withdraw(one, activityId))
  await goTo(cloud, ((await ownOf(two, activityId))?.confirmBy ?? 0) + 1)
  expect(expectError(await confirm(two, activityId)).code).toBe('offer_ended')
  await runTimer()
  expect((await ownOf(two, activityId))?.state).toBe('lapsed')
  expect((await ownOf(three, activityId))?.state).toBe('offered')
  expect(await toldOf(two, activityId)).toEqual(['没有及时确认，名额已给下一位', '轮到你了，请确认'])
  expect(expectValue(await signUp(two, activityId)).signUp).toMatchObject({
    state: 'waiting',
    placeInLine: 1,
  })
  await expectRightCounts(activityId)
})

test('shortly before the start a free seat is given without asking, and leaving it is noted as late', async () => {
  const { activityId, startsAt } = await heldIn(3)
  for (const person of [one, two]) await signUp(person, activityId)
  await goTo(cloud, startsAt - 3 * HOUR)
  expect(expectValue(await withdraw(one, activityId)).signUp).toMatchObject({
    state: 'withdrawn',
    isLate: true,
  })
  expect((await ownOf(two, activityId))?.state).toBe('confirmed')
  expect(await toldOf(two, activityId)).toEqual(['轮到你了，已经报上名'])
  await goTo(cloud, startsAt)
  expect(expectError(await withdraw(two, activityId)).code).toBe('activity_not_open')
})

test('what a call that has not survived has handed in is settled by the timer, and the person is told', async () => {
  const { activityId } = await heldIn(3)
  expectValue(await signUp(one, activityId))
  const [settled] = await signUpsOf(cloud, activityId)
  const accountId = await accountIdOf(two)
  const signedUpAt = Date.now() - 60_000
  const left: Partial<SignUpRow> = {
    ...settled,
    _id: `${activityId}-${accountId}`,
    accountId,
    state: 'queued',
    remindAt: null,
    signedUpAt,
    order: `${signedUpAt}-${activityId}-${accountId}`,
    history: [{ act: 'queued', requestId: 'lost', accountId, at: signedUpAt, reason: null }],
  }
  await addRows(cloud, 'signUps', [left])
  expect(expectError(await signUp(two, activityId)).code).toBe('already_signed_up')
  await runTimer()
  expect(await ownOf(two, activityId)).toMatchObject({ state: 'waiting', placeInLine: 1 })
  expect(await toldOf(two, activityId)).toEqual(['已经排上候补'])
  await expectRightCounts(activityId)
})

describe('when an activity changes', () => {
  const revise = async (
    activity: { activityId: string; seriesId: string; day: string },
    changes: { startsAt?: number; capacity?: number },
  ) => {
    const { version, startsAt, theme, description, address, position, fenceMetres, insurance } =
      await seeActivity(team.leader, activity.activityId)
    return expectValue(
      await team.leader.activities('reviseActivity', {
        seriesId: activity.seriesId,
        day: activity.day,
        basedOn: version,
        startsAt: changes.startsAt ?? startsAt,
        minutes: 120,
        theme,
        description,
        address,
        position,
        fenceMetres,
        insurance,
        roles: [{ ...guide, capacity: changes.capacity ?? 1 }],
        notice: '示例：下雨改期',
      }),
    )
  }

  test('who has signed up is told once, and the new time is theirs', async () => {
    const activity = await heldIn(3)
    for (const person of [one, two]) await signUp(person, activity.activityId)
    const startsAt = activity.startsAt + 2 * DAY
    await revise(activity, { startsAt })
    await runTimer()
    await runTimer()
    expect(await toldOf(one, activity.activityId)).toEqual(['活动改期了'])
    expect(await toldOf(two, activity.activityId)).toEqual(['活动改期了'])
    const rows = await signUpsOf(cloud, activity.activityId)
    expect(rows.map((row) => row.startsAt)).toEqual([startsAt, startsAt])
    await expectRightCounts(activity.activityId)
  })

  test('more seats than before go to those who wait', async () => {
    const activity = await heldIn(3)
    for (const person of [one, two, three]) await signUp(person, activity.activityId)
    await revise(activity, { capacity: 2 })
    await runTimer()
    expect((await ownOf(two, activity.activityId))?.state).toBe('offered')
    expect((await ownOf(three, activity.activityId))?.state).toBe('waiting')
    await revise(activity, { capacity: 5 })
    await runTimer()
    expect((await ownOf(three, activity.activityId))?.state).toBe('offered')
    await expectRightCounts(activity.activityId)
  })

  test('and is cancelled, so are its sign-ups, and everybody is told why', async () => {
    const { activityId, seriesId, day } = await heldIn(3)
    for (const person of [one, two]) await signUp(person, activityId)
    expectValue(await team.leader.activities('cancelActivity', { seriesId, day, reason: '示例：有暴雨' }))
    expect(expectError(await signUp(three, activityId)).code).toBe('activity_not_open')
    await runTimer()
    for (const person of [one, two]) {
      expect((await ownOf(person, activityId))?.state).toBe('cancelled')
      expect(await toldOf(person, activityId)).toEqual(['活动取消了'])
    }
    expect((await countedSeats(cloud, activityId)).said).toEqual([
      { roleId: 'guide', capacity: 1, taken: 0, waiting: 0 },
    ])
  })
})

test('my sign-ups are there by when they begin, and those that are over the latest first', async () => {
  const person = await aVolunteer(cloud)
  const made = [await heldIn(5), await heldIn(2), await heldIn(3)]
  for (const { activityId } of made) expectValue(await signUp(person, activityId))
  const list = async (when: 'coming' | 'past') =>
    expectValue(await person.activities('listMySignUps', { when }))
  const coming = await list('coming')
  expect(coming.signUps.map(({ activityId }) => activityId)).toEqual(
    [1, 2, 0].map((at) => made[at]?.activityId),
  )
  expect(coming.signUps[0]).toMatchObject({
    state: 'confirmed',
    activityState: 'coming',
    theme: aPlanOfOneDay().theme,
  })
  await goTo(cloud, (made[2]?.endsAt ?? 0) + 1)
  expect((await list('coming')).signUps.map(({ activityId }) => activityId)).toEqual([made[0]?.activityId])
  const past = await list('past')
  expect(past.signUps.map(({ activityId, activityState }) => [activityId, activityState])).toEqual([
    [made[2]?.activityId, 'over'],
    [made[1]?.activityId, 'over'],
  ])
})

test('who deletes the account gives the seat to the next one, and what is over loses the person', async () => {
  const person = await aVolunteer(cloud)
  const over = await heldIn(1)
  const coming = await heldIn(4)
  for (const { activityId } of [over, coming]) expectValue(await signUp(person, activityId))
  expectValue(await signUp(two, coming.activityId))
  const { sections } = expectValue(await person.activities('exportMyData', {}))
  expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
    ['活动报名', 2],
    ['活动评价', 0],
  ])
  await goTo(cloud, over.endsAt + 1)
  expectValue(await person.accounts('deleteAccount', { confirmation: '注销账号' }))
  await runTimer()
  expect((await ownOf(two, coming.activityId))?.state).toBe('offered')
  const [kept] = await signUpsOf(cloud, over.activityId)
  expect(kept).toMatchObject({ state: 'confirmed', remindAt: null })
  const { accountId } = expectValue(await person.accounts('getMe', {}))
  expect(JSON.stringify([kept, await signUpsOf(cloud, coming.activityId)])).not.toContain(accountId)
  for (const { activityId } of [over, coming]) await expectRightCounts(activityId)
})
