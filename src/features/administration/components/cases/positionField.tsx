import type { Position } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { MapView } from '@/components/map'

interface PositionFieldProps {
  value: Position | null
  onChange: (position: Position) => void
}

/** People's Square, until somebody chooses. */
const BEGINNING: Position = { longitude: 121.4737, latitude: 31.2304 }
const CLOSE = 17
const FAR = 11

/** Opened only by who wants to change the position: a map that moves by itself must not. */
export const PositionField = ({ value, onChange }: PositionFieldProps) => {
  const [begunAt, setBegunAt] = useState<{ centre: Position; zoom: number } | null>(null)
  if (begunAt === null)
    return (
      <Button
        kind="secondary"
        icon="map"
        onPress={() => setBegunAt({ centre: value ?? BEGINNING, zoom: value ? CLOSE : FAR })}
      >
        {value ? '在地图上改位置' : '在地图上标出位置'}
      </Button>
    )
  return (
    <>
      <View className="stepSheet__line">移动地图，让图钉落在准确的位置</View>
      <MapView label="案件的位置" {...begunAt} onPick={onChange} />
    </>
  )
}
