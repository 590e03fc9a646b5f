import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildReferences } from '../../bench/build'
import type { HttpRequest } from '../../bench/load/order'
import { type Generator, startGenerator } from '../../bench/load/startGenerator'
import { startReference } from '../../bench/targets/reference'

const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-test-'))
let generator: Generator
let references: Awaited<ReturnType<typeof startReference>>[]

beforeAll(async () => {
  await buildReferences()
  generator = startGenerator()
  references = [await startReference('floor', folder), await startReference('afternoon', folder)]
})

afterAll(async () => {
  generator.stop()
  await Promise.all(references.map(({ program }) => program.stop()))
  rmSync(folder, { recursive: true, force: true })
})

const send = (origin: string, requests: HttpRequest[], callers: number) =>
  generator.run({ origin, callers, milliseconds: 20_000, requests, repeat: false })

test('what the references accept is stored, one ballot for each voter', async () => {
  for (const reference of references) {
    const before = (await reference.countStored()).stored
    const outcome = await send(reference.url, await reference.makeVotes(200, () => 3), 16)
    const { stored, distinct } = await reference.countStored()
    expect(outcome).toMatchObject({ sent: 200, accepted: 200, refused: 0, failed: 0 })
    expect({ stored, distinct }).toEqual({ stored: before + 200, distinct: before + 200 })
  }
})

test('a voter who votes 64 times at once is counted once by the references', async () => {
  for (const reference of references) {
    const before = (await reference.countStored()).stored
    const [vote] = await reference.makeVotes(1, () => 3)
    const outcome = await send(
      reference.url,
      Array.from({ length: 64 }, () => vote as HttpRequest),
      64,
    )
    expect(outcome).toMatchObject({ sent: 64, accepted: 1, refused: 63, failed: 0 })
    expect((await reference.countStored()).stored).toBe(before + 1)
  }
})

test('the references refuse a token that somebody else has signed', async () => {
  for (const reference of references) {
    const before = (await reference.countStored()).stored
    const [vote] = await reference.makeVotes(1, () => 3)
    const forged = { ...(vote as HttpRequest), authorization: 'Bearer somebody.c29tZXRoaW5n' }
    expect(await send(reference.url, [forged], 1)).toMatchObject({ accepted: 0, refused: 1 })
    expect((await reference.countStored()).stored).toBe(before)
  }
})
