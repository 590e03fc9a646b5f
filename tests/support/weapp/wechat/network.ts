import type { Answering } from './answer'
import { ApiFailed } from './answer'

/** How the program reaches the cloud: the name of a function and its event go in, what its `main` returned comes out. */
export type CallFunction = (name: string, event: unknown) => Promise<unknown>

/** Thrown by a `CallFunction`: the function was reached and failed. Anything else thrown means it was not reached. */
export class FunctionFailed extends Error {}

const FUNCTION_FAILED = -504002
const NOT_REACHED = -1

interface FunctionOptions {
  name?: unknown
  data?: unknown
}

export function networkApis(answering: Answering, callFunction: CallFunction) {
  const call = async ({ name, data }: FunctionOptions) => {
    try {
      return { result: await callFunction(String(name), data), requestID: 'request' }
    } catch (cause) {
      const code = cause instanceof FunctionFailed ? FUNCTION_FAILED : NOT_REACHED
      throw new ApiFailed(`cloud.callFunction:fail ${cause instanceof Error ? cause.message : cause}`, code)
    }
  }
  return {
    cloud: {
      init: answering('cloud.init'),
      callFunction: answering('cloud.callFunction', call),
    },
    login: answering('login', { code: 'code' }),
    checkSession: answering('checkSession'),
    getNetworkType: answering('getNetworkType', { networkType: 'wifi' }),
  }
}
