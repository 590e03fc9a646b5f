import type { OwnContent } from '@contract/moderation'
import { View } from '@tarojs/components'
import { AnswerGiven } from '@/components/answerGiven'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Thumbnails } from '@/components/thumbnails'
import { activityAbout, caseAbout, commentsAbout, open } from '@/routes'
import { contentCauseWords, contentStateWords } from '@/words/contents'
import { momentWords } from '@/words/moments'
import { Appeal } from './appeal'
import './ownContentCard.scss'
import { Withdraw } from './withdraw'

/** Why it is not seen, as far as there is something to say. */
const Why = ({ state, cause, reason }: Pick<OwnContent, 'state' | 'cause' | 'reason'>) => {
  if (state === 'checking')
    return <View className="ownContent__why">正在自动检查，通过后公开。照片一般要几分钟。</View>
  if (state === 'visible' || state === 'withdrawn' || (!cause && !reason)) return null
  return (
    <View className="ownContent__why">
      {cause ? <View>{contentCauseWords[cause]}</View> : null}
      {reason ? <View>原因：{reason}</View> : null}
    </View>
  )
}

const Subject = ({ subject }: Pick<OwnContent, 'subject'>) => {
  const comments = commentsAbout(subject)
  if (comments) return <ListRow icon="comment" title="去看大家的意见" onPress={() => open(comments)} />
  const activity = activityAbout(subject)
  if (activity) return <ListRow icon="comment" title="去看这场活动" onPress={() => open(activity)} />
  const address = caseAbout(subject)
  return address ? <ListRow icon="comment" title="去看这件上报" onPress={() => open(address)} /> : null
}

interface OwnContentCardProps {
  content: OwnContent
  onChanged: () => Promise<void>
}

export const OwnContentCard = ({ content, onChanged }: OwnContentCardProps) => {
  const { contentId, subject, text, pictureUrls, state, mayAppeal, answer, writtenAt } = content
  return (
    <Card>
      <View className="ownContent__head">
        <View className="ownContent__time">{momentWords(writtenAt)}</View>
        <Badge {...contentStateWords[state]} />
      </View>
      <View className="ownContent__text words-break">{text}</View>
      <Thumbnails urls={pictureUrls} name="意见" />
      <Why {...content} />
      <AnswerGiven answer={answer} />
      {mayAppeal ? <Appeal contentId={contentId} onDone={onChanged} /> : null}
      {state === 'withdrawn' ? null : <Withdraw contentId={contentId} onDone={onChanged} />}
      <Subject subject={subject} />
    </Card>
  )
}
