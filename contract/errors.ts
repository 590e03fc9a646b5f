import type { accounts } from './accounts'
import type { activities } from './activities'
import type { administration } from './administration'
import type { attendance } from './attendance'
import type { awards } from './awards'
import type { caseRules } from './caseRules'
import type { caseStatistics } from './caseStatistics'
import type { casework } from './casework'
import type { hotline } from './hotline'
import type { judging } from './judging'
import type { messages } from './messages'
import type { ErrorCodeOf } from './method'
import type { moderation } from './moderation'
import type { nominations } from './nominations'
import type { open311 } from './open311'
import type { places } from './places'
import type { reporting } from './reporting'
import type { volunteerHours } from './volunteerHours'
import type { volunteerStatistics } from './volunteerStatistics'
import type { volunteers } from './volunteers'
import type { voting } from './voting'

/** One thing wrong with the input: where it stands and, in plain Chinese, what to do about it. */
export interface FieldProblem {
  /** Path of the field, joined by dots: `rules.choices.max`. */
  path: string
  message: string
}

/** Refusals: any method can answer with these before its own work begins. */
export type Refusal =
  | { code: 'not_signed_in' }
  | { code: 'not_allowed' }
  /** The method works in WeChat only, and this call came from a browser at a desk. */
  | { code: 'wechat_needed' }
  | { code: 'unknown_method' }
  | { code: 'invalid_input'; fields: FieldProblem[] }
  | { code: 'too_many_requests'; retryAfterSeconds: number }

/** A defect of ours, or a cloud that does not answer: the person sees a sentence and this id. */
export type Defect = { code: 'internal'; requestId: string } | { code: 'busy'; requestId: string }

/** Errors that arise on the way to the cloud; only the client makes them. */
export type Unreached = { code: 'no_connection' } | { code: 'session_ended' }

export type MethodErrorCode =
  | ErrorCodeOf<typeof volunteers>
  | ErrorCodeOf<typeof volunteerStatistics>
  | ErrorCodeOf<typeof volunteerHours>
  | ErrorCodeOf<typeof attendance>
  | ErrorCodeOf<typeof activities>
  | ErrorCodeOf<typeof voting>
  | ErrorCodeOf<typeof accounts>
  | ErrorCodeOf<typeof administration>
  | ErrorCodeOf<typeof awards>
  | ErrorCodeOf<typeof judging>
  | ErrorCodeOf<typeof messages>
  | ErrorCodeOf<typeof moderation>
  | ErrorCodeOf<typeof nominations>
  | ErrorCodeOf<typeof places>
  | ErrorCodeOf<typeof reporting>
  | ErrorCodeOf<typeof open311>
  | ErrorCodeOf<typeof hotline>
  | ErrorCodeOf<typeof casework>
  | ErrorCodeOf<typeof caseStatistics>
  | ErrorCodeOf<typeof caseRules>

/** Every code that a screen can meet. `src/cloud/errorText.ts` has a sentence for each, or it does not compile. */
export type ErrorCode = MethodErrorCode | Refusal['code'] | Defect['code'] | Unreached['code']
