import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { useOutbox } from '@/outbox'
import { outboxWords } from '@/outbox/words'
import { open, openTab, routes } from '@/routes'

const useWaitingForRating = (): number => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const { state } = useAnswer(isSignedIn ? `reports/${owner}` : null, () =>
    call('reporting', 'listMyReports', {}),
  )
  return state.status === 'ready' ? state.value.waitingForRating : 0
}

/** 随申拍: the way to report, and what waits for this person. */
export const ReportCard = () => {
  const waitingForRating = useWaitingForRating()
  const { waiting } = useOutbox().view
  return (
    <Card title="身边的问题，拍一张就行">
      <Button kind="secondary" icon="camera" onPress={() => open(routes.report({ camera: 'open' }))}>
        拍照上报
      </Button>
      {waiting.length > 0 ? (
        <ListRow icon="offline" title={outboxWords(waiting)} onPress={() => openTab(routes.reporting)} />
      ) : null}
      {waitingForRating > 0 ? (
        <ListRow
          icon="star"
          title={`${waitingForRating} 件处理好了`}
          trailing={<Badge tone="information" icon="star" text="等你评价" />}
          onPress={() => open(routes.myReports)}
        />
      ) : null}
    </Card>
  )
}
