/**
 * What a database failure means. wx-server-sdk maps unevenly: most calls give a numeric `errCode` and the reason
 * only in `errMsg`; aggregate, createCollection and callFunction give `errCode: -1` and the text code in `code`;
 * a transaction's commit throws a raw object with `code` and `message`. So all of it is looked through, here only.
 */
function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { errMsg, message, code } = error as { errMsg?: unknown; message?: unknown; code?: unknown }
  return [errMsg, message, code].filter((part) => part !== undefined).join(' ')
}

/** A unique key (`_id` or a unique index) already has this value. */
export const isDuplicateKey = (error: unknown): boolean =>
  /E11000|duplicate key|DUPLICATE_WRITE/i.test(textOf(error))

/** Another transaction was first, or this one expired: nothing was written, so it can be tried again. */
export const isTransactionConflict = (error: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT|TransactionNotExist|WriteConflict/i.test(textOf(error))

/** The database did not answer, or answered that it is overloaded. The write may or may not have happened. */
export const isUnavailable = (error: unknown): boolean =>
  /ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|socket hang up|timeout|EXCEED_\w*REQUEST|-50100[234]\b/i.test(
    textOf(error),
  )
