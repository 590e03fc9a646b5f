import { REPORT_UPLOADS } from '@contract/cases/cases'
import type { Result } from '@contract/result'
import { call } from '@/cloud/call'
import type { CloudError, CloudValue } from '@/cloud/services'
import { type UploadResult, uploadPhoto } from '@/cloud/upload'
import type { Outgoing, OutgoingMethod } from './outgoing'

/** What the cloud answered, and about which case. */
export type Sent = {
  [M in OutgoingMethod]: { method: M; caseId: string; value: CloudValue<'reporting', M> }
}[OutgoingMethod]

export type Send = (outgoing: Outgoing, photos: string[]) => Promise<Result<Sent, CloudError>>

export const send: Send = async ({ requestId, work }, photos) => {
  const { method } = work
  if (method === 'reportProblem') {
    const answer = await call('reporting', method, { ...work.input, photos }, { requestId })
    if (!answer.ok) return answer
    const { value } = answer
    return { ok: true, value: { method, caseId: value.caseId, value } }
  }
  const { caseId } = work.input
  if (method === 'rateCase') {
    const answer = await call('reporting', method, { ...work.input, photos }, { requestId })
    return answer.ok ? { ok: true, value: { method, caseId, value: answer.value } } : answer
  }
  const answer = await call('reporting', method, { ...work.input, photos }, { requestId })
  return answer.ok ? { ok: true, value: { method, caseId, value: answer.value } } : answer
}

/** Said once a photo; how far a single one is matters little when there are several. */
const untold = () => undefined

export const upload = (path: string): Promise<UploadResult> =>
  uploadPhoto(path, { folder: REPORT_UPLOADS, onProgress: untold })
