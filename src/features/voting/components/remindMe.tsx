import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'

/** WeChat sends a message only to who agreed to it in a tap. Without a template nothing can be sent. */
const askWechat = async (): Promise<boolean> => {
  const answer = (await Taro.requestSubscribeMessage({
    tmplIds: [RESULTS_TEMPLATE_ID],
    entityIds: [],
  })) as unknown as Record<string, string>
  return answer[RESULTS_TEMPLATE_ID] === 'accept'
}

const mayAsk: () => boolean = process.env.TARO_ENV === 'weapp' ? () => RESULTS_TEMPLATE_ID !== '' : () => true
const askToSend: () => Promise<boolean> =
  process.env.TARO_ENV === 'weapp' ? askWechat : () => Promise.resolve(true)

const remind = async (campaignId: string, requestId: string): Promise<string | null> => {
  if (!(await askToSend().catch(() => false))) return '你没有同意接收通知。需要时可以再点一次。'
  const answer = await call('voting', 'remindMe', { campaignId }, { requestId })
  return answer.ok ? null : errorText(answer.error)
}

/** 结果公布时通知我. */
export const RemindMe = ({ campaignId }: { campaignId: string }) => {
  const [requestId] = useState(newRequestId)
  const [isAsked, setIsAsked] = useState(false)
  const myVote = useAnswer(campaignId, () => call('voting', 'getMyVote', { campaignId }))
  if (myVote.state.status !== 'ready' || !mayAsk()) return null
  if (isAsked || myVote.state.value.reminding)
    return (
      <Notice kind="success" title="结果公布时会通知你">
        通知会发到微信的“服务通知”。
      </Notice>
    )
  const press = async () => {
    const trouble = await remind(campaignId, requestId)
    if (trouble) showToast(trouble)
    else setIsAsked(true)
  }
  return (
    <Button kind="secondary" icon="notify" onPress={press}>
      结果公布时通知我
    </Button>
  )
}
