import type { Position } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { MapView } from '@/components/map'
import { Sheet } from '@/components/sheet'
import { type ChosenPosition, chooseInWechat } from './choosePosition'

export type { ChosenPosition } from './choosePosition'

/** 人民广场: where a map begins that knows nothing. */
const CITY_CENTRE: Position = { longitude: 121.4737, latitude: 31.2304 }
const NEAR = 17
const FAR = 11

interface PositionSheetProps {
  /** What is to lie under the pin. */
  words: string
  from: Position | null
  onChoose: (position: Position) => void
  onClose: () => void
}

/** In a browser: the map is moved under the pin. In WeChat its own page does this. */
export const PositionSheet = ({ words, from, onChoose, onClose }: PositionSheetProps) => {
  const [centre] = useState(from ?? CITY_CENTRE)
  const [position, setPosition] = useState<Position | null>(from)
  return (
    <Sheet
      title="在地图上选位置"
      isOpen
      onClose={onClose}
      actions={
        <Button disabled={position === null} onPress={() => position && onChoose(position)}>
          就是这里
        </Button>
      }
    >
      <View>{words}</View>
      <MapView
        label="选择位置的地图"
        centre={centre}
        zoom={from ? NEAR : FAR}
        own={from}
        onPick={setPosition}
      />
    </Sheet>
  )
}

/** How a position is chosen on a map: WeChat has a page for it, a browser opens the sheet. */
export const useMapChoice = (from: Position | null, onChoose: (chosen: ChosenPosition) => void) => {
  const [isOpen, setOpen] = useState(false)
  const open =
    process.env.TARO_ENV === 'weapp'
      ? async () => {
          const chosen = await chooseInWechat(from)
          if (chosen) onChoose(chosen)
        }
      : () => setOpen(true)
  return { isOpen, open, close: () => setOpen(false) }
}
