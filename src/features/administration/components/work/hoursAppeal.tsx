import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Skeleton } from '@/components/skeleton'
import type { WorkDetailProps } from '../../workDetail'
import { AnnulmentCard } from '../hours/annulmentCard'
import { AppealActs } from '../hours/appealActs'

/** Somebody does not agree that hours were taken back. */
export const HoursAppeal = ({ subjectId, onDone, onChanged }: WorkDetailProps) => {
  const found = useAnswer(subjectId, () => call('volunteerHours', 'getAnnulment', { annulmentId: subjectId }))
  const lookAgain = async () => {
    await Promise.all([found.refresh(), onChanged()])
  }
  const handleDone: WorkDetailProps['onDone'] = async (said) => {
    await Promise.all([onDone(said), found.refresh()])
  }
  return (
    <Answered answer={found} skeleton={<Skeleton shape="text" count={3} />}>
      {(annulment) => (
        <>
          <AnnulmentCard annulment={annulment} />
          <AppealActs annulment={annulment} onDone={handleDone} onChanged={lookAgain} />
        </>
      )}
    </Answered>
  )
}
