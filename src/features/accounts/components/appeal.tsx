import { REASON_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

interface AppealProps {
  contentId: string
  onDone: () => Promise<void>
}

/** 申请人工复核: once, with a reason. */
export const Appeal = ({ contentId, onDone }: AppealProps) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string | undefined>()
  const close = () => setRequestId(null)
  const send = async () => {
    if (reason.trim().length < REASON_LENGTH.min) return setTrouble('请写明为什么应当公开')
    const input = { contentId, reason }
    const answer = await call('moderation', 'appealContent', input, {
      requestId: requestId ?? newRequestId(),
    })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    close()
    await onDone()
  }
  return (
    <>
      <Button kind="secondary" onPress={() => setRequestId(newRequestId())}>
        申请人工复核
      </Button>
      <Sheet
        title="申请人工复核"
        isOpen={requestId !== null}
        onClose={close}
        actions={<Button onPress={send}>提交申请</Button>}
      >
        <View>工作人员会再看一次，决定是否公开。每段内容只能申请一次。</View>
        <Field
          label="为什么应当公开"
          value={reason}
          maxLength={REASON_LENGTH.max}
          help="工作人员会看到这段话，看不到你是谁"
          error={trouble}
          onChange={(next) => {
            setTrouble(undefined)
            setReason(next)
          }}
        />
      </Sheet>
    </>
  )
}
