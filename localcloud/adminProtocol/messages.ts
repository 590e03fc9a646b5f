import type { DatabaseSchema } from '../database/layout'

/** What the main thread and the database's thread say to each other. */
export interface WorkerOptions {
  folder: string
  schema: DatabaseSchema
  transactionLifetimeMilliseconds: number
}

/** One action of the admin protocol that the database does not answer itself. */
export interface AdminAction {
  action: string
  parameters: Record<string, unknown>
  /** Names the invocation that sent it: whatever stands in TCB_SESSIONTOKEN there. */
  sessionToken: string | undefined
  multipart?: { fields: Record<string, string>; files: Record<string, Uint8Array> }
}

export type AdminAnswer = { json: Record<string, unknown> } | { bytes: Uint8Array; contentType: string }

/** For tests of crashes: lets one request die at a chosen moment. */
export interface DatabaseFaults {
  /** The `count`-th such action from now loses its connection; then the fault is over. Null: none. */
  failAfter?: {
    action: string
    collection?: string
    count: number
    effect: 'dropBeforeWrite' | 'dropAfterWrite'
  } | null
}

/** Action, then collection (empty text where there is none), then how often it came since the start. */
export type Statistics = Record<string, Record<string, number>>

export type ToWorker =
  | { kind: 'answer'; id: number; answer: AdminAnswer }
  | { kind: 'clock'; id: number; offset: number }
  | { kind: 'statistics'; id: number }
  | { kind: 'faults'; id: number; faults: DatabaseFaults }
  | { kind: 'stop'; id: number }

export type FromWorker =
  | { kind: 'ready'; address: string }
  | { kind: 'action'; id: number; action: AdminAction }
  | { kind: 'log'; level: 'warn' | 'error'; text: string }
  | { kind: 'done'; id: number; statistics?: Statistics }
