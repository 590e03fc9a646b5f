import { errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'
import type { UploadResult } from '@/cloud/upload'
import type { Outgoing, OutgoingPhoto } from './outgoing'
import type { Send, Sent } from './send'
import type { OutgoingStorage } from './storage'

export interface OutboxView {
  /** The oldest first. */
  waiting: Outgoing[]
  /** What is on its way now, and how many of its photos are there. */
  sending: { requestId: string; uploaded: number } | null
  /** Why it does not go on at once; null when nothing has failed since. */
  trouble: { isOffline: boolean; sentence: string } | null
  /** What the cloud has answered since the program was opened, by request id. */
  sent: Record<string, Sent>
}

export interface OutboxParts {
  storage: OutgoingStorage
  send: Send
  upload: (path: string) => Promise<UploadResult>
  files: {
    open(kept: string): Promise<string | null>
    drop(kept: string | null, path: string | null): Promise<void>
  }
  /** Whether the person whose outbox it is, is the one who uses the program. */
  isCurrent: () => boolean
}

/** `stop`: nothing else would get through either. */
type Outcome = 'goOn' | 'stop'

const SECOND = 1000
/** Growing, so that a cloud in trouble is left in peace and a battery lasts. The last one repeats. */
export const PAUSES = [5, 15, 60, 300, 900].map((seconds) => seconds * SECOND)

/** Errors that pass: the very same request may still do its work. */
const PASSING: CloudError['code'][] = [
  'no_connection',
  'busy',
  'internal',
  'session_ended',
  'not_signed_in',
  'too_many_requests',
]

const BROKEN = { isOffline: false, sentence: '没有发出去，稍后会自动再试。' }
const GONE = '这台设备上找不到照片了。请修改，重新选照片后再提交。'

/**
 * What is handed in is kept on the device before anything is sent, and stays until the cloud has answered. One thing at
 * a time, the oldest first, but codes before all else: its photos, each once, then the call, always with the same request
 * id.
 */
export class Outbox {
  private shown: OutboxView = { waiting: [], sending: null, trouble: null, sent: {} }
  private readonly listeners = new Set<() => void>()
  /** Where photos are now, of those picked since the program was opened. */
  private readonly paths = new Map<string, string>()
  /** What the device could not keep: it is not gone because storage does not know it. */
  private readonly unkept = new Set<string>()
  private running: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isAskedAgain = false
  private failures = 0
  private isForgotten = false

  constructor(private readonly parts: OutboxParts) {
    this.shown.waiting = parts.storage.list()
  }

  readonly read = (): OutboxView => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Takes it over, whatever the network; `paths` by the keys of its photos. */
  readonly add = (outgoing: Outgoing, paths: Record<string, string>): void => {
    for (const [key, path] of Object.entries(paths)) this.paths.set(key, path)
    if (!this.parts.storage.write(outgoing)) this.unkept.add(outgoing.requestId)
    this.show({ waiting: [...this.shown.waiting, outgoing] })
    void this.goOn()
  }

  /** Gives it back to be changed or thrown away; null when it is on its way or gone. */
  readonly take = (requestId: string): Outgoing | null => {
    const found = this.shown.waiting.find((each) => each.requestId === requestId)
    if (!found || this.shown.sending?.requestId === requestId) return null
    this.forgetOne(requestId)
    return found
  }

  /** Throws it away with its photos. */
  readonly drop = (requestId: string): void => {
    const found = this.take(requestId)
    if (found) this.dropPhotos(found)
  }

  /** Tries what waits, also what another tab has left: when there is a network, or somebody asks for it. */
  readonly goOn = (): Promise<void> => {
    clearTimeout(this.timer)
    this.isAskedAgain = this.running !== null
    this.running ??= this.runAll().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Whoever sits down next finds nothing. */
  readonly forget = (): void => {
    this.isForgotten = true
    clearTimeout(this.timer)
    this.show({ waiting: [], sending: null })
  }

  /** Whoever asks while it runs may know better than the try under way: the network is back. */
  private async runAll(): Promise<void> {
    do {
      this.isAskedAgain = false
      await this.run()
    } while (this.isAskedAgain)
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer)
    this.look()
    const tried = new Set<string>()
    for (let next = this.next(tried); next; next = this.next(tried)) {
      tried.add(next.requestId)
      this.show({ sending: { requestId: next.requestId, uploaded: uploadedOf(next) } })
      const outcome = await this.bring(next).catch((): Outcome => this.fail(BROKEN))
      this.show({ sending: null })
      if (outcome === 'stop') return
    }
  }

  private next(tried: Set<string>): Outgoing | undefined {
    if (this.isForgotten || !this.parts.isCurrent()) return undefined
    const open = this.shown.waiting.filter(
      ({ requestId, refusal }) => refusal === null && !tried.has(requestId),
    )
    // A code is worth less with every half minute; a photo keeps.
    return open.find(({ work }) => work.method === 'presentCode') ?? open[0]
  }

  private async bring(outgoing: Outgoing): Promise<Outcome> {
    const { requestId } = outgoing
    const fileIds: string[] = []
    for (const photo of outgoing.photos) {
      const brought = await this.bringPhoto(requestId, photo)
      if (typeof brought !== 'object') return brought
      fileIds.push(brought.fileId)
    }
    // From here on nobody can tell whether it has arrived, until there is an answer.
    if (!this.revise(requestId, { mayHaveArrived: true })) return 'goOn'
    const answer = await this.parts.send(outgoing, fileIds)
    if (!answer.ok) return this.handle(requestId, answer.error)
    this.forgetOne(requestId)
    this.dropPhotos(outgoing)
    this.failures = 0
    this.show({ sent: { ...this.shown.sent, [requestId]: answer.value }, trouble: null })
    return 'goOn'
  }

  private async bringPhoto(
    requestId: string,
    { key, kept, fileId }: OutgoingPhoto,
  ): Promise<{ fileId: string } | Outcome> {
    if (fileId !== null) return { fileId }
    const path = this.paths.get(key) ?? (kept === null ? null : await this.parts.files.open(kept))
    if (path === null) return this.refuse(requestId, GONE)
    this.paths.set(key, path)
    const answer = await this.parts.upload(path)
    if (!answer.ok) return this.handle(requestId, answer.error)
    const { photos = [] } = this.shown.waiting.find((each) => each.requestId === requestId) ?? {}
    const brought = photos.map((photo) => (photo.key === key ? { ...photo, ...answer.value } : photo))
    if (!this.revise(requestId, { photos: brought })) return 'goOn'
    this.show({ sending: { requestId, uploaded: uploadedOf({ photos: brought }) } })
    return answer.value
  }

  private handle(requestId: string, error: CloudError): Outcome {
    if (!PASSING.includes(error.code)) return this.refuse(requestId, errorText(error), error)
    const trouble = { isOffline: error.code === 'no_connection', sentence: errorText(error) }
    return this.fail(trouble, error.code === 'too_many_requests' ? error.retryAfterSeconds : 0)
  }

  /** The cloud has answered that it does not take it: nothing has come of it. */
  private refuse(requestId: string, refusal: string, error?: CloudError): Outcome {
    const outgoing = this.shown.waiting.find((each) => each.requestId === requestId)
    // A file that cannot be opened in the cloud is brought there anew.
    const isUnreadable = error?.code === 'photo_unreadable'
    const photos = (outgoing?.photos ?? []).map((photo) =>
      isUnreadable ? { ...photo, fileId: null } : photo,
    )
    this.revise(requestId, { refusal, photos, mayHaveArrived: false })
    return 'goOn'
  }

  private fail(trouble: NonNullable<OutboxView['trouble']>, atLeastSeconds = 0): Outcome {
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)] ?? SECOND
    this.failures += 1
    this.show({ trouble })
    clearTimeout(this.timer)
    if (!this.isForgotten)
      this.timer = setTimeout(() => void this.goOn(), Math.max(pause, atLeastSeconds * SECOND))
    return 'stop'
  }

  /** False: it is not here any more, since another tab has sent it or the person has thrown it away. */
  private revise(requestId: string, part: Partial<Outgoing>): boolean {
    const before = this.shown.waiting.find((each) => each.requestId === requestId)
    if (!before || this.isForgotten) return false
    if (!this.unkept.has(requestId) && !this.parts.storage.has(requestId)) {
      this.forgetOne(requestId)
      return false
    }
    const after = { ...before, ...part }
    this.parts.storage.write(after)
    this.show({ waiting: this.shown.waiting.map((each) => (each === before ? after : each)) })
    return true
  }

  /** What other tabs have sent goes, what they have left comes. */
  private look(): void {
    const stored = this.parts.storage.list()
    const unkept = this.shown.waiting.filter(({ requestId }) => this.unkept.has(requestId))
    this.show({ waiting: [...stored, ...unkept] })
  }

  private forgetOne(requestId: string): void {
    this.unkept.delete(requestId)
    this.parts.storage.remove(requestId)
    this.show({ waiting: this.shown.waiting.filter((each) => each.requestId !== requestId) })
  }

  private dropPhotos({ photos }: Outgoing): void {
    for (const { key, kept } of photos) {
      void this.parts.files.drop(kept, this.paths.get(key) ?? null)
      this.paths.delete(key)
    }
  }

  private show(part: Partial<OutboxView>): void {
    this.shown = { ...this.shown, ...part }
    for (const listener of this.listeners) listener()
  }
}

const uploadedOf = ({ photos }: Pick<Outgoing, 'photos'>): number =>
  photos.filter(({ fileId }) => fileId !== null).length
