import type { CloudError } from '@/cloud/services'
import type { UploadResult } from '@/cloud/upload'
import { Outbox, PAUSES } from '@/outbox/outbox'
import type { Outgoing } from '@/outbox/outgoing'
import type { Sent } from '@/outbox/send'
import type { OutgoingStorage } from '@/outbox/storage'

/** A phone with its storage, and a cloud that answers as a test says. Tabs of one browser share the storage. */

const receipt: Sent = {
  method: 'reportProblem',
  caseId: 'C1',
  value: { caseId: 'C1', number: '2026-1', reportedAt: 1, dueAt: 2 },
}
const OFFLINE: CloudError = { code: 'no_connection' }
const failed = <Failure extends CloudError>(error: Failure) => ({ ok: false, error }) as const

const aReport = (requestId: string, photos = 2): Outgoing => ({
  requestId,
  work: {
    method: 'reportProblem',
    input: {
      categoryId: 'exposedRubbish',
      description: '',
      answers: [],
      position: null,
      address: '示例路 1 号',
      placeCode: '310106012',
      seenAt: 1_700_000_000_000,
      contact: null,
    },
  },
  photos: Array.from({ length: photos }, (_, index) => ({
    key: `${requestId}-${index}`,
    kept: `kept ${requestId}-${index}`,
    fileId: null,
  })),
  title: '暴露垃圾 · 示例路 1 号',
  queuedAt: Number(requestId.replace(/\D/g, '')),
  mayHaveArrived: false,
  refusal: null,
})

const aCode = (requestId: string): Outgoing => ({
  ...aReport(requestId, 0),
  work: {
    method: 'presentCode',
    input: {
      activityId: 'A1',
      direction: 'in',
      digits: '012345',
      step: 56_666_666,
      shownAt: 1_700_000_000_000,
      position: null,
    },
  },
  title: '签到 · 示例清洁行动',
})

interface Call {
  requestId: string
  photos: string[]
}

const aPhone = ({ isFull = false } = {}) => {
  const entries = new Map<string, Outgoing>()
  const storage: OutgoingStorage = {
    list: () => [...entries.values()].sort((one, other) => one.queuedAt - other.queuedAt),
    has: (requestId) => entries.has(requestId),
    write: (outgoing) => {
      if (!isFull) entries.set(outgoing.requestId, outgoing)
      return !isFull
    },
    remove: (requestId) => void entries.delete(requestId),
  }
  const files = new Map<string, string>()
  const cloud = {
    uploads: [] as string[],
    calls: [] as Call[],
    upload: async (_path: string): Promise<UploadResult> => ({ ok: true, value: { fileId: 'cloud://a' } }),
    send: async (_call: Call): Promise<{ ok: true; value: Sent } | { ok: false; error: CloudError }> => ({
      ok: true,
      value: receipt,
    }),
    isCurrent: true,
  }
  const tab = () =>
    new Outbox({
      storage,
      files: {
        open: async (kept) => files.get(kept) ?? `blob:${kept}`,
        drop: async (kept) => void (kept && files.set(kept, 'dropped')),
      },
      upload: (path) => {
        cloud.uploads.push(path)
        return cloud.upload(path)
      },
      send: ({ requestId }, photos) => {
        cloud.calls.push({ requestId, photos })
        return cloud.send({ requestId, photos })
      },
      isCurrent: () => cloud.isCurrent,
    })
  return { entries, files, cloud, tab }
}

const settled = () => jest.advanceTimersByTimeAsync(0)

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

it('keeps a report before anything is sent, and drops it only when the cloud has answered', async () => {
  const { entries, files, cloud, tab } = aPhone()
  const seen: number[] = []
  cloud.upload = async () => {
    seen.push(entries.size)
    return { ok: true, value: { fileId: 'cloud://a' } }
  }
  cloud.send = async () => {
    seen.push(entries.size)
    return { ok: true, value: receipt }
  }
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  expect(entries.size).toBe(1)
  await settled()
  expect(seen).toEqual([1, 1, 1])
  expect(entries.size).toBe(0)
  expect(files.get('kept R1-0')).toBe('dropped')
  expect(outbox.read()).toMatchObject({ waiting: [], sending: null, sent: { R1: receipt } })
})

it('sends the report with the same request id again after a lost answer, and each photo once', async () => {
  const { cloud, tab } = aPhone()
  let lost = 1
  cloud.send = async () => (lost-- > 0 ? failed(OFFLINE) : { ok: true, value: receipt })
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect(outbox.read().waiting[0]).toMatchObject({ mayHaveArrived: true, refusal: null })
  await jest.advanceTimersByTimeAsync(PAUSES[0] ?? 0)
  expect(cloud.uploads).toHaveLength(2)
  expect(cloud.calls.map(({ requestId }) => requestId)).toEqual(['R1', 'R1'])
  expect(cloud.calls[1]?.photos).toEqual(['cloud://a', 'cloud://a'])
  expect(outbox.read().waiting).toEqual([])
})

it('uploads only the photos that are missing after the network broke among them', async () => {
  const { cloud, tab } = aPhone()
  const answers: UploadResult[] = [
    { ok: true, value: { fileId: 'cloud://first' } },
    failed({ code: 'no_connection' }),
  ]
  cloud.upload = async () => answers.shift() ?? { ok: true, value: { fileId: 'cloud://second' } }
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect(cloud.calls).toEqual([])
  expect(outbox.read()).toMatchObject({ trouble: { isOffline: true }, waiting: [{ mayHaveArrived: false }] })
  await outbox.goOn()
  expect(cloud.uploads).toEqual(['blob:kept R1-0', 'blob:kept R1-1', 'blob:kept R1-1'])
  expect(cloud.calls).toEqual([{ requestId: 'R1', photos: ['cloud://first', 'cloud://second'] }])
})

it('waits longer and longer while nothing gets through, and goes on at once when there is a network', async () => {
  const { cloud, tab } = aPhone()
  let isOnline = false
  cloud.send = async () => (isOnline ? { ok: true, value: receipt } : failed(OFFLINE))
  const outbox = tab()
  outbox.add(aReport('R1', 0), {})
  await settled()
  const triesAfter = async (pause: number) => {
    await jest.advanceTimersByTimeAsync(pause)
    return cloud.calls.length
  }
  const [first = 0, second = 0] = PAUSES
  expect(await triesAfter(first - 1)).toBe(1)
  expect(await triesAfter(1)).toBe(2)
  expect(await triesAfter(second - 1)).toBe(2)
  expect(await triesAfter(1)).toBe(3)
  isOnline = true
  await outbox.goOn()
  expect(outbox.read().sent).toHaveProperty('R1')
})

it('goes on when it is asked to while a try is failing', async () => {
  const { cloud, tab } = aPhone()
  let fail: ((answer: { ok: false; error: CloudError }) => void) | undefined
  cloud.send = () =>
    new Promise((resolve) => {
      fail = resolve
    })
  const outbox = tab()
  outbox.add(aReport('R1', 0), {})
  await settled()
  cloud.send = async () => ({ ok: true, value: receipt })
  void outbox.goOn()
  fail?.(failed(OFFLINE))
  await settled()
  expect(outbox.read().waiting).toEqual([])
})

it('gives back what the cloud refuses, with the reason, and goes on with the next', async () => {
  const { cloud, tab } = aPhone()
  cloud.send = async ({ requestId }) =>
    requestId === 'R1' ? failed({ code: 'category_not_found' }) : { ok: true, value: receipt }
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  outbox.add(aReport('R2'), {})
  await settled()
  expect(Object.keys(outbox.read().sent)).toEqual(['R2'])
  expect(outbox.read().waiting).toMatchObject([
    { requestId: 'R1', refusal: '这个类别已经不再使用。请重新选择类别。', mayHaveArrived: false },
  ])
  await outbox.goOn()
  expect(cloud.calls.filter(({ requestId }) => requestId === 'R1')).toHaveLength(1)
  expect(outbox.take('R1')?.photos).toHaveLength(2)
  expect(outbox.read().waiting).toEqual([])
})

it('brings photos anew that the cloud could not open', async () => {
  const { cloud, tab } = aPhone()
  cloud.send = async () => failed({ code: 'photo_unreadable', index: 0 })
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect(outbox.read().waiting[0]?.photos.map(({ fileId }) => fileId)).toEqual([null, null])
})

it('asks the person when the device has lost a photo', async () => {
  const { cloud, files, tab } = aPhone()
  const outbox = tab()
  files.clear()
  const report = aReport('R1', 1)
  outbox.add({ ...report, photos: [{ key: 'p', kept: null, fileId: null }] }, {})
  await settled()
  expect(outbox.read().waiting[0]?.refusal).toContain('找不到照片')
  expect(cloud.calls).toEqual([])
})

it('sends nothing twice from two tabs, once the first has its answer', async () => {
  const { cloud, tab } = aPhone()
  const [one, other] = [tab(), tab()]
  one.add(aReport('R1'), {})
  await settled()
  await other.goOn()
  expect(cloud.calls).toHaveLength(1)
  expect(other.read().waiting).toEqual([])
})

it('leaves nothing behind when two tabs send the same at once', async () => {
  const { cloud, entries, tab } = aPhone()
  const answers: ((answer: { ok: true; value: Sent }) => void)[] = []
  cloud.send = () => new Promise((resolve) => answers.push(resolve))
  const one = tab()
  one.add(aReport('R1'), {})
  const other = tab()
  void other.goOn()
  await settled()
  expect(cloud.calls.map(({ requestId }) => requestId)).toEqual(['R1', 'R1'])
  for (const answer of answers) answer({ ok: true, value: receipt })
  await settled()
  expect(entries.size).toBe(0)
  expect([one, other].map((each) => each.read().waiting)).toEqual([[], []])
})

it('stops bringing what the person has thrown away in another tab', async () => {
  const { cloud, entries, tab } = aPhone()
  const outbox = tab()
  cloud.upload = async () => {
    entries.clear()
    return { ok: true, value: { fileId: 'cloud://a' } }
  }
  outbox.add(aReport('R1'), {})
  await settled()
  expect(cloud.calls).toEqual([])
  expect(outbox.read().waiting).toEqual([])
})

it('does not give back what is on its way', async () => {
  const { cloud, tab } = aPhone()
  cloud.send = () => new Promise(() => undefined)
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect(outbox.take('R1')).toBeNull()
  expect(outbox.read().waiting).toHaveLength(1)
})

it('sends even what a full phone could not keep, as long as the program runs', async () => {
  const { cloud, tab } = aPhone({ isFull: true })
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect(cloud.calls).toHaveLength(1)
  expect(outbox.read().waiting).toEqual([])
})

it('sends nothing of a person who has left', async () => {
  const { cloud, tab } = aPhone()
  cloud.isCurrent = false
  const outbox = tab()
  outbox.add(aReport('R1'), {})
  await settled()
  expect([cloud.uploads, cloud.calls]).toEqual([[], []])
  expect(outbox.read().waiting).toHaveLength(1)
})

it('brings codes before reports that wait, in the order in which they were taken', async () => {
  const { cloud, tab } = aPhone()
  let isOnline = false
  cloud.send = async () => (isOnline ? { ok: true, value: receipt } : failed(OFFLINE))
  const outbox = tab()
  for (const outgoing of [aReport('R1', 0), aCode('R2'), aReport('R3', 0), aCode('R4')])
    outbox.add(outgoing, {})
  await settled()
  isOnline = true
  cloud.calls.length = 0
  await outbox.goOn()
  expect(cloud.calls.map(({ requestId }) => requestId)).toEqual(['R2', 'R4', 'R1', 'R3'])
})

it('waits as long as the cloud asks for', async () => {
  const { cloud, tab } = aPhone()
  cloud.send = async () => failed({ code: 'too_many_requests', retryAfterSeconds: 60 })
  const outbox = tab()
  outbox.add(aReport('R1', 0), {})
  await settled()
  await jest.advanceTimersByTimeAsync(59_000)
  expect(cloud.calls).toHaveLength(1)
  await jest.advanceTimersByTimeAsync(1000)
  expect(cloud.calls).toHaveLength(2)
})
