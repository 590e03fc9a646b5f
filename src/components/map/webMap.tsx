import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useAppearance } from '@/components/appearance'
import { Icon } from '@/components/icon'
import { type Drawing, draw } from './drawing'
import type { MapProps } from './model'
import { loadGround } from './tiles'
import './index.scss'
import './web.scss'

/** As wide as a finger. */
const TARGET = 44
const TARGET_IN_CARE = 60

/** In WeChat nothing of it is needed, and nothing of it is built in. */
const loadLeaflet =
  process.env.TARO_ENV === 'weapp'
    ? () => Promise.reject(new Error('WeChat has a map of its own'))
    : async () => (await import('leaflet')).default

/** What was handed in last: the map calls it long after it was drawn. */
const useLatest = <Value,>(value: Value) => {
  const latest = useRef(value)
  latest.current = value
  return latest
}

function useDrawing(props: MapProps) {
  const element = useRef<HTMLDivElement>(null)
  const latest = useLatest(props)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useEffect(() => {
    let isGone = false
    let made: Drawing | null = null
    const begin = async () => {
      const [library, ground] = await Promise.all([loadLeaflet(), loadGround()])
      if (isGone || !element.current) return
      const tell = () => made && told(made, latest.current)
      made = draw(library, ground, element.current, {
        ...latest.current,
        onMove: tell,
        onMarkerPress: (id) => latest.current.onMarkerPress?.(id),
      })
      setDrawing(made)
      latest.current.onMove?.(made.bounds(), made.zoom())
    }
    void begin()
    return () => {
      isGone = true
      made?.remove()
    }
  }, [latest])
  return { element, drawing }
}

const told = (drawing: Drawing, { onMove, onPick }: MapProps): void => {
  onMove?.(drawing.bounds(), drawing.zoom())
  onPick?.(drawing.centre())
}

/** The map learns of its own size: it may be opened, or become a desk's. */
function useFitting(element: React.RefObject<HTMLDivElement | null>, drawing: Drawing | null): void {
  useEffect(() => {
    if (!drawing || !element.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => drawing.fit())
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, drawing])
}

export const WebMap = (props: MapProps) => {
  const { label, centre, zoom, markers, cells, own, height = 'part', onPick } = props
  const { longitude, latitude } = centre
  const { isCareMode } = useAppearance()
  const size = isCareMode ? TARGET_IN_CARE : TARGET
  const { element, drawing } = useDrawing(props)
  useFitting(element, drawing)
  useEffect(() => drawing?.goTo({ longitude, latitude }, zoom), [drawing, longitude, latitude, zoom])
  useEffect(() => drawing?.show({ markers, cells, own, size }), [drawing, markers, cells, own, size])
  return (
    <View className={`map map--${height}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a region of a page with a name of its own, not one of its sections */}
      <div ref={element} className="map__web" role="region" aria-label={label} />
      {onPick ? (
        <View className="map__pick">
          <Icon name="place" size="large" />
        </View>
      ) : null}
    </View>
  )
}
