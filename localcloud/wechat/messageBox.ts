import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'

/** Subscribe messages that were "sent", kept in a file of one JSON object a line, for the person to look at. */
export interface MessageBox {
  deliver(openid: string, message: Omit<Message, 'id'>): Message
  /** Newest first. */
  messagesOf(openid: string): Message[]
}

export interface Message {
  id: string
  templateId: string
  page: string
  values: Record<string, string>
  sentAt: number
}

type Line = Message & { openid: string }

const KEPT_PER_PERSON = 200

export function openMessageBox(file: string): MessageBox {
  const boxes = new Map<string, Message[]>()
  const put = ({ openid, ...message }: Line): void => {
    const box = boxes.get(openid) ?? []
    box.unshift(message)
    boxes.set(openid, box.slice(0, KEPT_PER_PERSON))
  }
  for (const line of readLines(file)) put(line)
  return {
    messagesOf: (openid) => boxes.get(openid) ?? [],
    deliver(openid, message) {
      const line: Line = { openid, id: randomUUID(), ...message }
      appendFileSync(file, `${JSON.stringify(line)}\n`)
      put(line)
      return line
    },
  }
}

/** A last line without an end was cut by a crash: that message was not acknowledged, and it is taken away. */
function readLines(file: string): Line[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) truncateSync(file, whole)
  const lines = bytes.toString('utf8', 0, whole).split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
}
