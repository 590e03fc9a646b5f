import type { Alert, AlertChart, BallotFilter } from '@contract/trust'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { BarChart } from '@/components/barChart'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ReasonSheet } from '@/components/reasonSheet'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { clockWords, momentWords } from '@/words/moments'
import {
  alertKindWords,
  alertStateWords,
  baselineWords,
  chartTitle,
  chartValueWords,
  stretchWords,
} from '../../trustWords'
import { BallotTable } from './ballotTable'
import { ProposalSheet } from './proposalSheet'

const Chart = ({ chart }: { chart: AlertChart }) => (
  <BarChart
    title={chartTitle(chart)}
    bars={chart.points.map(({ at, value, isUnusual }) => ({
      key: String(at),
      label: clockWords(at),
      value,
      isMarked: isUnusual,
    }))}
    baseline={{ value: chart.baseline, text: baselineWords(chart) }}
    markText="这次异常"
    valueText={(value) => chartValueWords(chart.unit, value)}
  />
)

interface ActsProps {
  /** Nothing is struck before its ballots may be seen. */
  mayStrike: boolean
  campaignId: string
  alert: Alert
  filter: BallotFilter
  onSettled: () => Promise<void>
}

/** Strike what is behind it, or say that there is nothing to do. */
const Acts = ({ mayStrike, campaignId, alert, filter, onSettled }: ActsProps) => {
  const [asked, setAsked] = useState<'strike' | 'dismiss' | null>(null)
  const close = () => setAsked(null)
  const dismiss = async (reason: string, requestId: string): Promise<string | null> => {
    const input = { campaignId, alertId: alert.alertId, reason }
    const answer = await call('voting', 'dismissAlert', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    close()
    showToast('已记为无需处理')
    await onSettled()
    return null
  }
  return (
    <>
      {mayStrike ? (
        <Button kind="danger" onPress={() => setAsked('strike')}>
          提议剔除这些选票
        </Button>
      ) : null}
      <Button kind="secondary" onPress={() => setAsked('dismiss')}>
        看过了，无需处理
      </Button>
      {asked === 'strike' ? (
        <ProposalSheet
          campaignId={campaignId}
          act="strike"
          filter={filter}
          onClose={close}
          onProposed={close}
        />
      ) : null}
      {asked === 'dismiss' ? (
        <ReasonSheet
          title="看过了，无需处理"
          explanation="这条提示会标为无需处理，选票不受影响。"
          button="记为无需处理"
          onClose={close}
          onSend={dismiss}
        />
      ) : null}
    </>
  )
}

interface AlertViewProps {
  campaignId: string
  alertId: string
  onSettled: () => Promise<void>
}

/** One alert: what was unusual, drawn over time, and the ballots behind it. */
export const AlertView = ({ campaignId, alertId, onSettled }: AlertViewProps) => {
  const found = useAnswer(alertId, () => call('voting', 'getAlert', { campaignId, alertId }))
  const handleSettled = async () => void (await Promise.all([found.refresh(), onSettled()]))
  return (
    <Answered answer={found} skeleton={<Skeleton shape="text" count={3} />}>
      {({ alert, chart, filter }) => (
        <>
          <Card title={alert.candidateName}>
            <Badge {...alertStateWords[alert.state]} />
            <KeyValue
              rows={[
                { key: '异常', value: alertKindWords[alert.kind].name },
                { key: '程度', value: alertKindWords[alert.kind].times(alert.times) },
                { key: '时间', value: stretchWords(alert.from, alert.to) },
                { key: '发现', value: momentWords(alert.foundAt) },
              ]}
            />
            <Chart chart={chart} />
            {alert.state === 'open' ? (
              <Acts
                mayStrike={chart.unit === 'votes'}
                campaignId={campaignId}
                alert={alert}
                filter={filter}
                onSettled={handleSettled}
              />
            ) : null}
          </Card>
          <BallotTable campaignId={campaignId} filter={filter} />
        </>
      )}
    </Answered>
  )
}
