import type { Answer } from '../functions/functionService'

/** What one address of the control does: takes the body, answers what is sent back. */
export type ControlAction = (body: Record<string, unknown>) => unknown

/** What a function answered, for whoever had it run. */
export const describeAnswer = (answer: Answer): Record<string, unknown> =>
  'result' in answer
    ? { result: JSON.parse(answer.result) as unknown }
    : { error: { ...answer.error, requestId: answer.requestId } }
