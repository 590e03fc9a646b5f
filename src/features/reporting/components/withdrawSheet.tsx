import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'

interface WithdrawSheetProps {
  caseId: string
  onDone: () => Promise<void>
  onClose: () => void
}

/** 撤回: asked twice, since it cannot be undone. */
export const WithdrawSheet = ({ caseId, onDone, onClose }: WithdrawSheetProps) => {
  const [requestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const withdraw = async () => {
    const answer = await call('reporting', 'withdrawCase', { caseId }, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    onClose()
    await onDone()
  }
  return (
    <Sheet
      title="撤回这次上报"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" onPress={withdraw}>
            确认撤回
          </Button>
          <Button kind="quiet" onPress={onClose}>
            不撤回
          </Button>
        </>
      }
    >
      撤回以后不再处理，不能恢复。问题还在的话，可以重新上报。
      {trouble ? <Notice kind="error" title={trouble} /> : null}
    </Sheet>
  )
}
