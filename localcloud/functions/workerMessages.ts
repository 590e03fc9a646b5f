import type { LogLevel } from '../log'

/** What the pool and an instance say to each other. Events and results travel as JSON text. */
export interface InstanceStart {
  entry: string
  clockOffset: number
}

export interface EventMessage {
  requestId: string
  event: string
  /** Variables of this event alone; those of the event before are taken away. */
  environment: Record<string, string>
  context: Record<string, unknown>
  clockOffset: number
}

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'loadFailed'; message: string; stack: string }
  | { kind: 'returned'; result: string }
  | { kind: 'threw'; message: string; stack: string }
  | { kind: 'printed'; level: LogLevel; text: string }
