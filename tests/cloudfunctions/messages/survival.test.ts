import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { aCityAdministrator } from '../../support/builders'
import { type Cloud, MESSAGE_TEMPLATES, type Person, startCloud } from '../../support/cloud'
import { changedFunctions, WITHOUT_DERIVED_ID } from './variants'
import { inboxOf, publishFor, subscribe } from './writing'

/** `KILLS=200` for the full measure; fewer keep the run of all tests short. */
const KILLS = Number(process.env.KILLS ?? 30)
/** Side by side, each killed half of the times: starting again is what takes the time. */
const MACHINES = 2
const PEOPLE = 40
const CAMPAIGNS = Array.from({ length: 10 }, (_, index) => `第${index + 1}次选树`)
/** Longer than a lease, so that what was under way at a kill is due again after it. */
const LATER = 61_000

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Everyone has agreed to be told of every result: with a `once` template it would be of the first one only. */
async function startWithLongTemplates(): Promise<Cloud> {
  const cloud = await startCloud()
  await cloud.kill()
  const file = path.join(cloud.folder, 'environment.json')
  const templates = { resultsPublished: { ...MESSAGE_TEMPLATES.resultsPublished, term: 'long' } }
  const environment = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...environment, MESSAGE_TEMPLATES: JSON.stringify(templates) }))
  await cloud.restart()
  return cloud
}

/** Writes and sends the first messages undisturbed; answers how long a kill may wait to hit the next few. */
async function measureSending(cloud: Cloud, person: Person): Promise<number> {
  await cloud.runTimer('voting')
  await person.messages('countUnread', {})
  const startedAt = Date.now()
  await cloud.runTimer('messages')
  return (Date.now() - startedAt) / 4
}

interface Killing {
  kills: number
  /** Of the clock, before the real time. */
  ahead: number
  /** A quarter of the time that all messages of one campaign take. */
  span: number
}

/** Every fourth kill comes while messages are being written, the others while they are being sent. */
async function killAtRandom(cloud: Cloud, person: Person, { kills, ahead, span }: Killing): Promise<number> {
  for (let kill = 0; kill < kills; kill++) {
    const isWriting = kill % 4 === 0
    // Any call loads the function, so that the timer's work begins at once.
    await (isWriting ? person.voting('listCampaigns', {}) : person.messages('countUnread', {}))
    await cloud.setClock(ahead + kill * LATER)
    const work = cloud.runTimer(isWriting ? 'voting' : 'messages').catch(() => null)
    await pause(Math.random() * span * (isWriting ? 3 : 1))
    await cloud.kill()
    await work
    await cloud.restart()
  }
  return ahead + kills * LATER
}

/** Writes and sends until nothing is left. */
async function finish(cloud: Cloud, from: number): Promise<void> {
  for (let ahead = from + LATER; ; ahead += LATER) {
    await cloud.setClock(ahead)
    const written = (await cloud.runTimer('voting')) as { result: { told: number } }
    const sent = (await cloud.runTimer('messages')) as { result: { sent: number } }
    if (written.result.told + sent.result.sent === 0) return
  }
}

/** For each person how often each message was sent, after they were found in the inbox once each. */
async function runMachine(kills: number): Promise<number[]> {
  const cloud = await startWithLongTemplates()
  try {
    const administrator = await aCityAdministrator(cloud)
    const people = await cloud.people(Array.from({ length: PEOPLE }, (_, index) => `oTold${index}x`))
    for (const person of people) await subscribe(person, 'resultsPublished')
    const [first, ...others] = CAMPAIGNS
    let ahead = await publishFor(cloud, administrator, people, first ? { name: first } : {})
    const span = await measureSending(cloud, people[0] as Person)
    for (const name of others) ahead = await publishFor(cloud, administrator, people, { name, ahead })
    ahead = await killAtRandom(cloud, people[0] as Person, { kills, ahead, span })
    await finish(cloud, ahead)
    const times: number[] = []
    for (const person of people) {
      const shown = (await inboxOf(person)).messages.map(({ title }) => title)
      expect(shown.sort()).toEqual([...CAMPAIGNS].sort())
      const sent = (await cloud.messages(person)).map(({ values }) => values.thing1)
      times.push(...CAMPAIGNS.map((name) => sent.filter((title) => title === name).length))
    }
    return times
  } finally {
    await cloud.stop()
  }
}

test(`while the cloud is killed ${KILLS} times, each message is sent at least once and shown once`, async () => {
  const machines = Array.from({ length: MACHINES }, () => runMachine(KILLS / MACHINES))
  const times = (await Promise.all(machines)).flat()
  expect(times).toHaveLength(MACHINES * PEOPLE * CAMPAIGNS.length)
  expect(times.filter((number) => number < 1)).toEqual([])
  // Some kills fell between sending and marking, or this would have shown nothing.
  expect(times.filter((number) => number > 1).length).toBeGreaterThan(0)
}, 600_000)

describe('a crash between writing a message and removing the reminder', () => {
  async function shownAfterCrash(cloud: Cloud): Promise<number> {
    const administrator = await aCityAdministrator(cloud)
    const person = await cloud.person()
    await publishFor(cloud, administrator, [person])
    const lost = { action: 'database.removeDocument', collection: 'reminders', count: 1 }
    await cloud.control('faults', { failAfter: { ...lost, effect: 'dropBeforeWrite' } })
    for (let run = 0; run < 3; run++) await cloud.runTimer('voting')
    return (await inboxOf(person)).messages.length
  }

  test('leaves one message', async () => {
    const cloud = await startCloud()
    expect(await shownAfterCrash(cloud).finally(() => cloud.stop())).toBe(1)
  })

  test('would leave two if the id were not derived from what the message is about', async () => {
    const functions = changedFunctions([WITHOUT_DERIVED_ID])
    const cloud = await startCloud({ functions })
    expect(await shownAfterCrash(cloud).finally(() => cloud.stop())).toBe(2)
    rmSync(functions, { recursive: true })
  })
})
