import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

interface WithdrawProps {
  contentId: string
  onDone: () => Promise<void>
}

/** 撤回: asked twice, since it cannot be undone. */
export const Withdraw = ({ contentId, onDone }: WithdrawProps) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  const close = () => setRequestId(null)
  const withdraw = async () => {
    const answer = await call(
      'moderation',
      'withdrawContent',
      { contentId },
      { requestId: requestId ?? newRequestId() },
    )
    if (!answer.ok) return showToast(errorText(answer.error))
    close()
    await onDone()
  }
  return (
    <>
      <Button kind="quiet" onPress={() => setRequestId(newRequestId())}>
        撤回
      </Button>
      <Sheet
        title="撤回这段内容"
        isOpen={requestId !== null}
        onClose={close}
        actions={
          <>
            <Button kind="danger" onPress={withdraw}>
              确认撤回
            </Button>
            <Button kind="quiet" onPress={close}>
              不撤回
            </Button>
          </>
        }
      >
        撤回以后，别人再也看不到它。撤回后不能恢复，可以重新写一段。
      </Sheet>
    </>
  )
}
