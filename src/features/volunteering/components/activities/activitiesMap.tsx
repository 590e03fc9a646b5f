import type { Position } from '@contract/cases/cases'
import type { ActivitySummary } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { accessible } from '@/components/accessible'
import { ActivityRow } from '@/components/activityRow'
import { Card } from '@/components/card'
import { MapView } from '@/components/map'
import { dateWords } from '@/words/activities'
import { markersOf, spotsOf } from '../../activities/markers'
import './activitiesMap.scss'

interface ActivitiesMapProps {
  centre: Position
  zoom: number
  own: Position | null
  activities: ActivitySummary[]
}

/** Where the activities of the list are; what a sign stands for is shown below it. */
export const ActivitiesMap = ({ centre, zoom, own, activities }: ActivitiesMapProps) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const spots = useMemo(() => spotsOf(activities), [activities])
  const markers = useMemo(() => markersOf(spots, chosen), [spots, chosen])
  const pressed = spots.find(({ id }) => id === chosen)?.activities ?? []
  return (
    <View className="activitiesMap">
      <MapView
        label="活动地图"
        centre={centre}
        zoom={zoom}
        own={own}
        markers={markers}
        height="part"
        onMarkerPress={setChosen}
      />
      <View className="activitiesMap__legend">
        <View>● 还有名额</View>
        <View>✓ 我已报名</View>
        <View>! 已满</View>
      </View>
      <View {...accessible({ role: 'status' })}>
        {pressed.length > 0 ? (
          <Card title="地图上选中的">
            {pressed.map((activity) => (
              <View key={activity.activityId}>
                <View className="activitiesMap__day">{dateWords(activity.startsAt)}</View>
                <ActivityRow activity={activity} />
              </View>
            ))}
          </Card>
        ) : null}
      </View>
    </View>
  )
}
