import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSigner } from '../../../localcloud/secret'
import { createSessions } from '../../../localcloud/wechat/sessions'

const folder = mkdtempSync(join(tmpdir(), 'sessions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const signer = openSigner(join(folder, 'secret'))
let time = 1_800_000_000_000
const sessions = createSessions(signer, () => time)
const HOUR = 3_600_000

test('a session tells who it was opened for, after a restart too', () => {
  const token = sessions.open('resident-a')
  const afterwards = createSessions(openSigner(join(folder, 'secret')), () => time)
  expect([sessions.read(token), afterwards.read(token)]).toEqual(['resident-a', 'resident-a'])
})

test('a session ends after twelve hours', () => {
  const token = sessions.open('resident-a')
  time += 12 * HOUR - 1
  expect(sessions.read(token)).toBe('resident-a')
  time += 1
  expect(sessions.read(token)).toBeUndefined()
})

test('a session of another machine is worth nothing', () => {
  const other = createSessions(openSigner(join(folder, 'other')), () => time)
  expect(sessions.read(other.open('resident-a'))).toBeUndefined()
})

test('no part of a session can be changed', () => {
  const [openid = '', expires = '', signature = ''] = sessions.open('resident-a').split('.')
  const later = (Number.parseInt(expires, 36) + HOUR).toString(36)
  const foreign = sessions.open('resident-b').split('.')[2]
  const forged = [
    `mayor-x.${expires}.${signature}`,
    `${openid}.${later}.${signature}`,
    `${openid}.${expires}.${foreign}`,
    `${openid}.${expires}.`,
    `${openid}.${expires}`,
    `${openid}.${expires}.${signature}.${signature}`,
    `${openid}.${expires}.${signer.sign('storage read', `${openid}.${expires}`)}`,
    '',
    '..',
  ]
  expect(forged.map((token) => sessions.read(token)).filter((reader) => reader !== undefined)).toEqual([])
})
