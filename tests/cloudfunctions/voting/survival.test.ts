import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { aCampaign, aCityAdministrator, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'

/** `KILLS=20 npx jest tests/cloudfunctions/voting/survival` takes the full measure. */
const KILLS = Number(process.env.KILLS ?? 8)
const CALLERS = 24

let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud?.stop())

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test(`of votes cast while the cloud is killed ${KILLS} times, none acknowledged is lost and none is counted twice`, async () => {
  const administrator = await aCityAdministrator(cloud)
  const { campaignId, candidateIds } = await aCampaign(administrator)
  const acknowledged = new Map<string, string>()
  let isOver = false

  /** Votes as one person until it is acknowledged: the same request again and again, as the app does. */
  async function castUntilAcknowledged(person: Person): Promise<void> {
    const requestId = randomUUID()
    const choices = [candidateIds[acknowledged.size % candidateIds.length] as string]
    for (;;) {
      const answer = await person.voting('castBallot', { campaignId, choices }, requestId).catch(() => null)
      if (answer?.ok) return void acknowledged.set(person.openid, answer.value.trackingCode)
      if (answer && !['busy', 'internal'].includes(answer.error.code))
        throw new Error(`refused: ${answer.error.code}`)
      await pause(30)
    }
  }

  const people = await cloud.people(Array.from({ length: CALLERS * 400 }, (_, index) => `oSurvivor${index}x`))
  const callers = Array.from({ length: CALLERS }, async () => {
    while (!isOver) await castUntilAcknowledged(people.pop() as Person)
  })
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(100 + Math.random() * 300)
    await cloud.kill()
    await cloud.restart()
  }
  await pause(200)
  isOver = true
  await Promise.all(callers)

  expect(acknowledged.size).toBeGreaterThan(KILLS)
  for (const trackingCode of acknowledged.values()) expectValue(await cloudCheck(trackingCode))
  expect(new Set(acknowledged.values()).size).toBe(acknowledged.size)

  await cloud.setClock(8 * 24 * 3_600_000)
  let recount = expectValue(await administrator.voting('recount', { campaignId }))
  while (recount.state === 'running')
    recount = expectValue(await administrator.voting('recount', { campaignId, recountId: recount.recountId }))
  expect(['equal', 'repaired']).toContain(recount.state)
  expect(recount.ballotsCounted).toBe(acknowledged.size)

  await cloud.kill()
  for (const file of databaseFiles(cloud.folder)) {
    const database = new Database(file)
    expect(database.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }])
    database.close()
  }
  await cloud.restart()
}, 240_000)

/** Asked by a new visitor each time, since checking is paced. */
async function cloudCheck(trackingCode: string) {
  const person = await cloud.person()
  return person.voting('checkReceipt', { trackingCode })
}

function databaseFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(sqlite|db)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(0)
  return files.map((file) => path.join(folder, file))
}
