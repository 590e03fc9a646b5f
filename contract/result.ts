/** What a method answers: an expected outcome is never thrown. Plain objects, since the cloud carries JSON. */
export type Result<Value, Failure extends { code: string }> =
  | { ok: true; value: Value }
  | { ok: false; error: Failure }

export const ok = <const Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const fail = <const Failure extends { code: string }>(
  error: Failure,
): { ok: false; error: Failure } => ({
  ok: false,
  error,
})
