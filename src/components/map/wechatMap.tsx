import { Map as NativeMap, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useMemo, useRef } from 'react'
import { accessible } from '@/components/accessible'
import { useAppearance } from '@/components/appearance'
import { Icon } from '@/components/icon'
import { CLOSER, type MapCell, type MapMarker, type MapProps, rounded, ZOOM_MAX, ZOOM_MIN } from './model'
import './index.scss'

/** WeChat's own map. Its pictures lie in src/assets/map; its texts are in pixels, not in design pixels. */

const PIN = { width: 36, height: 45 }
const CARE = 1.35
const WHITE = '#FFFFFF'
const GREEN = '#0B6B43'

const pinOf = ({ position, tone, label, isChosen }: MapMarker, id: number, factor: number) => ({
  id,
  ...position,
  iconPath: `/assets/map/${tone}.png`,
  width: PIN.width * factor * (isChosen ? CARE : 1),
  height: PIN.height * factor * (isChosen ? CARE : 1),
  ariaLabel: label,
})

/** WeChat draws no number into a picture, so the bubble over an empty one says it. */
const bubbleOf = ({ position, count, label }: MapCell, id: number, factor: number) => ({
  id,
  ...position,
  iconPath: '/assets/map/empty.png',
  width: 1,
  height: 1,
  ariaLabel: label,
  callout: {
    content: String(count),
    color: WHITE,
    bgColor: GREEN,
    fontSize: 15 * factor,
    padding: 10 * factor,
    borderRadius: 20 * factor,
    borderWidth: 2,
    borderColor: WHITE,
    anchorX: 0,
    anchorY: 0,
    display: 'ALWAYS' as const,
    textAlign: 'center' as const,
  },
})

/** Names of markers are numbers in WeChat: pins first, then bubbles. */
const useMarkers = ({ markers = [], cells = [] }: MapProps, factor: number) =>
  useMemo(
    () => [
      ...markers.map((marker, index) => pinOf(marker, index, factor)),
      ...cells.map((cell, index) => bubbleOf(cell, markers.length + index, factor)),
    ],
    [markers, cells, factor],
  )

interface Seen {
  southwest: { longitude: number; latitude: number }
  northeast: { longitude: number; latitude: number }
}

const askRegion = (map: Taro.MapContext) =>
  new Promise<Seen>((resolve, reject) => {
    map.getRegion({ success: (seen) => resolve(seen as unknown as Seen), fail: reject })
  })
const askScale = (map: Taro.MapContext) =>
  new Promise<number>((resolve, reject) => {
    map.getScale({ success: ({ scale }) => resolve(scale), fail: reject })
  })

async function tell(map: Taro.MapContext, { onMove, onPick }: MapProps): Promise<void> {
  const [{ southwest, northeast }, scale] = await Promise.all([askRegion(map), askScale(map)])
  const bounds = {
    west: southwest.longitude,
    south: southwest.latitude,
    east: northeast.longitude,
    north: northeast.latitude,
  }
  onMove?.(bounds, Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, Math.round(scale))))
  if (!onPick) return
  map.getCenterLocation({ success: (centre) => onPick(rounded(centre)) })
}

interface RegionChange {
  type?: string
  detail?: { type?: string }
}

const hasEnded = ({ type, detail }: RegionChange): boolean => type === 'end' || detail?.type === 'end'

export const WechatMap = (props: MapProps) => {
  const { label, centre, zoom, cells = [], markers = [], own, height = 'part', onPick, onMarkerPress } = props
  const { isCareMode } = useAppearance()
  const shown = useMarkers(props, isCareMode ? CARE : 1)
  const id = `map${useId().replace(/\W/g, '')}`
  const map = useRef<Taro.MapContext | null>(null)
  const tellNow = (asked: MapProps) => {
    map.current ??= Taro.createMapContext(id)
    // A map that is gone before it answers has nothing to tell.
    tell(map.current, asked).catch(() => undefined)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the map is there; later its own events tell.
  useEffect(() => Taro.nextTick(() => tellNow({ ...props, onPick: undefined })), [])
  const press = ({ detail }: { detail: { markerId: string | number } }) => {
    const index = Number(detail.markerId)
    const marker = markers[index]
    if (marker) return onMarkerPress?.(marker.id)
    const cell = cells[index - markers.length]
    if (cell) goCloser(map.current, cell)
  }
  return (
    <View className={`map map--${height}`} {...accessible({ label })}>
      <NativeMap
        id={id}
        className="map__native"
        longitude={centre.longitude}
        latitude={centre.latitude}
        scale={zoom}
        markers={shown}
        showLocation={Boolean(own)}
        showScale
        onRegionChange={(event) => hasEnded(event) && tellNow(props)}
        onMarkerTap={press}
        onCallOutTap={press}
        onError={() => undefined}
      />
      {onPick ? (
        <View className="map__pick">
          <Icon name="place" size="large" />
        </View>
      ) : null}
    </View>
  )
}

/** Shows what lies about half a kilometre or more around a bubble, by how far out the map is. */
function goCloser(map: Taro.MapContext | null, { position }: MapCell): void {
  if (!map) return
  void Promise.all([askRegion(map), askScale(map)]).then(([seen]) => {
    const half = (seen.northeast.longitude - seen.southwest.longitude) / 2 ** (CLOSER + 1)
    const { longitude, latitude } = position
    map.includePoints({
      points: [
        { longitude: longitude - half, latitude },
        { longitude: longitude + half, latitude },
      ],
    })
  })
}
