import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../../../localcloud/clock'
import { readFunctions } from '../../../localcloud/functions/functionFolder'
import { createFunctionService } from '../../../localcloud/functions/functionService'
import { buildProgram, makeTestFolder } from '../builtPrograms'

const folder = makeTestFolder('compiled')
const functions = join(folder, 'functions')
const compiled = join(folder, 'compiled')

/** Answers with what it finds: a package beside it, its folder, and where an error of its own is said to be. */
const bundle = (word: string): string => `
const beside = require('beside')
exports.main = () => {
  const place = new Error('here').stack.split('\\n')[1]
  return { word: '${word}', beside, place, folder: __dirname }
}`

const IMPORTING = `exports.main = async () => (await import('./later.mjs')).later`

const own = join(functions, 'finder')

function deploy(code: string): void {
  mkdirSync(join(own, 'node_modules/beside'), { recursive: true })
  writeFileSync(join(own, 'node_modules/beside/index.js'), `module.exports = 'beside it'`)
  writeFileSync(join(own, 'later.mjs'), `export const later = 'imported later'`)
  writeFileSync(join(own, 'index.js'), code)
}

/** Calls the function so many times at once, each on an instance of its own. */
async function callAnew(times = 1): Promise<unknown[]> {
  const service = createFunctionService({
    functions: readFunctions(functions),
    instancesPerFunction: times,
    workerFile: join(folder, 'functionWorker.js'),
    adminUrl: 'http://127.0.0.1:9/admin',
    ownVariables: {},
    clock: createClock(),
    log: () => {},
    keepLine: () => {},
  })
  const nobody = { openid: undefined, source: 'wx_client', clientIp: undefined }
  const call = async () => {
    const answer = await service.invoke('finder', '{}', nobody)
    return 'error' in answer ? answer.error : JSON.parse(answer.result)
  }
  const answers = await Promise.all(Array.from({ length: times }, call))
  // What is kept is written between two events: after these, it is.
  await Promise.all(Array.from({ length: times }, call))
  await service.stop()
  return answers
}

const answerOf = (word: string) => ({
  word,
  beside: 'beside it',
  place: expect.stringContaining(`${join(functions, 'finder/index.js')}:4:`),
  folder: join(functions, 'finder'),
})

const kept = (): string[] => (existsSync(compiled) ? readdirSync(compiled) : [])
const only = (): string => join(compiled, kept()[0] ?? '')

beforeAll(() => buildProgram('localcloud/functions/functionWorker.ts', join(folder, 'functionWorker.js')))
beforeEach(() => {
  rmSync(compiled, { recursive: true, force: true })
  deploy(bundle('first'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what one instance compiled is kept, and taken by the next, which finds all that the first found', async () => {
  expect(await callAnew()).toEqual([answerOf('first')])
  expect(kept()).toHaveLength(1)
  const written = statSync(only())
  expect(await callAnew()).toEqual([answerOf('first')])
  // Refused, it would have been written anew, as another file.
  expect(statSync(only()).ino).toBe(written.ino)
})

test('instances that start at the same moment leave one whole file', async () => {
  expect(await callAnew(6)).toEqual(Array.from({ length: 6 }, () => answerOf('first')))
  expect(kept()).toHaveLength(1)
  const written = statSync(only())
  await callAnew()
  expect(statSync(only()).ino).toBe(written.ino)
})

test('a bundle that was built anew runs as it is now', async () => {
  await callAnew()
  deploy(bundle('other'))
  expect(await callAnew()).toEqual([answerOf('other')])
  expect(kept()).toHaveLength(2)
})

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['changed', (whole: Buffer) => Buffer.from(whole).fill(7, whole.length - 9)],
  ['empty', () => Buffer.alloc(0)],
])('a file that is %s is refused and replaced', async (_, spoil) => {
  await callAnew()
  const whole = readFileSync(only())
  writeFileSync(only(), spoil(whole))
  expect(await callAnew()).toEqual([answerOf('first')])
  const { ino } = statSync(only())
  await callAnew()
  expect(statSync(only()).ino).toBe(ino)
})

test('what imports while it runs finds what it imports, and is not kept', async () => {
  deploy(IMPORTING)
  for (let round = 0; round < 2; round++) expect(await callAnew()).toEqual(['imported later'])
  expect(kept()).toEqual([])
})

test('where nothing can be kept, functions run as ever', async () => {
  writeFileSync(compiled, 'a file stands where the folder should be')
  expect(await callAnew(2)).toEqual([answerOf('first'), answerOf('first')])
})
