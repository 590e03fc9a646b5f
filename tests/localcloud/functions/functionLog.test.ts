import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FunctionLog, openFunctionLog } from '../../../localcloud/functions/functionLog'

let folder: string
let losses: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'))
  losses = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

let time = 0
const open = (bytesPerFile?: number): FunctionLog =>
  openFunctionLog({ folder, now: () => ++time, onLoss: (reason) => losses.push(reason), bytesPerFile })
const write = (log: FunctionLog, line: string, requestId = 'r1'): void =>
  log.write({ function: 'voting', requestId, level: 'info', line })
const linesOf = async (log: FunctionLog, wanted = {}): Promise<string[]> =>
  (await log.find(wanted)).map(({ line }) => line)

test('each line is one JSON line, and the newest is found first', async () => {
  const log = open()
  write(log, 'first')
  write(log, 'two\nlines')
  await log.stop()
  const [first, second, ...rest] = readFileSync(join(folder, 'functions.jsonl'), 'utf8').split('\n')
  expect(rest).toEqual([''])
  expect(JSON.parse(first ?? '')).toEqual({
    at: expect.any(Number),
    function: 'voting',
    requestId: 'r1',
    level: 'info',
    line: 'first',
  })
  expect(JSON.parse(second ?? '')).toMatchObject({ line: 'two\nlines' })
  expect(await linesOf(open())).toEqual(['two\nlines', 'first'])
})

test('lines are found by request and by what they contain, and by both', async () => {
  const log = open()
  write(log, 'it said "r1", in quotes', 'r2')
  write(log, '梧桐 r2', 'r1')
  expect(await linesOf(log, { requestId: 'r1' })).toEqual(['梧桐 r2'])
  expect(await linesOf(log, { contains: '"r1", in' })).toEqual(['it said "r1", in quotes'])
  expect(await linesOf(log, { contains: '梧' })).toEqual(['梧桐 r2'])
  expect(await linesOf(log, { contains: 'r1' })).toEqual(['it said "r1", in quotes'])
  expect(await linesOf(log, { requestId: 'r1', contains: 'quotes' })).toEqual([])
  expect(await linesOf(log, { contains: 'voting' })).toEqual([])
})

test('at most the hundred newest are answered', async () => {
  const log = open()
  for (let index = 0; index < 250; index++) write(log, `line ${index}`)
  const lines = await linesOf(log)
  expect([lines.length, lines[0], lines[99]]).toEqual([100, 'line 249', 'line 150'])
})

test('a file that has become too large is put aside, and one old file is kept', async () => {
  const log = open(2_000)
  for (let index = 0; index < 100; index++) {
    write(log, `line ${index} ${'x'.repeat(100)}`)
    await log.find({ requestId: 'none' })
  }
  await log.stop()
  expect(readdirSync(folder).toSorted()).toEqual(['functions.1.jsonl', 'functions.jsonl'])
  const kept = await log.find({})
  // Both files together, without a gap between them.
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.length).toBeLessThan(50)
  expect(kept.map(({ line }) => Number(line.split(' ')[1]))).toEqual(kept.map((_, index) => 99 - index))
})

test('the size of a file from before a restart counts', async () => {
  appendFileSync(join(folder, 'functions.jsonl'), `${'x'.repeat(3_000)}\n`)
  const log = open(2_000)
  write(log, 'new')
  await log.stop()
  expect(readFileSync(join(folder, 'functions.1.jsonl'), 'utf8')).toContain('xxx')
  expect(await linesOf(log)).toEqual(['new'])
})

test('on a full disk lines are lost, that is told once, and later lines are kept', async () => {
  const file = join(folder, 'functions.jsonl')
  symlinkSync('/dev/full', file)
  const log = open()
  for (const line of ['lost', 'lost too']) {
    write(log, line)
    await log.stop()
  }
  expect(losses).toEqual([expect.stringContaining('ENOSPC')])
  unlinkSync(file)
  appendFileSync(file, '{"at":1,"line":"half a li')
  write(log, 'kept')
  expect(await linesOf(log)).toEqual(['kept'])
})

test('writing returns before the disk has answered', async () => {
  const log = open()
  write(log, 'soon')
  expect(readdirSync(folder)).toEqual([])
  for (let tries = 0; readdirSync(folder).length === 0 && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(readdirSync(folder)).toEqual(['functions.jsonl'])
})

test('lines that come faster than a disk can take are lost instead of filling the memory', async () => {
  const log = open()
  for (let index = 0; index < 1_200; index++) write(log, 'x'.repeat(8_000))
  expect(losses).toEqual(['lines come faster than they can be written'])
  await log.stop()
  expect(readFileSync(join(folder, 'functions.jsonl')).length).toBeLessThan(9_000_000)
})
