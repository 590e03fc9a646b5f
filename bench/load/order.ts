/** What the load generator is told to do, and what it found. Both cross a process boundary as they are. */

export interface HttpRequest {
  method: 'GET' | 'POST'
  path: string
  authorization?: string
  body?: string
}

export interface LoadOrder {
  /** `http://127.0.0.1:port` */
  origin: string
  /** Callers at the same time; each sends its next request when its last one is answered. */
  callers: number
  /** After this time nobody sends any more; what is under way is awaited and counted. */
  milliseconds: number
  /** Sent in order, each once, or over and over with `repeat`. */
  requests: HttpRequest[]
  repeat: boolean
}

export interface LoadOutcome {
  sent: number
  /** Answered with 2xx and `"ok":true` (or, by a health check, `"status":"ok"`). */
  accepted: number
  /** Answered otherwise. */
  refused: number
  /** Not answered. */
  failed: number
  /** The first refusal or failure, for finding out why. */
  firstProblem: string | null
  milliseconds: number
  acceptedPerSecond: number
  /** Milliseconds from sending to the end of the answer. */
  p50: number
  p99: number
  slowest: number
  /** Share of one core that the generator itself used: near 1, it is the generator that is being measured. */
  generatorLoad: number
}
