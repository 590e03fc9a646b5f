import { randomUUID } from 'node:crypto'
import type { AdminAction, AdminAnswer } from './adminProtocol/service'
import type { Invocation } from './functions/callers'
import type { FunctionService } from './functions/functionService'
import type { StorageAnswer } from './storage/storageActions'
import type { OpenApi } from './wechat/openapi/openApi'

export interface AdminAnswersOptions {
  functions: Pick<FunctionService, 'findInvocation' | 'has' | 'invoke'>
  storage(action: string, parameters: Record<string, unknown>): StorageAnswer | Promise<StorageAnswer>
  openApi: Pick<OpenApi, 'call'>
}

const refuse = (code: string, message: string): AdminAnswer => ({
  json: { requestId: randomUUID(), code, message },
})

/**
 * Answers what functions ask of the cloud besides the database. Every such request carries the token of the event
 * being served, and that event says whose call it is.
 */
export const createAdminAnswers =
  (options: AdminAnswersOptions) =>
  async (request: AdminAction): Promise<AdminAnswer> => {
    try {
      return await answer(options, request)
    } catch (error) {
      return refuse('SYS_ERR', `${request.action}: ${(error as Error).message}`)
    }
  }

async function answer(
  { functions, storage, openApi }: AdminAnswersOptions,
  request: AdminAction,
): Promise<AdminAnswer> {
  const { action, parameters } = request
  const invocation = functions.findInvocation(request.sessionToken)
  if (!invocation) return refuse('INVALID_PARAM', `${action}: no event is being served under this token`)
  if (action === 'functions.invokeFunction') return invokeNested(functions, parameters, invocation)
  if (action.startsWith('storage.'))
    return { json: { requestId: randomUUID(), ...(await storage(action, parameters)) } }
  if (action === 'wx.openApi') return callOpenApi(openApi, request, invocation)
  return refuse(
    'INVALID_PARAM',
    `localcloud does not support ${action} ${String(parameters.apiName ?? '')}`.trim(),
  )
}

/** The called function sees the same person, and a source that is longer by `scf`. */
async function invokeNested(
  functions: AdminAnswersOptions['functions'],
  { function_name: name, request_data: event }: Record<string, unknown>,
  { caller }: Invocation,
): Promise<AdminAnswer> {
  if (typeof name !== 'string' || !functions.has(name))
    return refuse('FUNCTION_NOT_FOUND', `there is no function named ${String(name)}`)
  const text = typeof event === 'string' && event !== '' ? event : '{}'
  const answer = await functions.invoke(name, text, { ...caller, source: `${caller.source},scf` })
  return 'result' in answer
    ? { json: { requestId: answer.requestId, data: { response_data: answer.result } } }
    : { json: { requestId: answer.requestId, ...answer.error } }
}

function callOpenApi(
  openApi: Pick<OpenApi, 'call'>,
  request: AdminAction,
  invocation: Invocation,
): AdminAnswer {
  const { fields = {}, files = {} } = request.multipart ?? {}
  const { apiName = '' } = fields
  const message = files.requestData
  const bytes = message && openApi.call(apiName, message, invocation)
  return bytes
    ? { bytes, contentType: 'application/octet-stream' }
    : refuse('INVALID_PARAM', `localcloud does not support ${request.action} ${apiName}`)
}
