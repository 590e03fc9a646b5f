import type { HoursClaim } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { ReasonSheet } from '@/components/reasonSheet'
import { Thumbnails } from '@/components/thumbnails'
import { showToast } from '@/components/toast'
import { momentWords } from '@/words/moments'
import { minutesWords } from '@/words/volunteering'

interface ClaimCardProps {
  claim: HoursClaim
  /** It was answered, here or by somebody else. */
  onChanged: () => Promise<void>
}

type Send = (answer: 'agree' | 'decline', reason: string | null, requestId: string) => Promise<string | null>

const Acts = ({ claim, onSend }: { claim: HoursClaim; onSend: Send }) => {
  const [isDeclining, setDeclining] = useState(false)
  const [requestId] = useState(newRequestId)
  const agree = async () => {
    const trouble = await onSend('agree', null, requestId)
    if (trouble) showToast(trouble)
  }
  return (
    <>
      <Button label={`同意，计入 ${minutesWords(claim.minutes)}，${claim.name}的补录`} onPress={agree}>
        同意，计入 {minutesWords(claim.minutes)}
      </Button>
      <Button kind="secondary" label={`退回${claim.name}的补录`} onPress={() => setDeclining(true)}>
        退回
      </Button>
      {isDeclining ? (
        <ReasonSheet
          title="退回补录"
          explanation={`${claim.name}会收到通知，看到你写的原因，可以改了再补录。`}
          button="退回"
          kind="danger"
          help="本人会看到，也会写进工作记录"
          onClose={() => setDeclining(false)}
          onSend={(reason, request) => onSend('decline', reason, request)}
        />
      ) : null}
    </>
  )
}

/** What somebody says to have done, with the proof; agreed to by anybody but that person. */
export const ClaimCard = ({ claim, onChanged }: ClaimCardProps) => {
  const send: Send = async (answer, reason, requestId) => {
    const { claimId } = claim
    const answered = await call('volunteerHours', 'answerClaim', { claimId, answer, reason }, { requestId })
    const isStale = !answered.ok && answered.error.code === 'claim_is_decided'
    if (!answered.ok && !isStale) return errorText(answered.error)
    showToast(isStale ? '已经有人处理过' : answer === 'agree' ? '已计入补录时长' : '已退回')
    await onChanged()
    return null
  }
  return (
    <Card title={claim.name}>
      <KeyValue
        rows={[
          { key: '服务日期', value: claim.day },
          { key: '时长', value: minutesWords(claim.minutes) },
          { key: '做了什么', value: claim.what },
          { key: '提交', value: momentWords(claim.proposedAt) },
          ...(claim.reason === null ? [] : [{ key: '答复', value: claim.reason }]),
        ]}
      />
      <Thumbnails urls={claim.photos.map(({ pageUrl }) => pageUrl)} name={`${claim.name}的证明`} />
      {claim.state === 'agreed' ? <Badge tone="done" text="已计入" /> : null}
      {claim.state === 'declined' ? <Badge tone="wrong" text="已退回" /> : null}
      {claim.state === 'proposed' && claim.isOwn ? (
        <Notice kind="information" title="要由别人同意">
          <View>这是你自己补录的，要由另一位负责人或者管理员答复。</View>
        </Notice>
      ) : null}
      {claim.state === 'proposed' && !claim.isOwn ? <Acts claim={claim} onSend={send} /> : null}
    </Card>
  )
}
