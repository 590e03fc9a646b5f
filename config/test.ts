import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { buildClient } from './buildClient'
import { buildFunctions } from './buildFunctions'
import { buildLocalcloud } from './buildLocalcloud'
import { folderOf } from './folders'

/** `npm test`: checks, builds, then every test. Quiet but for what fails; ends in one line of counts. */

const started = Date.now()
const say = (what: string) =>
  console.log(`[${String(Math.round((Date.now() - started) / 1000)).padStart(3)} s] ${what}`)

interface Report {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
}

/** Runs jest with its report in a file, and shows what it prints only of tests that fail. */
function runJest(extra: string[]): Promise<Report> {
  const report = folderOf('test-results/jest.json')
  rmSync(report, { force: true })
  rmSync(folderOf('test-results/pictures'), { recursive: true, force: true })
  const jest = folderOf('node_modules/jest/bin/jest.js')
  const reporters = ['--reporters', folderOf('config/failuresReporter.cjs')]
  const child = spawn(
    process.execPath,
    // One worker for each core: much of a test is waiting, for the local cloud, a browser, the disk.
    [jest, ...extra, '--ci', '--maxWorkers=100%', '--json', `--outputFile=${report}`, ...reporters],
    {
      cwd: folderOf('.'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    },
  )
  return new Promise((resolve) => {
    child.once('exit', () => resolve(JSON.parse(readFileSync(report, 'utf8')) as Report))
  })
}

function check(): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', 'check'], {
    cwd: folderOf('.'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve) => {
    child.once('close', (status) => {
      if (status !== 0) console.error(Buffer.concat(said).toString())
      resolve(status === 0)
    })
  })
}

async function build(): Promise<void> {
  await Promise.all([buildFunctions(), buildLocalcloud()])
  await buildClient('weapp')
  await buildClient('h5')
}

async function main(): Promise<void> {
  say('types, lint, import rules, unused code; building functions, local cloud, mini-program and pages')
  const [isClean] = await Promise.all([check(), build()])
  say('tests')
  const report = await runJest(process.argv.slice(2))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + (isClean ? 0 : 1)
  // `check` counts as one test.
  say('done')
  console.log(`${report.numPassedTests + (isClean ? 1 : 0)} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

main().catch((error: Error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
