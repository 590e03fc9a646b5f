import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Program, startProgram } from './program'

/** The harness itself: a tiny program drawn by Taro's convention, to see what is noticed and how events travel. */

const BASE = `<template name="tmpl_0_1">
  <view bindtap="eh" class="{{i.cl}}"></view>
</template>
<template name="tmpl_0_2">
  <view class="{{i.cl}}"></view>
</template>
<template name="tmpl_0_3">
  <view catchtap="eh"></view>
</template>`

const HOME = `Page({
  onLoad() {
    this.setData({ 'root.cn': [
      { nn: '1', sid: 'outer', cn: [
        { nn: '2', sid: 'inner', cn: [{ nn: '9', v: '已选 ' }, { nn: '9', v: '3' }, { nn: '9', v: ' 个' }] },
        { nn: '3', sid: 'caught', cn: [{ nn: '9', v: '停' }] },
      ] },
      { nn: '2', sid: 'deaf', cn: [{ nn: '9', v: '聋' }] },
    ] })
  },
  eh(event) { this.setData({ 'root.cn.[1].cn.[0].v': event.type + ' ' + event.currentTarget.id }) },
  onTabItemTap() {},
})`

let build: string
beforeEach(() => {
  build = mkdtempSync(path.join(tmpdir(), 'program-'))
})
afterEach(() => rmSync(build, { recursive: true }))

function start(home: string): Program {
  const tab = (name: string) => ({
    pagePath: `pages/${name}`,
    text: name,
    iconPath: '',
    selectedIconPath: '',
  })
  const app = {
    pages: ['pages/home', 'pages/mine', 'pages/deep'],
    tabBar: { list: [tab('home'), tab('mine')] },
  }
  mkdirSync(path.join(build, 'pages'))
  const files = {
    'app.json': JSON.stringify(app),
    'app.js': 'App({})',
    'base.wxml': BASE,
    'pages/home.js': home,
  }
  for (const [file, text] of Object.entries({
    ...files,
    'pages/mine.js': 'Page({})',
    'pages/deep.js': 'Page({})',
  }))
    writeFileSync(path.join(build, file), text)
  return startProgram({ callFunction: async () => ({ ok: true }) }, build)
}

test('split text is found as it is read, and a tap reaches the element around it that is bound', async () => {
  const program = start(HOME)
  expect(program.lines()).toEqual(['已选 3 个', '停', '聋'])
  await program.tap('已选 3 个')
  expect(program.lines()).toContain('tap outer')
})

test('a caught tap goes no further', async () => {
  const program = start(HOME)
  await program.tap('停')
  expect(program.lines()).toContain('tap caught')
})

test('a tap that nothing receives is a mistake', async () => {
  await expect(start(HOME).tap('聋')).rejects.toThrow('nothing receives "tap"')
})

test('a tab page stays as it was while another tab is shown', () => {
  const program = start(HOME)
  const home = program.page()
  program.tapTab('mine')
  expect(program.page()).not.toBe(home)
  program.tapTab('home')
  expect(program.page()).toBe(home)
})

const FAULTS = [
  ['an exception while a page loads', 'throw new Error("broken")', 'broken'],
  ['a console error', 'console.error("wrong")', 'console.error: wrong'],
  ['an API that WeChat does not have', 'wx.getWeather()', 'wx.getWeather is not known'],
  ['what a browser has and WeChat has not', 'new URL("https://a.b")', 'URL is not defined'],
  ['a page that does not exist', 'wx.navigateTo({ url: "/pages/lost", fail() {} })', 'is not found'],
  ['a tab page opened as a page', 'wx.navigateTo({ url: "/pages/mine", fail() {} })', 'can not navigateTo'],
  ['more data at once than WeChat advises', 'this.setData({ a: "x".repeat(300000) })', 'bytes at once'],
] as const

test.each(FAULTS)('%s is a fault', async (_name, code, told) => {
  const program = start(`Page({ onLoad() { ${code} } })`)
  await program.until('a fault', () => program.faults.length > 0)
  expect(program.faults.join('\n')).toContain(told)
})

test('a program without faults has none', async () => {
  const program = start(HOME)
  await program.tap('停')
  expect(program.faults).toEqual([])
})
