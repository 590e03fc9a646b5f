import type { Activity, Aftermath } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Skeleton } from '@/components/skeleton'
import { Thumbnails } from '@/components/thumbnails'
import { open, routes } from '@/routes'
import { dayWords } from '@/words/moments'
import { feedbackWords, mayGiveFeedback } from '../../after/words'
import { FeedbackCard } from './feedbackCard'
import { PhotosCard } from './photosCard'
import '../activity/activity.scss'

const Findings = ({ activityId }: { activityId: string }) => (
  <Card title="看到街面问题">
    <View>活动中发现垃圾、占道、破损这样的问题，拍一张就能上报，会记在这场活动名下。</View>
    <Button
      kind="secondary"
      icon="camera"
      onPress={() => open(routes.report({ camera: 'open', activityId }))}
    >
      发现问题，拍一张
    </Button>
  </Card>
)

const Shown = ({ aftermath }: { aftermath: Aftermath }) => {
  const { photos, feedback, thanks, findings } = aftermath
  return (
    <>
      {thanks ? (
        <Card title="负责人的感谢">
          <View className="activity__text">{thanks.words}</View>
          <View className="activity__note">{dayWords(thanks.at)}</View>
        </Card>
      ) : null}
      {photos.length + feedback.answers + findings > 0 ? (
        <Card title="活动掠影">
          <Thumbnails urls={photos.map(({ pageUrl }) => pageUrl)} name="活动" />
          {feedback.answers > 0 ? <View>{feedbackWords(feedback)}</View> : null}
          {findings > 0 ? <View>从这场活动上报了 {findings} 个街面问题</View> : null}
        </Card>
      ) : null}
    </>
  )
}

/** Photos, feedback, thanks and findings. Who was there can add to it. */
export const Afterwards = ({ activity }: { activity: Activity }) => {
  const { activityId } = activity
  const owner = useSession()?.identity.id ?? ''
  const answer = useAnswer(`aftermath/${owner}/${activityId}`, () =>
    call('activities', 'getAftermath', { activityId }),
  )
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" />}>
      {(aftermath) => (
        <>
          <Shown aftermath={aftermath} />
          {aftermath.own?.wasThere ? (
            <>
              {mayGiveFeedback(activity, Date.now()) ? (
                <FeedbackCard
                  activityId={activityId}
                  given={aftermath.own.stars}
                  onChanged={answer.refresh}
                />
              ) : null}
              <PhotosCard activityId={activityId} onChanged={answer.refresh} />
              <Findings activityId={activityId} />
            </>
          ) : null}
        </>
      )}
    </Answered>
  )
}
