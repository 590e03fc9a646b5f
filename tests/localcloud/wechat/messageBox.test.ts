import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMessageBox } from '../../../localcloud/wechat/messageBox'

const folder = mkdtempSync(join(tmpdir(), 'messages-'))
const file = join(folder, 'messages.jsonl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const message = (text: string) => ({ templateId: 't', page: 'p', values: { thing1: text }, sentAt: 1 })
const read = (openid: string) =>
  openMessageBox(file)
    .messagesOf(openid)
    .map(({ values }) => values.thing1)

test('messages reach their person only, newest first, and survive a restart and a cut last line', () => {
  const box = openMessageBox(file)
  box.deliver('resident-a', message('first'))
  box.deliver('resident-b', message('for b'))
  box.deliver('resident-a', message('second'))
  appendFileSync(file, '{"openid":"resident-a","id":"cut')
  expect([read('resident-a'), read('resident-b'), read('resident-c')]).toEqual([
    ['second', 'first'],
    ['for b'],
    [],
  ])
  openMessageBox(file).deliver('resident-a', message('third'))
  expect(read('resident-a')).toEqual(['third', 'second', 'first'])
})
