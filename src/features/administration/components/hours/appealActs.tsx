import type { Annulment } from '@contract/volunteerHours'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ReasonSheet } from '@/components/reasonSheet'

type Decision = 'restore' | 'uphold'

const words: Record<Decision, { title: string; explanation: string; button: string; said: string }> = {
  restore: {
    title: '恢复时长',
    explanation: '撤销的时长会重新计入，本人会收到通知，看到你写的原因。',
    button: '恢复时长',
    said: '时长已恢复',
  },
  uphold: {
    title: '维持撤销',
    explanation: '时长不恢复，不能再次申诉。本人会收到通知，看到你写的原因。',
    button: '维持撤销',
    said: '已维持撤销',
  },
}

interface AppealActsProps {
  annulment: Annulment
  onDone: (said: string) => Promise<void>
  /** Somebody else was faster. */
  onChanged: () => Promise<void>
}

/** An appeal is decided by another administrator than who annulled. */
export const AppealActs = ({ annulment, onDone, onChanged }: AppealActsProps) => {
  const [asked, setAsked] = useState<Decision | null>(null)
  if (annulment.state !== 'appealed') return null
  if (annulment.isOwn)
    return (
      <Notice kind="information" title="要由另一位管理员处理">
        这次撤销是你做的，申诉要由别的管理员决定。
      </Notice>
    )
  const send = async (decision: Decision, reason: string, requestId: string): Promise<string | null> => {
    const input = { annulmentId: annulment.annulmentId, decision, reason }
    const answer = await call('volunteerHours', 'decideAppeal', input, { requestId })
    const isStale = !answer.ok && answer.error.code === 'not_appealed'
    if (!answer.ok && !isStale) return errorText(answer.error)
    setAsked(null)
    await (isStale ? onChanged() : onDone(words[decision].said))
    return null
  }
  return (
    <>
      <Button onPress={() => setAsked('restore')}>恢复时长</Button>
      <Button kind="danger" onPress={() => setAsked('uphold')}>
        维持撤销
      </Button>
      {asked ? (
        <ReasonSheet
          {...words[asked]}
          kind={asked === 'uphold' ? 'danger' : 'primary'}
          help="本人会看到，也会写进工作记录"
          onClose={() => setAsked(null)}
          onSend={(reason, requestId) => send(asked, reason, requestId)}
        />
      ) : null}
    </>
  )
}
