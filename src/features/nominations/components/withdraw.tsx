import type { Nomination } from '@contract/nominations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface WithdrawProps {
  nomination: Pick<Nomination, 'nominationId' | 'state'>
  onDone: () => Promise<void>
}

const ofDraft = {
  button: '不要这份草稿了',
  explanation: '草稿和照片会作废，不能恢复。需要的话，可以重新写一份。',
  said: '草稿已作废',
}
const ofHandedIn = {
  button: '撤回申报',
  explanation: '撤回后不再审核，也不能恢复。申报时间没有结束的话，可以重新申报。',
  said: '申报已撤回',
}

/** The way to take it back, and once more whether it is meant. */
export const Withdraw = ({ nomination: { nominationId, state }, onDone }: WithdrawProps) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  const words = state === 'draft' ? ofDraft : ofHandedIn
  const withdraw = async () => {
    if (requestId === null) return
    const answer = await call('nominations', 'withdrawNomination', { nominationId }, { requestId })
    setRequestId(null)
    showToast(answer.ok ? words.said : errorText(answer.error))
    await onDone()
  }
  return (
    <>
      <Button kind="quiet" icon="remove" onPress={() => setRequestId(newRequestId())}>
        {words.button}
      </Button>
      <Sheet
        title={words.button}
        isOpen={requestId !== null}
        onClose={() => setRequestId(null)}
        actions={
          <Button kind="danger" onPress={withdraw}>
            {state === 'draft' ? '作废草稿' : '确认撤回'}
          </Button>
        }
      >
        <View>{words.explanation}</View>
      </Sheet>
    </>
  )
}
