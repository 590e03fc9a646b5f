import type { Ruling } from '@contract/trust'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { actNames, filterWords, rulingStatusWords } from '../../trustWords'
import { BallotTable } from './ballotTable'

interface ActsProps {
  campaignId: string
  ruling: Ruling
  onDecided: () => Promise<void>
}

/** Large rulings are written over several calls. */
const confirmUntilApplied = async (campaignId: string, rulingId: string): Promise<string | null> => {
  const requestId = newRequestId()
  for (;;) {
    const answer = await call('voting', 'confirmRuling', { campaignId, rulingId }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    if (answer.value.ruling.status !== 'applying') return null
  }
}

/** Who proposed may take it back; another person agrees or not. */
const Acts = ({ campaignId, ruling, onDecided }: ActsProps) => {
  const [asked, setAsked] = useState<'confirm' | 'reject' | null>(null)
  const { rulingId, act, ballots, isMine } = ruling
  const decided = async (said: string) => {
    setAsked(null)
    showToast(said)
    await onDecided()
  }
  const confirm = async () => {
    const trouble = await confirmUntilApplied(campaignId, rulingId)
    await decided(trouble ?? '已生效')
  }
  const reject = async (reason: string, requestId: string): Promise<string | null> => {
    const answer = await call('voting', 'rejectRuling', { campaignId, rulingId, reason }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    await decided(isMine ? '已撤回' : '已记为不同意')
    return null
  }
  return (
    <>
      {isMine ? (
        <View>要另一位管理员同意才会生效。</View>
      ) : (
        <Button onPress={() => setAsked('confirm')}>同意{actNames[act]}</Button>
      )}
      <Button kind="secondary" onPress={() => setAsked('reject')}>
        {isMine ? '撤回提议' : '不同意'}
      </Button>
      <Sheet
        title={`${actNames[act]} ${numberWords(ballots)} 张选票`}
        isOpen={asked === 'confirm'}
        onClose={() => setAsked(null)}
        actions={<Button onPress={confirm}>同意{actNames[act]}</Button>}
      >
        同意后立即生效，不能撤回。计票和名单按处理后的选票计算，数量和原因随结果公布。
      </Sheet>
      {asked === 'reject' ? (
        <ReasonSheet
          title={isMine ? '撤回提议' : '不同意'}
          explanation="这项提议不会生效，选票不受影响。"
          button={isMine ? '撤回提议' : '不同意'}
          onClose={() => setAsked(null)}
          onSend={reject}
        />
      ) : null}
    </>
  )
}

const decisionRows = ({ status, decidedBy, decidedAt, proposedBy, isMine }: Ruling) => {
  if (decidedBy === null || decidedAt === null) return []
  const isTakenBack = status === 'rejected' && isMine && decidedBy === proposedBy
  const key = status === 'rejected' ? (isTakenBack ? '撤回' : '不同意') : '同意'
  return [{ key, value: `${decidedBy}，${momentWords(decidedAt)}` }]
}

const RulingCard = ({ campaignId, ruling, onDecided }: ActsProps) => {
  const [hasBallots, setHasBallots] = useState(false)
  return (
    <>
      <Card title={`第 ${ruling.number} 号：${actNames[ruling.act]} ${numberWords(ruling.ballots)} 张`}>
        <Badge {...rulingStatusWords[ruling.status]} />
        <KeyValue
          rows={[
            { key: '范围', value: filterWords(ruling.filter) },
            { key: '原因', value: ruling.reason },
            { key: '提议', value: `${ruling.proposedBy}，${momentWords(ruling.proposedAt)}` },
            ...decisionRows(ruling),
          ]}
        />
        {ruling.status === 'proposed' ? (
          <Acts campaignId={campaignId} ruling={ruling} onDecided={onDecided} />
        ) : null}
        {ruling.status === 'applying' ? <View>选票很多，正在逐张记录。几分钟后再来看。</View> : null}
        <Button kind="quiet" onPress={() => setHasBallots(!hasBallots)}>
          {hasBallots ? '收起选票' : '看看这些选票'}
        </Button>
      </Card>
      {hasBallots ? <BallotTable campaignId={campaignId} filter={ruling.filter} /> : null}
    </>
  )
}

/** Every decision about ballots, newest first. */
export const RulingsPart = ({ campaignId }: { campaignId: string }) => {
  const rulings = useAnswer(campaignId, () => call('voting', 'listRulings', { campaignId }))
  useRefreshOnPull(rulings.refresh)
  return (
    <Answered answer={rulings} skeleton={<Skeleton shape="text" count={3} />}>
      {(value) =>
        value.rulings.length === 0 ? (
          <EmptyState icon="document" reason="还没有处理过选票。剔除和计入都要两位管理员，记录会留在这里。" />
        ) : (
          value.rulings.map((ruling) => (
            <RulingCard
              key={ruling.rulingId}
              campaignId={campaignId}
              ruling={ruling}
              onDecided={rulings.refresh}
            />
          ))
        )
      }
    </Answered>
  )
}
