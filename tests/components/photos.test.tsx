/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import type { UploadResult } from '@/cloud/upload'
import { PhotoPicker, type PickedPhoto } from '@/components/photoPicker'
import { answerConsent } from '@/privacy/consent'

/** jsdom draws no pictures and the cloud is not there: both are played here, the rest is real. */
interface Upload {
  onProgress: (percent: number) => void
  folder?: string
  settle: (result: UploadResult) => void
}
const uploads: Upload[] = []
jest.mock('@/cloud/upload', () => ({
  uploadPhoto: (_path: string, options: Omit<Upload, 'settle'>) =>
    new Promise<UploadResult>((settle) => uploads.push({ ...options, settle })),
}))
const unreadable = new Set<string>()
jest.mock('@/components/photoPicker/preparePhoto', () => ({
  preparePhoto: async (path: string) => (unreadable.has(path) ? null : `small:${path}`),
}))

const values: PickedPhoto[][] = []
const busy: boolean[] = []

const Form = ({ limit = 3, start = [] }: { limit?: number; start?: PickedPhoto[] }) => {
  const [value, setValue] = useState(start)
  const change = (next: PickedPhoto[]) => {
    values.push(next)
    setValue(next)
  }
  return (
    <PhotoPicker
      label="现场照片"
      value={value}
      limit={limit}
      onChange={change}
      onBusyChange={(isBusy) => busy.push(isBusy)}
    />
  )
}

const picked = (name: string): PickedPhoto => ({ fileId: `cloud://${name}`, previewUrl: `small:${name}` })
const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))))
const addButton = () => screen.queryByRole('button', { name: '拍照或选照片：现场照片' })

/** Presses the button, agrees if asked, and chooses these files. */
async function choose(...names: string[]): Promise<void> {
  fireEvent.click(addButton() as HTMLElement)
  await act(async () => answerConsent(true))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('nothing asks for a file')
  Object.defineProperty(input, 'files', { value: names.map((name) => new File(['x'], name)) })
  fireEvent.change(input)
  await settled()
}

const finish = async (fileId: string) => {
  uploads.shift()?.settle({ ok: true, value: { fileId } })
  await settled()
}

beforeEach(() => {
  uploads.length = 0
  values.length = 0
  busy.length = 0
  unreadable.clear()
  URL.createObjectURL = (file) => (file as File).name
})

it('asks for no picture without consent', async () => {
  render(<Form />)
  fireEvent.click(addButton() as HTMLElement)
  await act(async () => answerConsent(false))
  expect(document.querySelector('input[type=file]')).toBeNull()
})

it('takes a picture now where an older one would not do, and brings it where it is expected', async () => {
  render(
    <PhotoPicker
      label="处置后的照片"
      value={[]}
      limit={3}
      source="camera"
      folder="elsewhere"
      onChange={() => undefined}
    />,
  )
  fireEvent.click(screen.getByRole('button', { name: '拍照：处置后的照片' }))
  await act(async () => answerConsent(true))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('nothing asks for a file')
  expect(input.getAttribute('capture') ?? input.capture).toBe('environment')
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'a')] })
  fireEvent.change(input)
  await settled()
  expect(uploads[0]?.folder).toBe('elsewhere')
})

it('brings several pictures one after the other, keeps their order, and is busy until the last is in', async () => {
  render(<Form />)
  await choose('a', 'b')
  expect(uploads).toHaveLength(1)
  act(() => uploads[0]?.onProgress(40))
  expect(screen.getByRole('progressbar', { name: '正在上传 40%' })).toBeTruthy()
  await finish('cloud://a')
  await finish('cloud://b')
  expect(values.at(-1)).toEqual([picked('a'), picked('b')])
  expect(busy).toEqual([false, true, false])
})

it('says what failed, tries again when asked, and takes the next one meanwhile', async () => {
  render(<Form />)
  await choose('a', 'b')
  uploads.shift()?.settle({ ok: false, error: { code: 'no_connection' } })
  await settled()
  expect(screen.getByRole('alert').textContent).toContain('没有连上网络')
  await finish('cloud://b')
  fireEvent.click(screen.getByRole('button', { name: /^再试一次/ }))
  await settled()
  await finish('cloud://a')
  expect(values.at(-1)).toEqual([picked('b'), picked('a')])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('offers another picture, not another try, where one cannot be opened', async () => {
  unreadable.add('a')
  render(<Form />)
  await choose('a')
  expect(screen.getByRole('alert').textContent).toContain('打不开')
  expect(screen.queryByRole('button', { name: /^再试一次/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '删除第 1 张照片' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('takes no more pictures than there is room for', async () => {
  render(<Form limit={2} start={[picked('a')]} />)
  await choose('b', 'c')
  await finish('cloud://b')
  expect(values.at(-1)).toEqual([picked('a'), picked('b')])
  expect(addButton()).toBeNull()
})

it('lets one be removed while it is on its way', async () => {
  render(<Form />)
  await choose('a')
  fireEvent.click(screen.getByRole('button', { name: '删除第 1 张照片' }))
  await finish('cloud://a')
  expect(values).toEqual([])
})

it('changes the order and removes', () => {
  render(<Form start={[picked('a'), picked('b')]} />)
  fireEvent.click(screen.getByRole('button', { name: '前移第 2 张照片' }))
  expect(values.at(-1)).toEqual([picked('b'), picked('a')])
  fireEvent.click(screen.getByRole('button', { name: '删除第 1 张照片' }))
  expect(values.at(-1)).toEqual([picked('a')])
})
