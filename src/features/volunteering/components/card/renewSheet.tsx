import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface RenewSheetProps {
  onClose: () => void
  onRenewed: () => Promise<void>
}

/** A card that was lost: the old code names nobody any more. */
export const RenewSheet = ({ onClose, onRenewed }: RenewSheetProps) => {
  const [requestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const renew = async () => {
    const answer = await call('volunteers', 'renewCard', {}, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    await onRenewed()
    showToast('已换新卡号')
    onClose()
  }
  return (
    <Sheet title="换一个卡号" isOpen onClose={onClose} actions={<Button onPress={renew}>换新卡号</Button>}>
      <View>抄下来的卡丢了，或者卡号给别人看到了，可以换一个。旧卡号马上不能用，你的时长和报名都不变。</View>
      {trouble ? (
        <Notice kind="error" title="还没有换">
          {trouble}
        </Notice>
      ) : null}
    </Sheet>
  )
}
