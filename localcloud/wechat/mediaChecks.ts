import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/environment'
import type { FileStore, StoredFile } from '../storage/fileStore'
import type { TemporaryLinks } from '../storage/temporaryLinks'
import type { MessagePush } from './messagePush'
import { detailOf, judge, type Verdict } from './verdicts'

/**
 * Pictures and sounds given to `security.mediaCheckAsync`, and their results, which come later as the message
 * `wxa_media_check`. A file is read when it is given, as WeChat does within seconds; only links of this cloud can be.
 * Waiting results live in memory: with the process they are lost, and a function must cope with that anyway.
 * Not simulated: any judgement (a file passes unless its bytes contain one of the marks below), the half hour that a
 * result may take, results that never come (except by a rule for the interface, or by killing the process).
 */
export interface MediaChecks {
  /** Answers the id under which the result will come. */
  begin(link: string, openid: string): string
  /** Sends every result that waits, oldest first; answers how many. */
  sendAll(): Promise<number>
  stop(): void
}

export interface MediaChecksOptions {
  files: Pick<FileStore, 'find' | 'read'>
  links: Pick<TemporaryLinks, 'pathBehind'>
  push: Pick<MessagePush, 'push'>
  now(): number
  /** Whether results come by themselves; otherwise they wait for `sendAll`. */
  comesByItself: boolean
}

interface Check {
  traceId: string
  openid: string
  outcome: Promise<Record<string, unknown>>
  timer: NodeJS.Timeout | undefined
}

const SENT_AFTER_MILLISECONDS = 2_000
const MEDIA_MARKS = { risky: 'RISKY-EXAMPLE', review: 'REVIEW-EXAMPLE' }
/** WeChat takes files up to 10 MB. */
const MEDIA_BYTES = 10 * 1_048_576
/** As WeChat reports it; there is no `result` then. */
const NOT_LOADED = { detail: [], errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效' }

export function createMediaChecks(options: MediaChecksOptions): MediaChecks {
  const waiting = new Set<Check>()

  /** A result that is no longer waiting is being sent by somebody else. */
  async function send(check: Check): Promise<boolean> {
    if (!waiting.delete(check)) return false
    clearTimeout(check.timer)
    await options.push.push(await messageOf(check, options.now))
    return true
  }

  return {
    begin(link, openid) {
      const outcome = inspect(link, options).catch(() => NOT_LOADED)
      const begun: Check = { traceId: randomUUID(), openid, outcome, timer: undefined }
      waiting.add(begun)
      if (options.comesByItself)
        begun.timer = setTimeout(() => void send(begun), SENT_AFTER_MILLISECONDS).unref()
      return begun.traceId
    },
    async sendAll() {
      let sent = 0
      for (const begun of [...waiting]) if (await send(begun)) sent++
      return sent
    },
    stop() {
      for (const { timer } of waiting) clearTimeout(timer)
      waiting.clear()
    },
  }
}

async function inspect(
  link: string,
  { files, links }: Pick<MediaChecksOptions, 'files' | 'links'>,
): Promise<Record<string, unknown>> {
  const path = links.pathBehind(link)
  const file = path === undefined ? null : await files.find(path)
  if (!file || file.bytes > MEDIA_BYTES) return NOT_LOADED
  const bytes = await readAll(files, file)
  const result: Verdict = judge((mark) => bytes.includes(mark), MEDIA_MARKS)
  return { detail: detailOf(result), errcode: 0, errmsg: 'ok', result }
}

async function readAll(files: Pick<FileStore, 'read'>, file: StoredFile): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of files.read(file) as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const messageOf = async ({ traceId, openid, outcome }: Check, now: () => number) => ({
  ToUserName: APP_ID,
  FromUserName: openid,
  CreateTime: Math.floor(now() / 1000),
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: APP_ID,
  trace_id: traceId,
  version: 2,
  ...(await outcome),
})
