import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBudget, measurePackages } from '../../config/budget'

let build: string

beforeEach(() => {
  build = mkdtempSync(path.join(tmpdir(), 'budget-'))
})

afterEach(() => rmSync(build, { recursive: true }))

const APP = JSON.stringify({ pages: [], subPackages: [{ root: 'features/voting' }] })

/** A build of an app.json and two files of the given sizes in kilobytes. */
function aBuild(sizes: { main: number; voting: number }): void {
  mkdirSync(path.join(build, 'features/voting/pages'), { recursive: true })
  writeFileSync(path.join(build, 'app.json'), APP)
  writeFileSync(path.join(build, 'app.js'), 'x'.repeat(sizes.main * 1024 - APP.length))
  writeFileSync(path.join(build, 'features/voting/pages/index.js'), 'x'.repeat(sizes.voting * 1024))
}

test('files of a subpackage do not count for the main package', () => {
  aBuild({ main: 10, voting: 30 })
  expect(measurePackages(build)).toEqual({
    main: 10 * 1024,
    subPackages: { 'features/voting': 30 * 1024 },
    total: 40 * 1024,
  })
})

test('a build within the budget is printed package by package', () => {
  aBuild({ main: 600, voting: 30 })
  const lines: string[] = []
  checkBudget(build, (line) => lines.push(line.trim()))
  expect(lines).toEqual([
    '600.0 KB  main package (at most 600 KB)',
    '30.0 KB  features/voting',
    '630.0 KB  altogether (at most 3072 KB)',
  ])
})

test('a main package above its budget fails the build', () => {
  aBuild({ main: 601, voting: 1 })
  expect(() => checkBudget(build, () => {})).toThrow('The main package is 1.0 KB above its budget')
})

test('a mini-program above its budget fails the build', () => {
  aBuild({ main: 600, voting: 2500 })
  expect(() => checkBudget(build, () => {})).toThrow('The mini-program is 28.0 KB above its budget')
})

test('a folder without a mini-program is named', () => {
  expect(() => measurePackages(build)).toThrow('holds no mini-program')
})
