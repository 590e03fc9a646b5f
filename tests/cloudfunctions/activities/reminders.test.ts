import type { Message } from '../../../contract/messages'
import { anActivity, dayFrom, seeActivity } from '../../support/activities'
import { goTo } from '../../support/attendance'
import { aCityAdministrator, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { aTeam, aVolunteer, type TeamForTests } from '../../support/volunteers'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR

let cloud: Cloud
let team: TeamForTests
let activity: Awaited<ReturnType<typeof anActivity>>
let eve: number
let comes: Person
let waits: Person
let left: Person

beforeAll(async () => {
  cloud = await startCloud()
  team = await aTeam(cloud, await aCityAdministrator(cloud))
  ;[comes, waits, left] = [await aVolunteer(cloud), await aVolunteer(cloud), await aVolunteer(cloud)]
})
beforeEach(async () => {
  await cloud.setClock(0)
  activity = await anActivity(team.leader, team.organisationId, {
    recurrence: { kind: 'once', day: dayFrom(Date.now(), 4) },
    roles: [{ roleId: 'guide', name: '引导员', capacity: 1, skill: null, minAge: null }],
  })
  eve = Math.floor((activity.startsAt + SHANGHAI) / DAY) * DAY - SHANGHAI - 6 * HOUR
})
afterAll(() => cloud?.stop())

const signUp = async (person: Person) =>
  expectValue(
    await person.activities('signUp', {
      activityId: activity.activityId,
      roleId: 'guide',
      despiteClash: true,
    }),
  )
const runTimer = async () => expect(await cloud.runTimer('activities')).not.toHaveProperty('error')
const at = async (moment: number) => {
  await goTo(cloud, moment)
  await runTimer()
}
const isReminder = ({ kind, page }: Message) =>
  kind === 'activityReminder' && page?.endsWith(activity.activityId)
const remindersOf = async (person: Person) =>
  expectValue(await person.messages('listMessages', {}))
    .messages.filter(isReminder)
    .map(({ title }) => title)
    .reverse()

test('who comes is reminded on the eve at six and two hours before, once each; who waits or has left is not', async () => {
  await signUp(left)
  await signUp(comes)
  await signUp(waits)
  expectValue(await left.activities('withdraw', { activityId: activity.activityId }))
  expectValue(await comes.activities('confirmSeat', { activityId: activity.activityId }))
  await at(eve - 60_000)
  expect(await remindersOf(comes)).toEqual([])
  await at(eve)
  await runTimer()
  expect(await remindersOf(comes)).toEqual(['明天有志愿活动'])
  await at(activity.startsAt - 2 * HOUR)
  await Promise.all([runTimer(), runTimer()])
  expect(await remindersOf(comes)).toEqual(['明天有志愿活动', '志愿活动快开始了'])
  await at(activity.startsAt)
  expect(await remindersOf(comes)).toHaveLength(2)
  for (const person of [waits, left]) expect(await remindersOf(person)).toEqual([])
})

test('who signs up after the eve is reminded two hours before', async () => {
  await goTo(cloud, eve + HOUR)
  await signUp(comes)
  await runTimer()
  expect(await remindersOf(comes)).toEqual([])
  await at(activity.startsAt - HOUR)
  expect(await remindersOf(comes)).toEqual(['志愿活动快开始了'])
})

test('a timer that has stood still over the eve gives the last reminder only, and none once it has begun', async () => {
  await signUp(comes)
  await at(activity.startsAt - HOUR)
  expect(await remindersOf(comes)).toEqual(['志愿活动快开始了'])
  await at(activity.startsAt + HOUR)
  expect(await remindersOf(comes)).toHaveLength(1)
})

test('who is reminded of an activity that was moved, is reminded of its new time', async () => {
  await signUp(comes)
  await at(eve)
  expect(await remindersOf(comes)).toEqual(['明天有志愿活动'])
  const shown = await seeActivity(team.leader, activity.activityId)
  const { theme, description, address, position, fenceMetres, insurance, version } = shown
  const roles = shown.roles.map(({ roleId, name, capacity, skill, minAge }) => ({
    roleId,
    name,
    capacity,
    skill,
    minAge,
  }))
  const startsAt = activity.startsAt + 2 * DAY
  expectValue(
    await team.leader.activities('reviseActivity', {
      seriesId: activity.seriesId,
      day: activity.day,
      basedOn: version,
      startsAt,
      minutes: 120,
      theme,
      description,
      address,
      position,
      fenceMetres,
      insurance,
      roles,
      notice: '示例：下雨改期',
    }),
  )
  await at(activity.startsAt - 2 * HOUR)
  expect(await remindersOf(comes)).toHaveLength(1)
  await at(eve + 2 * DAY)
  expect(await remindersOf(comes)).toEqual(['明天有志愿活动', '明天有志愿活动'])
  await at(startsAt - 2 * HOUR)
  expect(await remindersOf(comes)).toHaveLength(3)
})
