import type { Position } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { accessible } from '@/components/accessible'
import { ListRow } from '@/components/listRow'
import { MapView } from '@/components/map'
import { open, routes } from '@/routes'
import type { Filters } from '../../nearby/filters'
import { categoryNames, cellsOf, markersOf, useMapPart } from '../../nearby/mapPart'
import { useCatalogue } from '../../useCatalogue'
import './nearbyMap.scss'

interface NearbyMapProps {
  centre: Position
  zoom: number
  own: Position | null
  filters: Filters
  height: 'part' | 'full'
}

const useNames = (): ReadonlyMap<string, string> => {
  const { state } = useCatalogue()
  const categories = state.status === 'ready' ? state.value.categories : null
  return useMemo(() => categoryNames(categories ?? []), [categories])
}

export const NearbyMap = ({ centre, zoom, own, filters, height }: NearbyMapProps) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const names = useNames()
  const { shown, hasFailed, look } = useMapPart(filters)
  const markers = useMemo(() => markersOf(shown, names, chosen), [shown, names, chosen])
  const cells = useMemo(() => cellsOf(shown), [shown])
  const pressed = markers.find(({ id }) => id === chosen)
  return (
    <View className={`nearbyMap nearbyMap--${height}`}>
      <View className="nearbyMap__map">
        <MapView
          label="问题地图"
          centre={centre}
          zoom={zoom}
          own={own}
          markers={markers}
          cells={cells}
          height={height}
          onMarkerPress={setChosen}
          onMove={look}
        />
      </View>
      <View {...accessible({ role: 'status' })}>
        {hasFailed ? (
          <View className="nearbyMap__hint">地图上的问题暂时没有读到，下面的列表照常可看</View>
        ) : null}
        {pressed ? (
          <ListRow
            icon="place"
            title={pressed.label}
            line="地图上选中的"
            onPress={() => open(routes.case(pressed.id))}
          />
        ) : null}
      </View>
      <Legend />
    </View>
  )
}

/** The signs in words, by the shapes themselves. */
const Legend = () => (
  <View className="nearbyMap__legend">
    <View>● 待处理</View>
    <View>✓ 已办结</View>
    <View>! 超过承诺时间</View>
  </View>
)
