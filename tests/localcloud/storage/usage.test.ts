import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createUsage } from '../../../localcloud/storage/usage'

const folder = mkdtempSync(join(tmpdir(), 'usage-'))
const folders = { database: join(folder, 'database'), files: join(folder, 'files') }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('database and files are counted, and again only after ten seconds', async () => {
  let time = 0
  const usage = createUsage(folders, () => time)
  expect(await usage()).toEqual({ databaseBytes: 0, files: { count: 0, bytes: 0 } })

  for (const name of Object.values(folders)) mkdirSync(name, { recursive: true })
  writeFileSync(join(folders.database, 'documents'), 'x'.repeat(300))
  writeFileSync(join(folders.database, 'documents-wal'), 'x'.repeat(20))
  for (let index = 0; index < 150; index++) writeFileSync(join(folders.files, String(index)), 'x'.repeat(10))
  time = 9_999
  expect(await usage()).toMatchObject({ databaseBytes: 0 })
  time = 10_000
  expect(await usage()).toEqual({ databaseBytes: 320, files: { count: 150, bytes: 1_500 } })
})
