import type { DeskSignIn } from '@contract/accounts'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { momentWords } from '@/words/moments'

export type DeskAnswer = 'confirm' | 'refuse'

interface DeskConfirmationProps {
  code: string
  signIn: DeskSignIn
  onAnswered: (answer: DeskAnswer) => void
}

const useAnswering = (code: string, onAnswered: (answer: DeskAnswer) => void) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  // One intention, one request: a second tap after a lost answer has no second effect.
  const [requestIds] = useState({ confirm: newRequestId(), refuse: newRequestId() })
  const send = async (answer: DeskAnswer) => {
    setTrouble(null)
    const options = { requestId: requestIds[answer] }
    const answered = await call('accounts', 'answerDeskSignIn', { code, answer }, options)
    if (answered.ok) onAnswered(answer)
    else setTrouble(errorText(answered.error))
  }
  return { trouble, send }
}

/** Which computer asks, and the two answers. */
export const DeskConfirmation = ({ code, signIn, onAnswered }: DeskConfirmationProps) => {
  const { trouble, send } = useAnswering(code, onAnswered)
  return (
    <>
      <Card title="要在这台电脑上登录吗">
        <KeyValue
          rows={[
            { key: '电脑', value: signIn.device },
            { key: '网络地址', value: signIn.requestAddress || '不清楚' },
            { key: '取码时间', value: momentWords(signIn.requestedAt) },
          ]}
        />
      </Card>
      <Notice kind="warning" title="请先核对">
        不是你本人在电脑前操作，请点“不是我”。登录后，那台电脑可以用你的身份办事。
      </Notice>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <Button onPress={() => send('confirm')}>确认登录</Button>
      <Button kind="secondary" onPress={() => send('refuse')}>
        不是我
      </Button>
    </>
  )
}
