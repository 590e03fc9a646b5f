import type { AuditCheck } from '@contract/administration'
import type { Result } from '@contract/result'
import type { CloudError } from '@/cloud/services'
import { numberWords } from '@/words/numbers'
import { AUDITED_SERVICES, type AuditedService, serviceWords } from './words'

/** Walking along the chains of the audit trail, one service after another. */

export interface TrailFault {
  service: AuditedService
  sequence: number
  kind: 'missing' | 'changed'
}

export interface TrailCheck {
  /** Entries looked at so far, of all services. */
  checked: number
  faults: TrailFault[]
  /** The service that is looked at now; null: all have been. */
  service: AuditedService | null
}

type Ask = (service: AuditedService, after: number) => Promise<Result<AuditCheck, CloudError>>

/** A service's chain to its end, or to its first fault. */
const walkChain = async (
  service: AuditedService,
  ask: Ask,
  onStretch: (checked: number) => boolean,
): Promise<Result<TrailFault | null, CloudError>> => {
  let after = 0
  for (;;) {
    const answer = await ask(service, after)
    if (!answer.ok) return answer
    const { checked, lastSequence, fault, isDone } = answer.value
    const goesOn = onStretch(checked)
    if (fault) return { ok: true, value: { service, ...fault } }
    if (isDone || !goesOn) return { ok: true, value: null }
    after = lastSequence
  }
}

/** All of it. `onProgress` answers whether anybody is still waiting for the end. */
export const walkTrail = async (
  ask: Ask,
  onProgress: (check: TrailCheck) => boolean,
): Promise<Result<TrailCheck, CloudError>> => {
  const check: TrailCheck = { checked: 0, faults: [], service: null }
  for (const service of AUDITED_SERVICES) {
    const walked = await walkChain(service, ask, (checked) => {
      check.checked += checked
      return onProgress({ ...check, service })
    })
    if (!walked.ok) return walked
    if (walked.value) check.faults.push(walked.value)
  }
  return { ok: true, value: check }
}

const faultNames = { missing: '不见了', changed: '被改动过' }

export const faultWords = ({ service, sequence, kind }: TrailFault): string =>
  `${serviceWords(service)}的第 ${numberWords(sequence)} 条记录${faultNames[kind]}`

export const checkWords = ({ checked, faults }: TrailCheck): string =>
  faults.length === 0
    ? `${numberWords(checked)} 条记录，一条不少，没有改动`
    : `有 ${faults.length} 处不对，请马上联系技术人员和上级管理员`

/** How far it has come, by services. */
export const checkProgress = ({ service }: TrailCheck): number =>
  service === null ? 1 : AUDITED_SERVICES.indexOf(service) / AUDITED_SERVICES.length
