import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type FileStore, openFileStore } from '../../../localcloud/storage/fileStore'

let folder: string
let files: FileStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  files = await openFileStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (content: string) => Readable.from([Buffer.from(content)])

async function contentOf(path: string): Promise<string | null> {
  const file = await files.find(path)
  return file && text(files.read(file))
}

test('a file is read back as it was written, after opening the store again too', async () => {
  expect(await files.write('photos/门责.jpg', 'resident_a', bytes('picture'), 100)).toBe('written')
  files = await openFileStore(folder)
  expect(await contentOf('photos/门责.jpg')).toBe('picture')
  expect(await files.find('photos/门责.jpg')).toMatchObject({ owner: 'resident_a', bytes: 7 })
})

test('an owner and a function replace a file, somebody else does not', async () => {
  await files.write('a.jpg', 'resident_a', bytes('first'), 100)
  expect(await files.write('a.jpg', 'resident_b', bytes('foreign'), 100)).toBe('ownedByAnother')
  expect(await contentOf('a.jpg')).toBe('first')
  expect(await files.write('a.jpg', 'resident_a', bytes('second'), 100)).toBe('written')
  expect(await files.write('a.jpg', null, bytes('third'), 100)).toBe('written')
  expect(await contentOf('a.jpg')).toBe('third')
  expect(await files.write('a.jpg', 'resident_a', bytes('fourth'), 100)).toBe('ownedByAnother')
})

test('of many people who write one new path at once, one has it', async () => {
  const written = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      files.write('same.jpg', `resident_${index}`, bytes(`of ${index}`), 100),
    ),
  )
  expect(written.filter((outcome) => outcome === 'written')).toHaveLength(1)
  expect(await contentOf('same.jpg')).toBe(`of ${written.indexOf('written')}`)
})

test('too much, a broken upload and a refusal leave nothing behind', async () => {
  await files.write('a.jpg', 'resident_a', bytes('kept'), 100)
  expect(await files.write('b.jpg', 'resident_a', bytes('x'.repeat(101)), 100)).toBe('tooLarge')
  expect(await files.write('a.jpg', 'resident_b', bytes('foreign'), 100)).toBe('ownedByAnother')
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(files.write('c.jpg', 'resident_a', broken, 100)).rejects.toThrow('connection lost')
  expect(readdirSync(join(folder, 'objects'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'records'))).toHaveLength(1)
})

test('a removed file is gone, once', async () => {
  await files.write('a.jpg', null, bytes('x'), 100)
  expect([await files.remove('a.jpg'), await files.remove('a.jpg')]).toEqual([true, false])
  expect(await contentOf('a.jpg')).toBeNull()
  expect(readdirSync(join(folder, 'objects'))).toEqual([])
})
