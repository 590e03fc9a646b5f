import type { Activity } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { MapView } from '@/components/map'
import { showWay } from '@/phone/showWay'
import './activity.scss'

const STREETS = 16

/** 怎么去: the address says the same as the map. */
export const WhereCard = ({ activity }: { activity: Activity }) => {
  const { position, address, fenceMetres, theme } = activity
  const [isOpen, setOpen] = useState(false)
  const markers = useMemo(
    () => [{ id: 'meeting', position, tone: 'open' as const, label: `集合地点：${address}` }],
    [position, address],
  )
  return (
    <Card title="怎么去">
      <View>{address}</View>
      {isOpen ? (
        <MapView label={`${theme}的集合地点`} centre={position} zoom={STREETS} markers={markers} />
      ) : null}
      <View className="activity__acts">
        <Button kind="secondary" icon="way" onPress={() => showWay(position, address)}>
          导航过去
        </Button>
        <Button kind="secondary" icon="map" onPress={() => setOpen(!isOpen)}>
          {isOpen ? '收起地图' : '看地图'}
        </Button>
      </View>
      <View className="activity__note">
        签到时如果愿意定位，离集合地点 {fenceMetres} 米以内就算到场；不愿意定位，由负责人确认。
      </View>
    </Card>
  )
}
