import { REASON_LENGTH } from '@contract/limits'
import type { CountView } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { momentWords } from '@/words/moments'

interface CloseVotingProps {
  campaignId: string
  view: CountView
  onDone: () => Promise<void>
}

const useClosing = ({ campaignId, onDone }: CloseVotingProps) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string | undefined>()
  const close = async () => {
    if (reason.trim().length < REASON_LENGTH.min) return setTrouble('请写明提前结束的原因')
    const answer = await call(
      'voting',
      'closeVoting',
      { campaignId, reason },
      { requestId: requestId ?? newRequestId() },
    )
    if (!answer.ok) return setTrouble(errorText(answer.error))
    setRequestId(null)
    await onDone()
  }
  return { isOpen: requestId !== null, setRequestId, reason, setReason, trouble, close }
}

/** Ends voting before its time: asked twice, with a reason that is kept. */
export const CloseVoting = (props: CloseVotingProps) => {
  const { isOpen, setRequestId, reason, setReason, trouble, close } = useClosing(props)
  return (
    <>
      <Button kind="danger" onPress={() => setRequestId(newRequestId())}>
        提前结束投票
      </Button>
      <Sheet
        title="提前结束投票"
        isOpen={isOpen}
        onClose={() => setRequestId(null)}
        actions={
          <Button kind="danger" onPress={close}>
            结束投票
          </Button>
        }
      >
        <View>
          投票原定 {momentWords(props.view.votingClosesAt)} 结束。结束后不能再投票，也不能重新打开。
        </View>
        <Field
          label="原因"
          value={reason}
          maxLength={REASON_LENGTH.max}
          help="会和改动一起公开"
          error={trouble}
          onChange={setReason}
        />
      </Sheet>
    </>
  )
}
