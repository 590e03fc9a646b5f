import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showToast } from '@/components/toast'
import { isThrough } from '../../caseNext'
import { CaseDetail } from './caseDetail'
import { NextCase } from './nextCase'
import type { CaseDone } from './useCaseSteps'

const stay = async () => undefined

/** One case on the phone. A handler who is through with it is led to the next. */
export const CasePageContent = ({ caseId }: { caseId: string }) => {
  const { organisationId, order } = useRouter().params
  const [said, setSaid] = useState<string | null>(null)
  const handleDone = async (done: CaseDone) => {
    if (organisationId && isThrough(done.key)) setSaid(done.said)
    else showToast(done.said)
  }
  if (said && organisationId)
    return <NextCase said={said} caseId={caseId} organisationId={organisationId} order={order} />
  return <CaseDetail caseId={caseId} onDone={handleDone} onChanged={stay} />
}
