import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import Database from 'libsql'
import { buildLocalcloudOnce } from '../../support/localcloudBuild'

const kills = 6
const callers = 16
const folder = mkdtempSync(join(tmpdir(), 'durability-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function serve(program: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(program, 'servingProcess.js'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, url: line.toString().trim() }
}

async function send(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return (await response.json()) as Record<string, unknown>
}

/** Adds ballots and counts them in the same breath until the connection breaks; tells what was acknowledged. */
async function vote(url: string, round: number, caller: number, acknowledged: string[]): Promise<void> {
  for (let number = 0; ; number++) {
    const _id = `${round}-${caller}-${number}`
    const document = JSON.stringify({ _id, bucket: caller, tags: [`t${number % 3}`] })
    try {
      const answer = await send(url, {
        action: 'database.insertDocument',
        collectionName: 'ballots',
        data: [document],
      })
      if (answer.code) throw new Error(`refused: ${JSON.stringify(answer)}`)
      acknowledged.push(_id)
    } catch (error) {
      if (String(error).includes('refused')) throw error
      return
    }
  }
}

function storedIds(): string[] {
  const database = new Database(join(folder, 'documents.sqlite'))
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const rows = database.prepare('SELECT doc FROM c1').all() as Array<{ doc: string }>
    const items = database.prepare('SELECT count(*) AS n FROM c1Elements').all() as Array<{ n: number }>
    expect(items[0]?.n).toBe(rows.length)
    return rows.map(({ doc }) => (JSON.parse(doc) as { _id: string })._id)
  } finally {
    database.close()
  }
}

test('what was acknowledged survives kill -9, once, in a sound file', async () => {
  const { folder: program } = await buildLocalcloudOnce()
  await build({
    entryPoints: [require.resolve('./servingProcess')],
    outdir: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  })
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round++) {
    const { child, url } = await serve(program)
    const voting = Array.from({ length: callers }, (_, caller) => vote(url, round, caller, acknowledged))
    await new Promise((resolve) => setTimeout(resolve, 150 + round * 70))
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
    await Promise.all(voting)
    const stored = storedIds()
    expect(new Set(stored).size).toBe(stored.length)
    const known = new Set(stored)
    expect(acknowledged.filter((_id) => !known.has(_id))).toEqual([])
  }
  expect(acknowledged.length).toBeGreaterThan(kills * callers)
})
