import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockDataFolder } from '../../localcloud/dataFolder'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder in use is refused, and free again afterwards', () => {
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.pid}`)
  unlock()
  lockDataFolder(folder)()
})

test('the lock of a process that was killed, or whose number another has now, is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(join(folder, 'lock'), `${pid} 1`)
  lockDataFolder(folder)()
  writeFileSync(join(folder, 'lock'), `${process.pid} earlier`)
  lockDataFolder(folder)()
})
