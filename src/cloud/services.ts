import type { accounts } from '@contract/accounts'
import type { activities } from '@contract/activities'
import type { administration } from '@contract/administration'
import type { attendance } from '@contract/attendance'
import type { awards } from '@contract/awards'
import type { caseRules } from '@contract/caseRules'
import type { caseStatistics } from '@contract/caseStatistics'
import type { casework } from '@contract/casework'
import type { Defect, Refusal, Unreached } from '@contract/errors'
import type { hotline } from '@contract/hotline'
import type { judging } from '@contract/judging'
import type { messages } from '@contract/messages'
import type { ErrorOf, MethodDeclaration, Service, ValueOf } from '@contract/method'
import type { moderation } from '@contract/moderation'
import type { nominations } from '@contract/nominations'
import type { open311 } from '@contract/open311'
import type { places } from '@contract/places'
import type { reporting } from '@contract/reporting'
import type { Result } from '@contract/result'
import type { volunteerHours } from '@contract/volunteerHours'
import type { volunteerStatistics } from '@contract/volunteerStatistics'
import type { volunteers } from '@contract/volunteers'
import type { voting } from '@contract/voting'
import type { InferInput } from 'valibot'

/** The cloud functions by name. Types only, so that the validator stays in the cloud. */
export interface Services {
  accounts: typeof accounts
  administration: typeof administration
  awards: typeof awards
  judging: typeof judging
  messages: typeof messages
  moderation: typeof moderation
  nominations: typeof nominations
  places: typeof places
  caseRules: typeof caseRules
  caseStatistics: typeof caseStatistics
  casework: typeof casework
  hotline: typeof hotline
  open311: typeof open311
  reporting: typeof reporting
  activities: typeof activities
  attendance: typeof attendance
  volunteerHours: typeof volunteerHours
  volunteerStatistics: typeof volunteerStatistics
  volunteers: typeof volunteers
  voting: typeof voting
}

export type ServiceName = keyof Services
export type MethodName<S extends ServiceName> = keyof Services[S] & string

export type Method<S extends ServiceName, M extends MethodName<S>> = Services[S][M] extends MethodDeclaration
  ? Services[S][M]
  : never

export type Input<S extends ServiceName, M extends MethodName<S>> = InferInput<Method<S, M>['input']>

export type CloudValue<S extends ServiceName, M extends MethodName<S>> = ValueOf<Method<S, M>>

/** What every call can come to, beside the method's own errors. */
export type CommonError = Refusal | Defect | Unreached

export type CloudAnswer<S extends ServiceName, M extends MethodName<S>> = Result<
  CloudValue<S, M>,
  ErrorOf<Method<S, M>> | CommonError
>

type ErrorsOf<S extends Service> = { [M in keyof S]: ErrorOf<S[M]> }[keyof S]

/** Any error of any method, with its details. */
export type CloudError = { [S in ServiceName]: ErrorsOf<Services[S]> }[ServiceName] | CommonError
