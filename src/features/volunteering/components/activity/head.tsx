import type { Activity } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { Photo } from '@/components/photo'
import { addressWords, usePlacePath } from '@/components/placeName/names'
import { Pressable } from '@/components/pressable'
import { Thumbnails } from '@/components/thumbnails'
import { activityTimeWords } from '@/words/activities'
import { activityStateWords, minutesWords, teamKindWords } from '@/words/volunteering'
import { plannedMinutes } from '../../activity/words'
import './activity.scss'

const tones = { coming: 'information', running: 'information', over: 'plain', cancelled: 'wrong' } as const

const Pictures = ({ activity: { photos, theme } }: { activity: Activity }) => {
  const [first, ...others] = photos
  const urls = photos.map(({ pageUrl }) => pageUrl)
  if (!first) return null
  return (
    <>
      <Pressable
        label={`放大${theme}的照片`}
        onPress={() => Taro.previewImage({ current: first.pageUrl, urls })}
      >
        <Photo url={first.pageUrl} description={`${theme}的照片`} />
      </Pressable>
      <Thumbnails urls={others.map(({ pageUrl }) => pageUrl)} name={theme} />
    </>
  )
}

const Change = ({ activity: { notice, state } }: { activity: Activity }) => {
  if (state === 'cancelled')
    return (
      <Notice kind="warning" title="这场活动取消了">
        {notice}
      </Notice>
    )
  return notice === '' ? null : (
    <Notice kind="warning" title="这一次和平常不一样">
      {notice}
    </Notice>
  )
}

/** What it is, who holds it, when and where. */
export const ActivityHead = ({ activity }: { activity: Activity }) => {
  const { theme, kind, state, organisationName, placeCode, address, isRepeating, isForMembersOnly } = activity
  const rows = [
    { key: '时间', value: activityTimeWords(activity) },
    { key: '时长', value: minutesWords(plannedMinutes(activity)) },
    { key: '集合地点', value: addressWords(usePlacePath(placeCode), address) },
    { key: '主办', value: organisationName },
    ...(isRepeating ? [{ key: '重复', value: '定期举行，报名只算这一次' }] : []),
    ...(isForMembersOnly ? [{ key: '对象', value: '只限本队队员' }] : []),
  ]
  return (
    <>
      <Change activity={activity} />
      <Card title={theme}>
        <View className="activity__badges">
          <Badge tone={tones[state]} text={activityStateWords[state]} />
          <Badge tone="plain" icon="volunteering" text={teamKindWords[kind]} />
        </View>
        <Pictures activity={activity} />
        <KeyValue rows={rows} />
      </Card>
    </>
  )
}
