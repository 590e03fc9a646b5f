import type { ReviewedContent as Reviewed } from '@contract/moderation'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import type { Decision } from '../../contentWords'
import type { WorkDetailProps } from '../../workDetail'
import { DecisionSheet } from './decisionSheet'
import { ReviewedContent } from './reviewedContent'
import './contentReview.scss'

const said: Record<Decision, string> = { release: '已公开', hide: '已设为不公开' }

interface DeciderProps {
  content: Reviewed
  /** Somebody else, or the author, was faster. */
  onChanged: () => Promise<void>
  onDone: WorkDetailProps['onDone']
}

/** The two ways to decide, without the one that has been taken. */
const Decider = ({ content, onChanged, onDone }: DeciderProps) => {
  const [asked, setAsked] = useState<{ decision: Decision; requestId: string } | null>(null)
  const ask = (decision: Decision) => setAsked({ decision, requestId: newRequestId() })
  const decide = async (reason: string): Promise<string | null> => {
    if (!asked) return null
    const { decision, requestId } = asked
    const { contentId, version: basedOn } = content
    const input = { contentId, decision, reason, basedOn }
    const answer = await call('moderation', 'decideContent', input, { requestId })
    const isStale = !answer.ok && answer.error.code === 'changed_meanwhile'
    if (!answer.ok && !isStale) return errorText(answer.error)
    setAsked(null)
    await (isStale ? onChanged() : onDone(said[decision]))
    return null
  }
  return (
    <>
      <View className="contentReview__acts">
        {content.state === 'visible' ? null : <Button onPress={() => ask('release')}>公开</Button>}
        {content.state === 'hidden' ? null : (
          <Button kind="danger" onPress={() => ask('hide')}>
            不公开
          </Button>
        )}
      </View>
      {asked ? (
        <DecisionSheet decision={asked.decision} onClose={() => setAsked(null)} onDecide={decide} />
      ) : null}
    </>
  )
}

/** Something a person wrote that the machine could not decide about. */
export const ContentReview = ({ subjectId, onDone, onChanged }: WorkDetailProps) => {
  const content = useAnswer(subjectId, () => call('moderation', 'getContent', { contentId: subjectId }))
  const [hasChanged, setHasChanged] = useState(false)
  const handleChanged = async () => {
    await Promise.all([content.refresh(), onChanged()])
    setHasChanged(true)
  }
  const handleDone: WorkDetailProps['onDone'] = async (words) => {
    setHasChanged(false)
    await Promise.all([onDone(words), content.refresh()])
  }
  return (
    <Answered answer={content} skeleton={<Skeleton shape="text" count={3} />}>
      {(value) => (
        <View className="contentReview">
          {hasChanged ? (
            <Notice kind="warning" title="这段内容刚刚有变化">
              下面是新的情况，请看过以后再决定。
            </Notice>
          ) : null}
          <ReviewedContent content={value} />
          <Decider content={value} onChanged={handleChanged} onDone={handleDone} />
        </View>
      )}
    </Answered>
  )
}
