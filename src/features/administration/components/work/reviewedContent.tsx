import type { ReviewedContent as Reviewed } from '@contract/moderation'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Pressable } from '@/components/pressable'
import { activityAbout, caseAbout, commentsAbout, open } from '@/routes'
import { momentWords } from '@/words/moments'
import { causeWords, historyWords, reviewStateWords } from '../../contentWords'

/** In a browser the picture inside would be read as well; the name around it is enough. */
const unnamed = process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-hidden': 'true' } }

/** Whole, not cut: what is at the edge may be what matters. */
const Pictures = ({ urls }: { urls: string[] }) =>
  urls.map((url, index) => (
    <Pressable
      key={url}
      label={`放大第 ${index + 1} 张照片`}
      onPress={() => Taro.previewImage({ current: url, urls })}
    >
      <Image className="contentReview__picture" src={url} mode="widthFix" {...unnamed} />
    </Pressable>
  ))

/** What the content was written about, with all its opinions; or the case that it reports. */
const About = ({ subject, subjectName }: Pick<Reviewed, 'subject' | 'subjectName'>) => {
  const ofCase = caseAbout(subject)
  const ofActivity = activityAbout(subject)
  const address = ofCase ?? ofActivity ?? commentsAbout(subject)
  const written = ofActivity ? '参加的人拍的照片' : '写在这里的公众意见里'
  return (
    <ListRow
      icon="comment"
      title={subjectName}
      line={ofCase ? '上报的文字和照片；不公开也照样处理' : written}
      onPress={address ? () => open(address) : undefined}
    />
  )
}

const Why = ({ content: { state, cause, appeal } }: { content: Reviewed }) => (
  <View className="contentReview__why">
    <Badge {...reviewStateWords[state]} />
    {cause ? <View>{causeWords[cause]}</View> : null}
    {appeal ? <KeyValue rows={[{ key: '作者说', value: appeal }]} /> : null}
  </View>
)

const History = ({ history }: Pick<Reviewed, 'history'>) =>
  history.length > 0 ? (
    <Card title="经过">
      {history.map(({ at, act, reason }) => (
        <View key={`${at}${act}`}>
          <View>{reason ? `${historyWords(act)}（${reason}）` : historyWords(act)}</View>
          <View className="contentReview__time">{momentWords(at)}</View>
        </View>
      ))}
    </Card>
  ) : null

/** Everything one must see to decide; not who wrote it. */
export const ReviewedContent = ({ content }: { content: Reviewed }) => (
  <>
    <Card>
      <Why content={content} />
      <View className="contentReview__content">
        <View className="contentReview__text words-break">{content.text}</View>
        <Pictures urls={content.pictureUrls} />
        <View className="contentReview__time">{momentWords(content.writtenAt)} 写</View>
      </View>
      <About {...content} />
    </Card>
    <History history={content.history} />
  </>
)
