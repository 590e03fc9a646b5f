import type { PublicContent } from '@contract/moderation'
import { View } from '@tarojs/components'
import { AnswerGiven } from '@/components/answerGiven'
import { Card } from '@/components/card'
import { Thumbnails } from '@/components/thumbnails'
import { momentWords } from '@/words/moments'
import './commentCard.scss'

/** One opinion, and what the organiser has answered; nothing of who wrote it. */
export const CommentCard = ({
  comment: { text, pictureUrls, writtenAt, answer },
}: {
  comment: PublicContent
}) => (
  <Card>
    <View className="commentCard__text words-break">{text}</View>
    <Thumbnails urls={pictureUrls} name="意见" />
    <View className="commentCard__time">{momentWords(writtenAt)}</View>
    <AnswerGiven answer={answer} />
  </Card>
)
