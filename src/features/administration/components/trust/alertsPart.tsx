import type { Alert } from '@contract/trust'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { useIsDesk } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { SplitView } from '@/components/splitView'
import { open, routes } from '@/routes'
import { alertKindWords, alertStateWords, stretchWords } from '../../trustWords'
import { MoreButton } from '../moreButton'
import { AlertView } from './alertView'

const AlertRow = ({ alert, onPress }: { alert: Alert; onPress: () => unknown }) => {
  const { name, times } = alertKindWords[alert.kind]
  return (
    <ListRow
      icon="rising"
      title={alert.candidateName}
      line={`${name}，${times(alert.times)}。${stretchWords(alert.from, alert.to)}`}
      trailing={<Badge {...alertStateWords[alert.state]} />}
      onPress={onPress}
    />
  )
}

interface AlertsPartProps {
  campaignId: string
  alertId: string | undefined
  onChoose: (alertId: string) => void
}

/** Newest first; beside the one that is looked at, or before it. */
export const AlertsPart = ({ campaignId, alertId, onChoose }: AlertsPartProps) => {
  const isDesk = useIsDesk()
  const book = usePages(campaignId, {
    ask: (after: string | undefined) => call('voting', 'listAlerts', { campaignId, after }),
    read: ({ alerts, next }) => ({ items: alerts, next }),
  })
  useRefreshOnPull(book.refresh)
  const choose = (chosen: string) =>
    isDesk ? onChoose(chosen) : open(routes.trust(campaignId, { alertId: chosen }))
  const list = (
    <>
      <Notice kind="information" title="只是提示，不是结论">
        程序把每个候选的票数和它自己平时、和其他候选同一时间作比较。给所有人发通知带来的高峰不算异常。
      </Notice>
      <Answered answer={book} skeleton={<Skeleton shape="row" count={3} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="success" reason="没有发现异常投票" />
          ) : (
            <Card title="异常投票">
              {book.items.map((alert) => (
                <AlertRow key={alert.alertId} alert={alert} onPress={() => choose(alert.alertId)} />
              ))}
            </Card>
          )
        }
      </Answered>
      <MoreButton book={book} />
    </>
  )
  return (
    <SplitView
      hasDetail={alertId !== undefined}
      list={list}
      detail={
        alertId ? (
          <AlertView key={alertId} campaignId={campaignId} alertId={alertId} onSettled={book.refresh} />
        ) : (
          <EmptyState icon="rising" reason="从列表里选一条，在这里查看" />
        )
      }
    />
  )
}
