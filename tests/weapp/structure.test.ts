import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBudget } from '../../config/budget'
import { BUILD, readConfiguration } from '../support/weapp/build'
import { compileWxml, compileWxss } from '../support/weapp/compilers'

const inBuild = (file: string) => path.join(BUILD, file)
const { routes, tabs } = readConfiguration()
const theme = JSON.parse(readFileSync(inBuild('theme.json'), 'utf8')) as Record<
  'light' | 'dark',
  Record<string, string>
>

test('the official WXML compiler accepts every template', async () => {
  expect(await compileWxml(BUILD)).toEqual(expect.arrayContaining(routes.map((route) => `${route}.wxml`)))
})

test('the official WXSS compiler accepts every style sheet', async () => {
  expect(await compileWxss(BUILD)).toContain('app.wxss')
})

describe('a build with a mistake', () => {
  let broken: string
  beforeEach(() => {
    broken = mkdtempSync(path.join(tmpdir(), 'weapp-'))
    cpSync(BUILD, broken, { recursive: true })
  })
  afterEach(() => rmSync(broken, { recursive: true }))

  test('in a template is refused, with its place', async () => {
    writeFileSync(path.join(broken, 'pages/home/index.wxml'), '<view><text></view>')
    await expect(compileWxml(broken)).rejects.toThrow(/pages\/home\/index\.wxml:1:\d+/)
  })

  test('in a style sheet is refused', async () => {
    writeFileSync(path.join(broken, 'app.wxss'), '.page { color: ; } }')
    await expect(compileWxss(broken)).rejects.toThrow(/app\.wxss/)
  })
})

test('the packages are within the budget', () => {
  expect(() => checkBudget(BUILD, () => {})).not.toThrow()
})

test.each(routes)('%s has its logic, template and configuration', (route) => {
  for (const ending of ['js', 'wxml', 'json']) expect(existsSync(inBuild(`${route}.${ending}`))).toBe(true)
  expect(() => JSON.parse(readFileSync(inBuild(`${route}.json`), 'utf8'))).not.toThrow()
})

test('the main package holds the tab pages and nothing else', () => {
  const inMain = routes.filter((route) => route.startsWith('pages/'))
  expect(inMain.sort()).toEqual(tabs.map(({ route }) => route).sort())
})

/** WeChat refuses larger icons. */
const ICON_BYTES = 40 * 1024

/** `@name` is looked up in the theme, light and dark. */
const filesOfIcon = (icon: string): string[] =>
  icon.startsWith('@')
    ? (['light', 'dark'] as const).map((look) => theme[look][icon.slice(1)] ?? `missing ${icon} in ${look}`)
    : [icon]

test.each(tabs)('the icons of the tab $text are there and small enough', ({ iconPath, selectedIconPath }) => {
  for (const file of [iconPath, selectedIconPath].flatMap(filesOfIcon)) {
    expect(existsSync(inBuild(file)) ? file : `missing ${file}`).toBe(file)
    expect(statSync(inBuild(file)).size).toBeLessThanOrEqual(ICON_BYTES)
  }
})

/** What belongs to one machine only: its identities, its inbox, its addresses. */
const LOCAL_ONLY = ['/local/', '127.0.0.1', 'localhost', 'localPanel', 'phone-code', 'sign-in']

test.each(LOCAL_ONLY)('nothing of the local cloud is in the mini-program: %s', (words) => {
  const files = (readdirSync(BUILD, { recursive: true }) as string[]).filter((file) =>
    /\.(js|json|wxml)$/.test(file),
  )
  const holding = files.filter((file) => readFileSync(inBuild(file), 'utf8').includes(words))
  expect(holding).toEqual([])
})
