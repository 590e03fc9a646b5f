import { OPINION_LENGTH, REASON_LENGTH } from '@contract/limits'
import type { FormPart } from '@contract/nominations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

export interface Returning {
  opinion: string
  parts: { part: FormPart; reason: string }[]
}

interface ReturnSheetProps {
  parts: { part: FormPart; name: string }[]
  onClose: () => void
  /** Answers what went wrong, in words, or null. */
  onSend: (returning: Returning, requestId: string) => Promise<string | null>
}

type Reasons = Partial<Record<FormPart, string>>

const isShort = (words: string, { min }: { min: number }): boolean => words.trim().length < min

/** What is not written yet, by part; `opinion` for the whole. */
const missing = (opinion: string, reasons: Reasons): Partial<Record<FormPart | 'opinion', string>> => ({
  ...(isShort(opinion, OPINION_LENGTH) ? { opinion: `请写审核意见，至少 ${OPINION_LENGTH.min} 个字` } : {}),
  ...Object.fromEntries(
    Object.entries(reasons)
      .filter(([, reason]) => isShort(reason, REASON_LENGTH))
      .map(([part]) => [part, `请写要改什么，至少 ${REASON_LENGTH.min} 个字`]),
  ),
})

const toggled = (reasons: Reasons, part: FormPart): Reasons => {
  const { [part]: before, ...rest } = reasons
  return before === undefined ? { ...rest, [part]: '' } : rest
}

/** What is to be corrected: an opinion on the whole, and a reason for each part that is ticked. */
export const ReturnSheet = ({ parts, onClose, onSend }: ReturnSheetProps) => {
  const [opinion, setOpinion] = useState('')
  const [reasons, setReasons] = useState<Reasons>({})
  const [requestId, setRequestId] = useState(newRequestId)
  const [wrong, setWrong] = useState<ReturnType<typeof missing>>({})
  const change = (next: { opinion?: string; reasons?: Reasons }) => {
    if (next.opinion !== undefined) setOpinion(next.opinion)
    if (next.reasons) setReasons(next.reasons)
    setRequestId(newRequestId())
    setWrong({})
  }
  const send = async () => {
    const found = missing(opinion, reasons)
    if (Object.keys(found).length > 0) return setWrong(found)
    const ticked = parts.flatMap(({ part }) => {
      const reason = reasons[part]
      return reason === undefined ? [] : [{ part, reason }]
    })
    const trouble = await onSend({ opinion, parts: ticked }, requestId)
    if (trouble) setWrong({ opinion: trouble })
  }
  return (
    <Sheet title="退回修改" isOpen onClose={onClose} actions={<Button onPress={send}>退回给申报人</Button>}>
      <View>申报人会收到消息，看到你写的意见，改好后再提交。写过的内容都还在。</View>
      <Field
        label="审核意见"
        value={opinion}
        maxLength={OPINION_LENGTH.max}
        isLong
        error={wrong.opinion}
        onChange={(next) => change({ opinion: next })}
      />
      <View className="returnSheet__title">哪些地方要修改</View>
      <View className="opinionSheet__ready">
        {parts.map(({ part, name }) => (
          <Chip
            key={part}
            text={name}
            isChosen={reasons[part] !== undefined}
            onPress={() => change({ reasons: toggled(reasons, part) })}
          />
        ))}
      </View>
      {parts.map(({ part, name }) => {
        const reason = reasons[part]
        return reason === undefined ? null : (
          <Field
            key={part}
            label={`${name}要改什么`}
            value={reason}
            maxLength={REASON_LENGTH.max}
            error={wrong[part]}
            onChange={(next) => change({ reasons: { ...reasons, [part]: next } })}
          />
        )
      })}
    </Sheet>
  )
}
