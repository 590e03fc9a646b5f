import { REASON_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { missingSheets } from '../../sessionSteps'
import { type ChairProps, seenOf, troubleOf } from './act'

interface CloseSheetProps extends ChairProps {
  onClose: () => void
}

const useClosing = ({ view, onDone, onClose }: CloseSheetProps) => {
  const [reason, setReason] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isComplete = missingSheets(view).length === 0
  const change = (next: string) => {
    setReason(next)
    setRequestId(newRequestId())
    setTrouble(null)
  }
  const close = async () => {
    if (!isComplete && reason.trim().length < REASON_LENGTH.min) return setTrouble('评分没有交齐，请写明原因')
    const input = { ...seenOf(view), excused: isComplete ? null : reason }
    const failed = troubleOf(await call('judging', 'closeSession', input, { requestId }))
    await onDone()
    if (failed) setTrouble(failed)
    else onClose()
  }
  return { reason, change, trouble, close }
}

/** Who has not scored what, by name. */
const Missing = ({ view }: Pick<ChairProps, 'view'>) => (
  <>
    <Notice kind="warning" title="评分没有交齐">
      没交的评分不计入。能等就再等一等。
    </Notice>
    <KeyValue
      rows={missingSheets(view).map(({ name, missing }) => ({
        key: name,
        value: `还差 ${missing.join('、')}`,
      }))}
    />
  </>
)

const CloseSheet = (props: CloseSheetProps) => {
  const { view, onClose } = props
  const { reason, change, trouble, close } = useClosing(props)
  const isComplete = missingSheets(view).length === 0
  return (
    <Sheet
      title="结束评审"
      isOpen
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={close}>
          {isComplete ? '结束评审' : '不等了，结束评审'}
        </Button>
      }
    >
      <View>结束后，评委不能再打分和修改，程序马上算出结果。不能重新打开。</View>
      {isComplete ? (
        trouble && <Notice kind="error">{trouble}</Notice>
      ) : (
        <>
          <Missing view={view} />
          <Field
            label="原因"
            value={reason}
            maxLength={REASON_LENGTH.max}
            help="会写进评审纪要"
            error={trouble ?? undefined}
            onChange={change}
          />
        </>
      )}
    </Sheet>
  )
}

/** Ends scoring for good. */
export const CloseSession = ({ isDue, ...props }: ChairProps & { isDue: boolean }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind={isDue ? 'danger' : 'quiet'} onPress={() => setOpen(true)}>
        结束评审
      </Button>
      {isOpen ? <CloseSheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
