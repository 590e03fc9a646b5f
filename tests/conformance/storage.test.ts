import { startTestCloud, type TestCloud } from '../localcloud/testCloud'

const FILES = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const actions = {
  upload: ({ path, text }) => cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) }),
  link: ({ files }) => cloud.getTempFileURL({ fileList: files }),
  download: async ({ file }) => (await cloud.downloadFile({ fileID: file })).fileContent.toString(),
  remove: ({ files }) => cloud.deleteFile({ fileList: files }),
}
export async function main(event) {
  try {
    return await actions[event.do](event)
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error) }
  }
}`

interface Linked {
  fileList: { fileID: string; status: number; tempFileURL: string; maxAge: number }[]
}

const HOUR = 3_600_000
const PREFIX = 'cloud://localcloud.6c6f-localcloud/'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functions: { files: { code: FILES } } })
})
afterAll(() => cloud.stop())

async function upload(path: string, text: string): Promise<string> {
  const { fileID } = await cloud.call<{ fileID: string }>('files', { do: 'upload', path, text })
  return fileID
}
const link = async (...files: unknown[]) =>
  (await cloud.call<Linked>('files', { do: 'link', files })).fileList

test('a function uploads, reads and deletes a file with a Chinese name', async () => {
  const file = await upload('photos/街 面/门责 1.txt', '责任区')
  expect(file).toBe(`${PREFIX}photos/街 面/门责 1.txt`)
  expect(await cloud.call('files', { do: 'download', file })).toBe('责任区')
  const removed = await cloud.call('files', { do: 'remove', files: [file, `${PREFIX}nothing.txt`] })
  expect(removed).toMatchObject({ fileList: [{ status: 0 }, { status: -503003 }] })
  expect(await cloud.call('files', { do: 'download', file })).toMatchObject({ errCode: expect.any(Number) })
})

test('a link opens without a session, lives as long as asked, and ends', async () => {
  const file = await upload('photos/tree.jpg', 'picture')
  const [linked] = await link({ fileID: file, maxAge: 3600 })
  expect(linked).toMatchObject({ status: 0, maxAge: 3600 })
  const response = await fetch(linked?.tempFileURL ?? '')
  expect([response.status, await response.text()]).toEqual([200, 'picture'])
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('cache-control')).toMatch(/^private, max-age=3(600|599)$/)
  await cloud.control('clock', { offsetMilliseconds: HOUR + 1000 })
  const ended = await fetch(linked?.tempFileURL ?? '')
  await cloud.control('clock', { offsetMilliseconds: 0 })
  expect(ended.status).toBe(403)
})

test('a link without a wish lives two hours; files that are not there have none', async () => {
  const file = await upload('a.txt', 'x')
  const answers = await link(
    file,
    `${PREFIX}missing.txt`,
    'cloud://other.6f74-other/a.txt',
    `${PREFIX}../secret`,
  )
  expect(answers.map(({ status, maxAge }) => [status, maxAge])).toEqual([
    [0, 7200],
    [-503003, undefined],
    [-503003, undefined],
    [-503003, undefined],
  ])
})

test('more than 50 files in one call are refused', async () => {
  const files = Array.from({ length: 51 }, () => `${PREFIX}a.txt`)
  expect(await cloud.call('files', { do: 'link', files })).toMatchObject({
    errMsg: expect.stringContaining('at most 50 files'),
  })
})

test.each(['../secret', '/etc/passwd', 'a//b', 'a/../../b', 'a%2fb'])(
  'a function cannot write to %s',
  async (path) => {
    expect(await cloud.call('files', { do: 'upload', path, text: 'x' })).toMatchObject({
      errMsg: expect.stringContaining('path is not valid'),
    })
  },
)

test('a person uploads for a function to read, and is asked who they are', async () => {
  const token = await cloud.signIn('resident-a')
  const send = (headers: Record<string, string>) =>
    fetch(`${cloud.origin}/storage/upload?path=photos/mine.png`, { method: 'POST', headers, body: 'pixels' })
  expect((await send({})).status).toBe(401)
  expect((await send({ authorization: `Bearer ${token}x` })).status).toBe(401)
  const response = await send({ authorization: `Bearer ${token}` })
  const { fileID } = (await response.json()) as { fileID: string }
  expect(await cloud.call('files', { do: 'download', file: fileID })).toBe('pixels')
  const other = await cloud.signIn('resident-b')
  expect((await send({ authorization: `Bearer ${other}` })).status).toBe(403)
})

test('addresses cannot be made up, stretched or moved to another file', async () => {
  const file = await upload('photos/open.jpg', 'open')
  await upload('photos/other.jpg', 'other')
  const [linked] = await link({ fileID: file, maxAge: 60 })
  const url = new URL(linked?.tempFileURL ?? '')
  const expires = Number(url.searchParams.get('expires'))
  const change = (from: string, to: string) => url.href.replace(from, to)
  const forged = [
    change('open.jpg', 'other.jpg'),
    change(`expires=${expires}`, `expires=${expires + 9999}`),
    change('signature=', 'signature=A'),
    `${cloud.origin}/files/photos/open.jpg`,
    `${cloud.origin}/files/..%2f..%2fsecret?${url.searchParams}`,
  ]
  for (const address of forged) expect([address, (await fetch(address)).status]).toEqual([address, 403])
  const put = await fetch(change('/files/', '/storage/put/'), { method: 'PUT', body: 'replaced' })
  expect(put.status).toBe(403)
})

test('an upload over 20 MB is refused and leaves nothing, with its length given or not', async () => {
  const headers = { authorization: `Bearer ${await cloud.signIn('resident-a')}` }
  const large = new Blob([new Uint8Array(21 * 1_048_576)])
  const send = (body: Blob | ReadableStream) =>
    fetch(`${cloud.origin}/storage/upload?path=large.bin`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit)
  expect((await send(large)).status).toBe(413)
  expect((await send(large.stream())).status).toBe(413)
  const [linked] = await link(`${PREFIX}large.bin`)
  expect(linked?.status).toBe(-503003)
})

test('what is not a picture is saved, never opened', async () => {
  const [linked] = await link(await upload('page.html', '<script>steal()</script>'))
  const { headers } = await fetch(linked?.tempFileURL ?? '')
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-disposition')).toBe('attachment')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
})
