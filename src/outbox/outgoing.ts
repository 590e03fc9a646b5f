import type { Input } from '@/cloud/services'

/** What a person has handed in and this phone has not yet brought to the cloud. */

/** Methods of `reporting` that carry photos. What is sent is the input and, once they are in the cloud, the photos. */
export type ReportingMethod = 'reportProblem' | 'rateCase' | 'addRemark'

export type ReportingWork = {
  [M in ReportingMethod]: { method: M; input: Omit<Input<'reporting', M>, 'photos'> }
}[ReportingMethod]

/** A code that proves its own time, with the place or without: it is worth most at once, and something later on. */
export interface CheckInWork {
  method: 'presentCode'
  input: Input<'attendance', 'presentCode'>
}

export type OutgoingWork = ReportingWork | CheckInWork
export type OutgoingMethod = OutgoingWork['method']

export type WorkOf<M extends OutgoingMethod> = Extract<OutgoingWork, { method: M }>

export interface OutgoingPhoto {
  key: string
  /** Under which name this device keeps the file; null: only as long as the program runs. */
  kept: string | null
  /** Where it is in the cloud, once it is there. */
  fileId: string | null
}

export interface Outgoing {
  /** However often it is sent, it has one effect. */
  requestId: string
  work: OutgoingWork
  photos: OutgoingPhoto[]
  /** For lists: 暴露垃圾 · 示例路 1 号, or 签到 · 示例清洁行动. */
  title: string
  queuedAt: number
  /** It was sent and no answer came: perhaps it is there. What may be there is not changed any more. */
  mayHaveArrived: boolean
  /** Why the cloud does not take it as it is, in words. It waits for the person then, not for the network. */
  refusal: string | null
}
