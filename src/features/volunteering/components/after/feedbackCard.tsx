import { ACTIVITY_TEXTS } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Stars, starWords } from '@/components/stars'
import '../activity/activity.scss'

interface FeedbackCardProps {
  activityId: string
  /** Stars that were given before. */
  given: number | null
  onChanged: () => Promise<void>
}

const useFeedback = ({ activityId, given, onChanged }: FeedbackCardProps) => {
  const [draft, setDraft] = useState({ stars: given ?? 0, words: '' })
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const revise = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    setRequestId(newRequestId())
    setTrouble(null)
  }
  /** Answers whether it was taken. */
  const send = async (): Promise<boolean> => {
    if (draft.stars === 0) {
      setTrouble('请先点星星')
      return false
    }
    const input = { activityId, stars: draft.stars, words: draft.words.trim() }
    const answer = await call('activities', 'giveFeedback', input, { requestId })
    if (answer.ok) await onChanged()
    else setTrouble(errorText(answer.error))
    return answer.ok
  }
  return { draft, revise, send, trouble }
}

/** 评价: the leader reads the words without a name. */
export const FeedbackCard = (props: FeedbackCardProps) => {
  const [isOpen, setOpen] = useState(props.given === null)
  const { draft, revise, send, trouble } = useFeedback(props)
  if (!isOpen)
    return (
      <Card title="你的评价">
        <View>
          {props.given} 星，{starWords[props.given ?? 0]}
        </View>
        <Button kind="quiet" icon="edit" onPress={() => setOpen(true)}>
          改评价
        </Button>
      </Card>
    )
  return (
    <Card title="这场活动怎么样">
      <Stars value={draft.stars} onChange={(stars) => revise({ stars })} />
      <Field
        label="想说的话（选填）"
        value={draft.words}
        maxLength={ACTIVITY_TEXTS.words.max}
        isLong
        help="负责人看得到这些话，看不到是谁写的"
        onChange={(words) => revise({ words })}
      />
      {trouble ? <Notice kind="error" title={trouble} /> : null}
      <Button icon="star" onPress={async () => setOpen(!(await send()))}>
        提交评价
      </Button>
    </Card>
  )
}
