import type { Realm } from '../realm'

/** One call of a WeChat API by the program. */
export interface ApiCall {
  api: string
  options: Record<string, unknown>
}

export interface Options extends Record<string, unknown> {
  success?: (result: object) => void
  fail?: (failure: object) => void
  complete?: (result: object) => void
}

/** Thrown by an answer: the API fails with this message, and with a number where WeChat gives one. */
export class ApiFailed extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message)
  }
}

/** What an API answers, or how it finds that out from what it was asked. */
export type Answer = object | ((options: Options) => object | undefined | Promise<object | undefined>)

/**
 * WeChat's convention: callbacks if any were given, else a promise; either way not before the caller has finished.
 */
export type Answering = (api: string, answer?: Answer) => (options?: Options) => Promise<object> | undefined

export function createAnswering(realm: () => Realm, calls: ApiCall[]): Answering {
  return (api, answer = {}) =>
    (options = {}) => {
      calls.push({ api, options })
      const outcome = (async () => (typeof answer === 'function' ? await answer(options) : answer))()
      const { inside, Promise: InsidePromise } = realm()
      const succeeded = outcome.then((value) => inside({ errMsg: `${api}:ok`, ...value }))
      const answered = succeeded.catch((cause: Error) => {
        throw inside(
          cause instanceof ApiFailed
            ? { errMsg: cause.message, errCode: cause.errCode }
            : { errMsg: `${api}:fail ${cause.message}` },
        )
      })
      if (options.success || options.fail || options.complete) {
        void callBack(answered, options)
        return undefined
      }
      return new InsidePromise((resolve, reject) => void answered.then(resolve, reject))
    }
}

async function callBack(answered: Promise<object>, { success, fail, complete }: Options): Promise<void> {
  await answered.then(
    (result) => {
      success?.(result)
      complete?.(result)
    },
    (failure: object) => {
      fail?.(failure)
      complete?.(failure)
    },
  )
}
