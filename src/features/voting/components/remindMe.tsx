import type { MessageTemplate } from '@contract/messages'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { askToSend } from '@/messages/agreement'

interface Plan {
  reminding: boolean
  /** What WeChat may send about results; null: this deployment has no such template. */
  template: MessageTemplate | null
}

/** Both are known before the tap, because WeChat asks for consent only at once in it. */
const usePlan = (campaignId: string): Plan | null => {
  const myVote = useAnswer(campaignId, () => call('voting', 'getMyVote', { campaignId }))
  const settings = useAnswer('messageSettings', () => call('messages', 'getSettings', {}))
  if (myVote.state.status !== 'ready' || settings.state.status === 'loading') return null
  const templates = settings.state.status === 'ready' ? settings.state.value.templates : []
  return {
    reminding: myVote.state.value.reminding,
    template: templates.find(({ kind }) => kind === 'resultsPublished') ?? null,
  }
}

const Reminding = ({ isSent }: { isSent: boolean }) =>
  isSent ? (
    <Notice kind="success" title="结果公布时会通知你">
      通知会发到微信的“服务通知”，也会放在“我的”里的“消息”里。
    </Notice>
  ) : (
    <Notice kind="success" title="结果公布时会告诉你">
      微信通知没有打开，消息会放在“我的”里的“消息”里。
    </Notice>
  )

/** 结果公布时通知我. Who refuses WeChat's message still finds it in the inbox. */
export const RemindMe = ({ campaignId }: { campaignId: string }) => {
  const [requestId] = useState(newRequestId)
  const [asked, setAsked] = useState<{ isSent: boolean } | null>(null)
  const plan = usePlan(campaignId)
  if (!plan) return null
  const { reminding, template } = plan
  if (asked || reminding) return <Reminding isSent={asked?.isSent ?? template?.isAgreed ?? false} />
  const press = async () => {
    const isSent = template !== null && (template.isAgreed || !(await askToSend([template])))
    const answer = await call('voting', 'remindMe', { campaignId }, { requestId })
    if (answer.ok) setAsked({ isSent })
    else showToast(errorText(answer.error))
  }
  return (
    <Button kind="secondary" icon="notify" onPress={press}>
      结果公布时通知我
    </Button>
  )
}
