import Taro from '@tarojs/taro'
import { forgetSession, readSession, type Session } from './session'

/** What a function is called with. */
export interface CloudEvent {
  method: string
  input: object
  requestId?: string
}

export type Delivery =
  | { kind: 'answered'; answer: unknown }
  /** Perhaps it arrived, perhaps not: worth trying again with the same request id. */
  | { kind: 'lost' }
  /** The function itself failed. */
  | { kind: 'failed'; requestId: string }
  | { kind: 'sessionEnded' }

export type Deliver = (service: string, event: CloudEvent) => Promise<Delivery>

/** What HTTP_ORIGIN is when a build names none: the pages and the functions come from the same local cloud. */
const ONE_MACHINE = '.'

/** WeChat's codes from -504000 down to -504999: the function was reached and failed. */
const isFunctionFailure = (code: unknown): boolean =>
  typeof code === 'number' && Math.trunc(code / 1000) === -504

const readCallId = (message: string): string =>
  /(?:callId|requestId)[: ]+([\w-]+)/i.exec(message)?.[1] ?? '无'

const deliverByWechat: Deliver = async (service, event) => {
  try {
    const { result } = await Taro.cloud.callFunction({ name: service, data: event })
    return { kind: 'answered', answer: result }
  } catch (error) {
    const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: string }
    return isFunctionFailure(errCode)
      ? { kind: 'failed', requestId: readCallId(errMsg ?? '') }
      : { kind: 'lost' }
  }
}

const readHttpAnswer = async (response: Response): Promise<Delivery> => {
  if (response.status === 401) return { kind: 'sessionEnded' }
  const body = (await response.json()) as { result?: unknown; error?: { requestId?: string } }
  if (response.ok && body.error === undefined) return { kind: 'answered', answer: body.result }
  return { kind: 'failed', requestId: body.error?.requestId ?? '无' }
}

/**
 * Where a browser's calls go. An identity of the cloud on one machine has a way of its own; a desk goes by the HTTP
 * access of the functions, as in production. Who is nobody goes by that too, unless this build is for one machine.
 */
const addressOf = (service: string, session: Session | null): string => {
  const isLocal = session === null ? HTTP_ORIGIN === ONE_MACHINE : session.kind !== 'desk'
  return isLocal ? `./call/${service}` : `${HTTP_ORIGIN}/web/${service}`
}

const deliverByHttp: Deliver = async (service, event) => {
  const session = readSession()
  try {
    const response = await fetch(addressOf(service, session), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session ? { authorization: `Bearer ${session.token}` } : {}),
      },
      body: JSON.stringify(event),
    })
    const delivery = await readHttpAnswer(response)
    // An answer to the session before says nothing about the one that has come meanwhile.
    if (delivery.kind === 'sessionEnded' && readSession()?.token === session?.token) forgetSession()
    return delivery
  } catch {
    return { kind: 'lost' }
  }
}

/** Chosen here, once, so that each build contains one of the two. */
export const deliver: Deliver = process.env.TARO_ENV === 'weapp' ? deliverByWechat : deliverByHttp
