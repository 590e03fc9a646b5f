import type { Nomination } from '@contract/nominations'
import Taro from '@tarojs/taro'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import type { DraftView, KeptDraft } from './draftView'
import { mergeForms, withTheirs } from './merge'
import { isSameForm, savedOf, type TypedPart, typedOf, withPart } from './typed'

/** Long enough to finish a word, short enough to lose nothing when the phone is put away. */
export const SAVES_AFTER = 1500

/** Errors after which the very same request may still do its work. */
const MAY_HAVE_ARRIVED: CloudError['code'][] = ['no_connection', 'busy', 'internal', 'session_ended']

/**
 * A form that is being filled in: kept on the device with every key, saved in the cloud after a pause. One save at a
 * time, and the newest words win; what another device has changed meanwhile is merged, or a person is asked.
 */
export class DraftStore {
  private kept: KeptDraft
  private rest: Omit<DraftView, 'form' | 'version'>
  private shown: DraftView
  private readonly listeners = new Set<() => void>()
  private saving: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private isForgotten = false

  constructor(
    private readonly key: string,
    private readonly nominationId: string,
    nomination: Nomination,
  ) {
    const stored = nomination.mayEdit ? Taro.getStorageSync<KeptDraft | ''>(key) : ''
    const form = typedOf(nomination)
    this.kept = stored || { form, base: form, version: nomination.version, sent: null }
    this.rest = {
      state: stored ? 'typing' : 'saved',
      savedAt: nomination.savedAt,
      trouble: null,
      isKept: true,
      hasMerged: false,
      conflict: null,
    }
    this.shown = { ...this.rest, form: this.kept.form, version: this.kept.version }
    if (stored) this.saveSoon()
  }

  readonly read = (): DraftView => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** A newer answer of the cloud. What is being written here goes first. */
  readonly look = (nomination: Nomination): void => {
    if (!this.isDone() || nomination.version <= this.kept.version) return
    const form = typedOf(nomination)
    this.kept = { form, base: form, version: nomination.version, sent: null }
    this.show({ state: 'saved', savedAt: nomination.savedAt })
  }

  readonly type = (part: TypedPart, text: string): void => {
    this.kept = { ...this.kept, form: withPart(this.kept.form, part, text) }
    this.keep()
    const { state } = this.rest
    const isStopped = state === 'offline' || state === 'conflict'
    this.show({ state: isStopped ? state : 'typing', hasMerged: false })
    this.saveSoon()
  }

  /** Saves at once what is not saved. True: the cloud has all of it. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer)
    await this.saving
    // Whoever waited beside this call may have begun already.
    if (!this.isDone()) await (this.saving ?? this.save())
    // Typed and taken back: there was nothing to send.
    else if (this.rest.state !== 'saved' && this.rest.conflict === null)
      this.show({ state: 'saved', trouble: null })
    return this.isDone() && this.rest.conflict === null
  }

  /** Which words to keep of the parts that two devices have written differently. */
  readonly choose = (whose: 'mine' | 'theirs'): Promise<boolean> => {
    const { conflict } = this.rest
    if (!conflict) return this.flush()
    const { theirs, version, parts } = conflict
    const { form } = mergeForms(this.kept.base, this.kept.form, theirs)
    this.kept = {
      form: whose === 'mine' ? form : withTheirs(form, theirs, parts),
      base: theirs,
      version,
      sent: null,
    }
    this.keep()
    this.show({ conflict: null, state: 'typing', savedAt: conflict.savedAt })
    return this.flush()
  }

  /** Whoever sits down next finds nothing: what is on its way leaves nothing behind on this device. */
  readonly forget = (): void => {
    this.isForgotten = true
    clearTimeout(this.timer)
  }

  private isDone(): boolean {
    return this.kept.sent === null && isSameForm(this.kept.form, this.kept.base)
  }

  private saveSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), SAVES_AFTER)
  }

  private keep(): void {
    if (this.isForgotten) return
    let isKept = true
    try {
      if (this.isDone()) Taro.removeStorageSync(this.key)
      else Taro.setStorageSync(this.key, this.kept)
    } catch {
      // The phone's storage is full: the person is told to stay until the cloud has it.
      isKept = false
    }
    this.rest = { ...this.rest, isKept }
  }

  private show(part: Partial<DraftView>): void {
    this.rest = { ...this.rest, ...part }
    this.shown = { ...this.rest, form: this.kept.form, version: this.kept.version }
    for (const listener of this.listeners) listener()
  }

  private async save(): Promise<void> {
    this.saving = this.saveAll().finally(() => {
      this.saving = null
    })
    await this.saving
  }

  private async saveAll(): Promise<void> {
    let goesOn = true
    while (goesOn && !this.isForgotten && !this.isDone() && this.rest.conflict === null)
      goesOn = await this.saveOnce()
  }

  /** True: it may go on with what is left. */
  private async saveOnce(): Promise<boolean> {
    const { form, version } = this.kept
    const sent = this.kept.sent ?? { requestId: newRequestId(), form, version }
    this.kept = { ...this.kept, sent }
    this.keep()
    this.show({ state: this.rest.state === 'offline' ? 'offline' : 'saving' })
    const input = { nominationId: this.nominationId, version: sent.version, ...savedOf(sent.form) }
    const answer = await call('nominations', 'saveNomination', input, { requestId: sent.requestId })
    if (!answer.ok) return this.handle(answer.error)
    this.kept = { ...this.kept, base: sent.form, version: answer.value.version, sent: null }
    this.keep()
    this.show({
      state: this.isDone() ? 'saved' : 'saving',
      savedAt: answer.value.savedAt,
      trouble: null,
    })
    return true
  }

  private async handle(error: CloudError): Promise<boolean> {
    if (!MAY_HAVE_ARRIVED.includes(error.code)) this.kept = { ...this.kept, sent: null }
    this.keep()
    if (error.code === 'changed_meanwhile') return this.reconcile()
    if (error.code === 'nomination_not_editable') this.show({ state: 'stale' })
    else if (error.code === 'no_connection') this.show({ state: 'offline' })
    else this.show({ state: 'failed', trouble: errorText(error) })
    return false
  }

  private async reconcile(): Promise<boolean> {
    const answer = await call('nominations', 'getMyNomination', { nominationId: this.nominationId })
    if (!answer.ok) return this.handle(answer.error)
    const { version, savedAt } = answer.value
    const theirs = typedOf(answer.value)
    const { form, conflicts } = mergeForms(this.kept.base, this.kept.form, theirs)
    if (conflicts.length > 0) {
      this.show({ state: 'conflict', conflict: { parts: conflicts, theirs, version, savedAt } })
      return false
    }
    this.kept = { form, base: theirs, version, sent: null }
    this.keep()
    this.show({ savedAt, hasMerged: true, state: this.isDone() ? 'saved' : 'saving' })
    return true
  }
}
