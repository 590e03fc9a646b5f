import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { MESSAGE_KINDS } from '../contract/messages'
import { people } from '../localcloud/seed/content/people'
import { seed } from '../localcloud/seed/seed'
import { buildClient } from './buildClient'
import { buildFunctions } from './buildFunctions'
import { buildLocalcloud } from './buildLocalcloud'
import { folderOf } from './folders'

/** `npm start`: builds what has changed, starts the whole program on this machine, fills it with demo data once. */
const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8790' },
    data: { type: 'string', default: folderOf('.data') },
    reset: { type: 'boolean', default: false },
  },
})

interface Environment {
  GONGZHI_SECRET: string
  ADMINISTRATOR_SECRET: string
  MESSAGE_TEMPLATES: string
}

/** One machine has no templates of WeChat's to apply for, so every kind of message has one. */
const templates = Object.fromEntries(
  MESSAGE_KINDS.map((kind) => [
    kind,
    {
      templateId: kind === 'resultsPublished' ? 'results-published' : `local-${kind}`,
      term: 'long',
      fields: { thing1: 'title', thing2: 'line', time3: 'time' },
    },
  ]),
)

/** The functions' secrets, made once per data folder. On CloudBase they are set for each function instead. */
function environmentOf(data: string): Environment {
  const file = path.join(data, 'environment.json')
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Environment>) : {}
  const environment: Environment = {
    GONGZHI_SECRET: randomBytes(32).toString('hex'),
    ADMINISTRATOR_SECRET: randomBytes(16).toString('hex'),
    MESSAGE_TEMPLATES: JSON.stringify(templates),
    ...known,
  }
  writeFileSync(file, JSON.stringify(environment, null, 2), { mode: 0o600 })
  return environment
}

function launch(data: string, control: string): { cloud: ChildProcess; ready: Promise<string> } {
  const peopleFile = path.join(data, 'people.json')
  writeFileSync(peopleFile, JSON.stringify(people, null, 2))
  const program = folderOf('dist/localcloud/main.js')
  const places = [
    '--data',
    data,
    '--functions',
    folderOf('dist/cloudfunctions'),
    '--site',
    folderOf('dist/h5'),
  ]
  const cloud = spawn(
    process.execPath,
    [program, ...places, '--port', options.port, '--people', peopleFile, '--control', control],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ready = new Promise<string>((resolve, reject) => {
    let said = ''
    cloud.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
      const url = /ready on (http:\/\/\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
    cloud.once('exit', (code) => reject(new Error(`the local cloud stopped (exit ${code})`)))
  })
  return { cloud, ready }
}

async function main(): Promise<void> {
  const data = path.resolve(options.data)
  const mark = path.join(data, 'seeded')
  // Demo data that was interrupted half-way is made anew; a data folder that people have used is left alone.
  if (options.reset || (existsSync(path.join(data, 'seeding')) && !existsSync(mark)))
    rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  mkdirSync(folderOf('dist/h5'), { recursive: true })

  await Promise.all([buildFunctions(), buildLocalcloud()])
  const environment = environmentOf(data)
  const control = randomBytes(16).toString('hex')
  const { cloud, ready } = launch(data, control)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cloud.kill('SIGTERM'))
  cloud.once('exit', (code) => process.exit(code ?? 0))

  const url = await ready
  const isSeeded = existsSync(mark)
  console.log(
    isSeeded
      ? 'building the pages if they have changed …'
      : 'first start: building the pages and making demo data, about a minute …',
  )
  const fill = async () => {
    if (isSeeded) return
    writeFileSync(path.join(data, 'seeding'), '')
    await seed({
      url,
      control,
      administratorSecret: environment.ADMINISTRATOR_SECRET,
      say: (line) => console.log(`  ${line}`),
    })
    writeFileSync(mark, new Date().toISOString())
  }
  await Promise.all([buildClient('h5'), fill()])
  console.log(`\n  共治 Gongzhi is ready: ${url}\n`)
  console.log(
    '  Choose who you are on the page. Ctrl+C stops it; `npm start -- --reset` begins again with new demo data.',
  )
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
