import type { StaffCase } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { Skeleton } from '@/components/skeleton'
import { CaseActs } from './caseActs'
import { CaseContact } from './caseContact'
import { CaseCourse } from './caseCourse'
import { CaseFacts } from './caseFacts'
import { CaseLinks } from './caseLinks'
import { CasePhotos } from './casePhotos'
import type { CaseDone } from './useCaseSteps'
import './caseDetail.scss'
import './casesDesk.scss'

interface CaseDetailProps {
  caseId: string
  onDone: (done: CaseDone) => Promise<void>
  /** Called when somebody else was faster. */
  onChanged: () => Promise<void>
}

const Whole = ({ shown, onDone, onChanged }: Omit<CaseDetailProps, 'caseId'> & { shown: StaffCase }) => (
  <View className="caseDetail">
    <CaseLinks shown={shown} />
    <Card title={`${shown.categoryName} ${shown.number}`}>
      <CaseFacts shown={shown} />
    </Card>
    <CasePhotos shown={shown} />
    <CaseContact caseId={shown.caseId} hasContact={shown.hasContact} />
    <CaseCourse shown={shown} />
    <CaseActs shown={shown} onDone={onDone} onChanged={onChanged} />
  </View>
)

/** A case as staff see it, and what they can do with it. */
export const CaseDetail = ({ caseId, onDone, onChanged }: CaseDetailProps) => {
  const answer = useAnswer(caseId, () => call('casework', 'getCase', { caseId }))
  useRefreshOnPull(answer.refresh)
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="card" count={2} />}>
      {(shown) => (
        <Whole
          shown={shown}
          onDone={async (done) => void (await Promise.all([answer.refresh(), onDone(done)]))}
          onChanged={async () => void (await Promise.all([answer.refresh(), onChanged()]))}
        />
      )}
    </Answered>
  )
}
