/** A refusal that goes to the caller with one of CloudBase's own codes. */
export class DatabaseFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const requestFailed = (message: string) => new DatabaseFailure('DATABASE_REQUEST_FAILED', message)

export const invalidParameter = (message: string) => new DatabaseFailure('INVALID_PARAM', message)

/** Something MongoDB has and localcloud lacks. Named, since a wrong result would be worse than none. */
export const unsupported = (what: string) => requestFailed(`localcloud does not support ${what}`)

export const collectionMissing = (name: string) =>
  new DatabaseFailure('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`)

export const transactionConflict = () =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others',
  )

export const transactionGone = () =>
  new DatabaseFailure(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds',
  )

/** The server's own wording around E11000 is not documented; callers search the text for E11000. */
export function duplicateKey(
  operation: 'Insert' | 'Update',
  collection: string,
  index: string,
  value: string,
): DatabaseFailure {
  return requestFailed(
    `[FailedOperation.${operation}] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${value}}]}, {<nil>}]`,
  )
}
