import { REPORT_UPLOADS } from '@contract/cases/cases'
import type { Result } from '@contract/result'
import type { Direction } from '@contract/volunteering/presence'
import { call } from '@/cloud/call'
import type { CloudError, CloudValue } from '@/cloud/services'
import { type UploadResult, uploadPhoto } from '@/cloud/upload'
import type { CheckInWork, Outgoing, ReportingMethod, ReportingWork } from './outgoing'

/** What the cloud answered about a case, or about somebody's presence. */
export type Sent =
  | {
      [M in ReportingMethod]: { method: M; caseId: string; value: CloudValue<'reporting', M> }
    }[ReportingMethod]
  | {
      method: 'presentCode'
      activityId: string
      direction: Direction
      value: CloudValue<'attendance', 'presentCode'>
    }

type Answer = Promise<Result<Sent, CloudError>>
export type Send = (outgoing: Outgoing, photos: string[]) => Answer

export const send: Send = ({ requestId, work }, photos) =>
  work.method === 'presentCode' ? sendCode(work, requestId) : sendReporting(work, requestId, photos)

const sendCode = async ({ method, input }: CheckInWork, requestId: string): Answer => {
  const answer = await call('attendance', method, input, { requestId })
  const { activityId, direction } = input
  return answer.ok ? { ok: true, value: { method, activityId, direction, value: answer.value } } : answer
}

const sendReporting = async (work: ReportingWork, requestId: string, photos: string[]): Answer => {
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
