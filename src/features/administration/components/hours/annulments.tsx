import type { Annulment, AnnulmentState } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { MoreButton } from '../moreButton'
import { AnnulmentCard } from './annulmentCard'
import { AppealActs } from './appealActs'
import './hours.scss'

const emptyWords: Record<AnnulmentState, string> = {
  appealed: '没有等待处理的申诉',
  standing: '没有撤销的时长',
  upheld: '没有维持撤销的申诉',
  restored: '没有恢复的时长',
}

interface OneProps {
  annulment: Annulment
  onChanged: () => Promise<void>
}

const One = ({ annulment, onChanged }: OneProps) => (
  <AnnulmentCard annulment={annulment}>
    <AppealActs
      annulment={annulment}
      onChanged={onChanged}
      onDone={async (said) => {
        showToast(said)
        await onChanged()
      }}
    />
  </AnnulmentCard>
)

/** What was taken back, in one state of it. */
export const Annulments = ({ placeCode, state }: { placeCode: string; state: AnnulmentState }) => {
  const book = usePages(`annulments/${placeCode}/${state}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listAnnulments', {
        placeCode,
        state,
        ...(after === undefined ? {} : { after }),
      }),
    read: ({ annulments, next }) => ({ items: annulments, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={<Skeleton shape="card" count={2} />}>
      {() =>
        book.items.length === 0 ? (
          <EmptyState icon="success" reason={emptyWords[state]} />
        ) : (
          <View className="hoursCards">
            {book.items.map((annulment) => (
              <One key={annulment.annulmentId} annulment={annulment} onChanged={book.refresh} />
            ))}
            <MoreButton book={book} />
          </View>
        )
      }
    </Answered>
  )
}
