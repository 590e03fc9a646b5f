import type { OwnSignUp } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { withdrawalWords } from '../activity/words'

interface WithdrawSheetProps {
  activityId: string
  state: OwnSignUp['state']
  startsAt: number
  onDone: () => Promise<void>
  onClose: () => void
}

/** 退出报名, with what follows from it. */
export const WithdrawSheet = ({ activityId, state, startsAt, onDone, onClose }: WithdrawSheetProps) => {
  const [requestId] = useState(newRequestId)
  const withdraw = async () => {
    const answer = await call('activities', 'withdraw', { activityId }, { requestId })
    showToast(answer.ok ? '已经退出' : errorText(answer.error))
    onClose()
    await onDone()
  }
  return (
    <Sheet
      title="退出这场活动"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" onPress={withdraw}>
            退出报名
          </Button>
          <Button kind="quiet" onPress={onClose}>
            不退出
          </Button>
        </>
      }
    >
      <View>{withdrawalWords(state, startsAt, Date.now())}</View>
    </Sheet>
  )
}
