import type { Caller } from '../../functions/callers'

/** What a stand-in is asked: parameters in snake_case, as WeChat's servers get them. */
export interface OpenApiCall {
  parameters: Record<string, unknown>
  caller: Caller
}

/** WeChat's answer, in snake_case; an `errcode` other than 0 makes the SDK throw it. */
export type OpenApiAnswer = Record<string, unknown>

export type StandIn = (call: OpenApiCall) => OpenApiAnswer

export const failWith = (errcode: number, errmsg: string): OpenApiAnswer => ({ errcode, errmsg })

export const INVALID_ARGUMENTS = 40097
export const INVALID_OPENID = 40003
