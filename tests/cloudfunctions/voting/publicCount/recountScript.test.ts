import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { Ruled } from '../../../../cloudfunctions/voting/publicCount/lines'
import { TIE_BREAKS, VOTE_SCALES } from '../../../../contract/campaigns'
import { aBallot, aPublicFile, RECOUNT_SCRIPT, runScript } from '../../../support/publicFile'

/** The script that anyone runs on the public file: it finds what is right, and names what is not. */

const BALLOTS = [
  aBallot(1, [1]),
  aBallot(2, [2, 1]),
  aBallot(3, [4]),
  aBallot(4, [2]),
  aBallot(5, [3], 'notCounted'),
  aBallot(6, [2, 4], 'pending'),
  aBallot(7, [3]),
]
const RULED = new Map<string, Ruled>([
  [aBallot(6, [])._id, { act: 'accept', number: 1 }],
  [aBallot(7, [])._id, { act: 'strike', number: 2 }],
])
const { bytes, root } = aPublicFile(BALLOTS, { ruled: RULED })

/** Line, from 1, in which each byte of a file stands; a line break ends its own line. */
function linesOf(file: Buffer): number[] {
  let line = 1
  return [...file].map((byte) => (byte === 10 ? line++ : line))
}

test('by itself, with Node alone, it prints the list, the decisions and the root', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-recount-'))
  const file = path.join(folder, 'ballots.txt')
  writeFileSync(file, bytes)
  const said = execFileSync(process.execPath, [RECOUNT_SCRIPT, file, root.toUpperCase()], {
    encoding: 'utf8',
  })
  expect(said.split('\n')).toEqual([
    '活动：示例选树活动',
    '选票：7 张。计入 5，按规则不计 1，剔除 1',
    '第 1 号决定：认可 1 张。理由：同一网络地址集中投票，经两人核查',
    '第 2 号决定：剔除 1 张。理由：同一网络地址集中投票，经两人核查',
    '名单（前 2 名）：',
    '  1. 2 号 第2号（示例）自律会  3 票',
    '  2. 1 号 第1号（示例）自律会  2 票',
    `根哈希：${root}`,
    '结论：没有问题。每一行都对得上，清点得到的名单与公布的相同。请把根哈希与网页上的比一比。',
    '',
  ])
  writeFileSync(file, bytes.subarray(0, -200))
  expect(spawnSync(process.execPath, [RECOUNT_SCRIPT, file]).status).toBe(1)
  expect(spawnSync(process.execPath, [RECOUNT_SCRIPT]).status).toBe(2)
  rmSync(folder, { recursive: true })
})

test('any one changed byte is detected, and its line is named first', () => {
  const lines = linesOf(bytes)
  const unnamed: number[] = []
  for (const [place, line] of lines.entries()) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8))
    const { exitCode, said } = runScript([changed])
    const first = said.find((words) => words.startsWith('问题：')) ?? ''
    if (exitCode !== 1 || !first.startsWith(`问题：第 ${line} 行`)) unnamed.push(place)
  }
  expect(lines.length).toBeGreaterThan(1000)
  expect(unnamed).toEqual([])
})

test('a byte that is left out or put in, and lines that are taken out, put in or swapped, are detected', () => {
  const lines = bytes.toString().trimEnd().split('\n')
  const joined = (some: (string | undefined)[]) => Buffer.from(`${some.join('\n')}\n`)
  const [header, one, two, ...rest] = lines
  const changed = [
    joined([header, two, ...rest]),
    joined([header, one, one, two, ...rest]),
    joined([header, two, one, ...rest]),
    joined([one, two, ...rest]),
    joined(lines.slice(0, -1)),
    joined([...lines, one]),
    Buffer.concat([bytes, bytes]),
    Buffer.alloc(0),
  ]
  expect(changed.map((file) => runScript([file]).exitCode)).toEqual(changed.map(() => 1))
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.boolean(),
      fc.integer({ min: 0, max: 255 }),
      (place, isMore, byte) => {
        const put = isMore ? [Buffer.from([byte])] : []
        const after = bytes.subarray(isMore ? place : place + 1)
        expect(runScript([Buffer.concat([bytes.subarray(0, place), ...put, after])]).exitCode).toBe(1)
      },
    ),
    { numRuns: 500 },
  )
})

test('a file that was made anew with other ballots fits itself, but not the root that was published', () => {
  const other = aPublicFile([...BALLOTS.slice(1), aBallot(9, [3])], { ruled: RULED })
  expect(runScript([other.bytes]).exitCode).toBe(0)
  const { exitCode, said } = runScript([other.bytes], [root])
  expect(exitCode).toBe(1)
  expect(said).toContain('问题：文件内容与网页上的根哈希不符：这不是公布的那个文件')
})

test('a file in several parts is the same file, in their order only', () => {
  const [middle, end] = [Math.floor(bytes.length / 3), bytes.length - 40]
  const parts = [bytes.subarray(0, middle), bytes.subarray(middle, end), bytes.subarray(end)]
  expect(runScript(parts, [root]).exitCode).toBe(0)
  expect(runScript([...parts].reverse(), [root]).exitCode).toBe(1)
})

test('the script and the cloud, written apart, come to one list for any ballots, rules and scores, in any order', () => {
  const candidates = 5
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: candidates }), { minLength: 1, maxLength: 3 })
  const cases = fc.record({
    choices: fc.array(numbers, { minLength: 1, maxLength: 25 }),
    weight: fc.constantFrom(100, 70, 33, 0),
    voteScale: fc.constantFrom(...VOTE_SCALES),
    tieBreaks: fc.shuffledSubarray([...TIE_BREAKS], { minLength: 1 }),
    scores: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: candidates, maxLength: candidates }),
    turn: fc.nat(),
  })
  fc.assert(
    fc.property(cases, ({ choices, weight, voteScale, tieBreaks, scores, turn }) => {
      const options = {
        candidates,
        rules: { tieBreaks, formula: { votes: weight, scores: 100 - weight, voteScale } },
        scores: Object.fromEntries(scores.map((score, index) => [index + 1, score])),
      }
      const ballots = choices.map((chosen, index) => aBallot(index, chosen))
      const made = aPublicFile(ballots, options)
      expect(runScript([made.bytes], [made.root])).toMatchObject({ exitCode: 0 })
      const turned = [...ballots.slice(turn % ballots.length), ...ballots.slice(0, turn % ballots.length)]
      expect(aPublicFile(turned.reverse(), options).bytes.equals(made.bytes)).toBe(true)
    }),
    { numRuns: 150 },
  )
})
