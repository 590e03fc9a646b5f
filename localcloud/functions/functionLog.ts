import { existsSync, mkdirSync, statSync } from 'node:fs'
import { appendFile, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogLevel } from '../log'

/**
 * What functions printed, one JSON object a line: what the log search (日志检索) of CloudBase is. Lines are written
 * in groups shortly after they were printed, so no call waits for the disk, and `kill -9` can lose the last group.
 * Not simulated: search by time, syntax of queries, alarms, keeping for days instead of megabytes.
 */
export interface FunctionLog {
  write(line: Omit<FunctionLine, 'at'>): void
  /** Newest first, `LINES_FOUND` at most. */
  find(wanted: WantedLines): Promise<FunctionLine[]>
  /** Writes what is left. */
  stop(): Promise<void>
}

export interface FunctionLine {
  at: number
  function: string
  /** That of the event being served, or `-` between events. */
  requestId: string
  level: LogLevel
  line: string
}

export interface WantedLines {
  requestId?: string
  /** A part of the line. */
  contains?: string
}

export interface FunctionLogOptions {
  folder: string
  now(): number
  /** Told once when lines begin to be lost, for instance because the disk is full. */
  onLoss(reason: string): void
  bytesPerFile?: number
}

const LINES_FOUND = 100
const BYTES_PER_FILE = 10 * 1_048_576
const WRITE_AFTER_MILLISECONDS = 100
/** More than a disk that answers ever has to catch up with; beyond it, lines are lost. */
const WAITING_CHARACTERS = 8 * 1_048_576

export function openFunctionLog(options: FunctionLogOptions): FunctionLog {
  const { folder, now, onLoss, bytesPerFile = BYTES_PER_FILE } = options
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'functions.jsonl')
  const older = join(folder, 'functions.1.jsonl')
  let waiting: string[] = []
  let waitingCharacters = 0
  let bytes = existsSync(file) ? statSync(file).size : 0
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let isLosing = false

  function lose(reason: string): void {
    if (!isLosing) onLoss(reason)
    isLosing = true
  }

  async function append(text: string): Promise<void> {
    try {
      if (bytes > bytesPerFile) {
        await rename(file, older)
        bytes = 0
      }
      // A write that failed may have left half a line behind.
      await appendFile(file, isLosing ? `\n${text}` : text)
      bytes += Buffer.byteLength(text)
      isLosing = false
    } catch (error) {
      lose((error as Error).message)
    }
  }

  /** Lines that come while a write is under way wait for it, so that they are counted. */
  async function writeWaiting(): Promise<void> {
    const text = waiting.join('')
    waiting = []
    waitingCharacters = 0
    if (text !== '') await append(text)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(writeWaiting)
    return writing
  }

  return {
    write(line) {
      if (waitingCharacters > WAITING_CHARACTERS) return lose('lines come faster than they can be written')
      const text = `${JSON.stringify({ at: now(), ...line })}\n`
      waiting.push(text)
      waitingCharacters += text.length
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MILLISECONDS).unref()
    },
    async find(wanted) {
      await flush()
      const found: FunctionLine[] = []
      for (const place of [file, older]) {
        if (found.length === LINES_FOUND) break
        const text = await readFile(place, 'utf8').catch(() => '')
        for (const line of newestFirst(text)) {
          const match = matching(line, wanted)
          if (match && found.push(match) === LINES_FOUND) break
        }
      }
      return found
    },
    stop: flush,
  }
}

function* newestFirst(text: string): Generator<string> {
  let end = text.length
  while (end > 0) {
    const start = end < 2 ? 0 : text.lastIndexOf('\n', end - 2) + 1
    yield text.slice(start, end).trimEnd()
    end = start
  }
}

/** Looks into the text before it is parsed, since most lines are not wanted. */
function matching(text: string, { requestId, contains }: WantedLines): FunctionLine | undefined {
  if (requestId !== undefined && !text.includes(asWritten(requestId))) return undefined
  if (contains !== undefined && !text.includes(asWritten(contains))) return undefined
  const line = parse(text)
  if (!line || (requestId !== undefined && line.requestId !== requestId)) return undefined
  return contains === undefined || line.line.includes(contains) ? line : undefined
}

const asWritten = (text: string): string => JSON.stringify(text).slice(1, -1)

function parse(text: string): FunctionLine | undefined {
  try {
    return JSON.parse(text) as FunctionLine
  } catch {
    return undefined
  }
}
