import type { PhotoKind, PhotoRule } from '@contract/campaigns'
import { NOMINATION_UPLOADS } from '@contract/campaigns'
import type { NominationPhoto } from '@contract/nominations'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { uploadPhoto } from '@/cloud/upload'
import { photoFiles } from '@/phone/photoFiles'
import { type KeptPhoto, readKeptPhotos, writeKeptPhotos } from './keptPhotos'
import { type PhotoTrouble, troubleOf, troubleOfPicked } from './photoTrouble'

export interface QueuedPhoto extends KeptPhoto {
  /** Where it is on this device; null when it is there no more. */
  path: string | null
  step: 'waiting' | 'uploading' | 'adding'
  percent: number
  trouble: PhotoTrouble | null
}

export interface QueueView {
  photos: QueuedPhoto[]
  /** In the form since the page was opened. */
  added: NominationPhoto[]
  /** Nothing gets through at present. */
  isOffline: boolean
}

const GONE: PhotoTrouble = {
  sentence: '这台设备上找不到这张照片了。请删除后重新选择。',
  mayRetry: false,
}
const BROKEN: PhotoTrouble = { sentence: '这张照片没有传上去。请再试一次。', mayRetry: true }
const STILL: Pick<QueuedPhoto, 'step' | 'percent' | 'trouble'> = {
  step: 'waiting',
  percent: 0,
  trouble: null,
}

/** Changes when there is something else to keep, not with every step of an upload. */
const lastingParts = (photos: QueuedPhoto[]): string =>
  JSON.stringify(
    photos.map(({ key, description, isDescribed, fileId }) => [key, description, isDescribed, fileId]),
  )

/**
 * Photos on their way into the form, one after the other, so that a slow network carries one. First the file goes to
 * the cloud's storage, then, once it is described, into the form. Without a network they wait.
 */
export class PhotoQueue {
  private shown: QueueView = { photos: [], added: [], isOffline: false }
  private readonly listeners = new Set<() => void>()
  private isBusy = false
  private isForgotten = false

  constructor(
    private readonly key: string,
    private readonly nominationId: string,
  ) {
    const kept = readKeptPhotos(key)
    this.shown.photos = kept.map((photo) => ({ ...photo, ...STILL, path: null }))
    void this.open(kept)
  }

  readonly read = (): QueueView => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Photos as they were picked. One that is too small is told at once, and not sent. */
  readonly add = async (
    kind: PhotoKind,
    paths: string[],
    rule: Pick<PhotoRule, 'shortSide' | 'longSide'>,
  ): Promise<void> => {
    for (const picked of paths) {
      const trouble = troubleOfPicked(await photoFiles.measure(picked), rule)
      const key = newRequestId()
      // What will not be sent need not outlive the page.
      const { kept, path } = trouble
        ? { kept: null, path: picked }
        : await photoFiles.keep(`${this.key}/${key}`, picked)
      const photo = { key, kind, description: '', isDescribed: false, kept, fileId: null }
      this.show({ photos: [...this.shown.photos, { ...photo, ...STILL, path, trouble }] })
      void this.goOn()
    }
  }

  readonly describe = (key: string, description: string): void => this.revise(key, { description })

  /** The description is as it shall be: nothing but the network stands between the photo and the form. */
  readonly finish = (key: string): void => {
    this.revise(key, { isDescribed: true })
    void this.goOn()
  }

  /** A file that the cloud could not open is brought there anew. */
  readonly retry = (key: string): void => {
    const isFileBad = this.find(key)?.trouble?.isFileBad === true
    this.revise(key, isFileBad ? { trouble: null, fileId: null } : { trouble: null })
    void this.goOn()
  }

  readonly drop = (key: string): void => {
    const photo = this.find(key)
    if (!photo) return
    this.show({ photos: this.shown.photos.filter((each) => each !== photo) })
    void photoFiles.drop(photo.kept, photo.path)
  }

  /** Tries what waits: when there is a network again, or somebody asks for it. */
  readonly goOn = async (): Promise<void> => {
    if (this.isBusy) return
    this.isBusy = true
    if (this.shown.isOffline) this.show({ isOffline: false })
    for (let next = this.next(); next && !this.shown.isOffline; next = this.next()) await this.bring(next)
    this.isBusy = false
  }

  /** Whoever sits down next finds nothing: what is on its way leaves nothing behind on this device. */
  readonly forget = (): void => {
    this.isForgotten = true
  }

  private find(key: string): QueuedPhoto | undefined {
    return this.shown.photos.find((photo) => photo.key === key)
  }

  private next(): QueuedPhoto | undefined {
    if (this.isForgotten) return undefined
    return this.shown.photos.find(
      ({ trouble, fileId, path, isDescribed }) =>
        trouble === null && (fileId === null ? path !== null : isDescribed),
    )
  }

  private async bring(photo: QueuedPhoto): Promise<void> {
    try {
      await (photo.fileId === null ? this.upload(photo) : this.putIntoForm(photo, photo.fileId))
    } catch {
      this.revise(photo.key, { ...STILL, trouble: BROKEN })
    }
  }

  private async upload({ key, path }: QueuedPhoto): Promise<void> {
    if (path === null) return
    this.revise(key, { step: 'uploading', percent: 0 })
    const answer = await uploadPhoto(path, {
      folder: NOMINATION_UPLOADS,
      onProgress: (percent) => this.revise(key, { percent }),
    })
    if (answer.ok) this.revise(key, { ...STILL, fileId: answer.value.fileId })
    else this.fail(key, answer.error)
  }

  private async putIntoForm({ key, kind, description }: QueuedPhoto, file: string): Promise<void> {
    this.revise(key, { step: 'adding' })
    const input = { nominationId: this.nominationId, kind, description, file }
    const answer = await call('nominations', 'addPhoto', input, { requestId: key })
    if (!answer.ok) return this.fail(key, answer.error)
    this.show({ added: [...this.shown.added, answer.value.photo] })
    this.drop(key)
  }

  private fail(key: string, error: CloudError): void {
    const isOffline = error.code === 'no_connection'
    this.revise(key, { ...STILL, trouble: isOffline ? null : troubleOf(error) })
    if (isOffline) this.show({ isOffline })
  }

  private revise(key: string, part: Partial<QueuedPhoto>): void {
    if (!this.find(key)) return
    this.show({
      photos: this.shown.photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)),
    })
  }

  private show(part: Partial<QueueView>): void {
    const isNew = part.photos !== undefined && lastingParts(part.photos) !== lastingParts(this.shown.photos)
    this.shown = { ...this.shown, ...part }
    if (isNew && !this.isForgotten) writeKeptPhotos(this.key, this.shown.photos)
    for (const listener of this.listeners) listener()
  }

  /** Finds the files of the photos that were picked before the program was closed. */
  private async open(photos: KeptPhoto[]): Promise<void> {
    for (const { key, kept, fileId } of photos) {
      const path = kept === null ? null : await photoFiles.open(kept)
      this.revise(key, { path, trouble: path === null && fileId === null ? GONE : null })
    }
    await this.goOn()
  }
}
