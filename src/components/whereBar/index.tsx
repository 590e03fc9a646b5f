import type { NamedPlace } from '@contract/places'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pathWords } from '@/components/placeName/names'
import { PlacePicker } from '@/components/placePicker'
import type { Where } from './where'
import './index.scss'

/** What is looked at, in words. */
export interface WhereWords {
  /** 正在看：我附近 3 公里 */
  here: string
  /** Before anything is chosen: says what a position would be for. */
  ask: string
  /** Over the districts to choose from. */
  choose: string
}

interface WhereBarProps {
  words: WhereWords
  where: Where
  onLookAround: () => unknown
  onLookAt: (place: NamedPlace) => void
}

const said = (where: Where, words: WhereWords): string => {
  if (where.kind === 'here') return words.here
  if (where.kind === 'place') return `正在看：${pathWords(where.place.path)}`
  if (where.kind === 'locating') return '正在定位'
  if (where.kind === 'refused') return '没有用定位，没关系：选一个地区一样可以看'
  if (where.kind === 'unavailable') return '这里定位不到，没关系：选一个地区一样可以看'
  return words.ask
}

/** Where one looks, and the two ways to look elsewhere. */
export const WhereBar = ({ words, where, onLookAround, onLookAt }: WhereBarProps) => {
  const [isChoosing, setChoosing] = useState(false)
  const hasPlace = where.kind === 'here' || where.kind === 'place'
  return (
    <Card>
      <View className="whereBar__words">{said(where, words)}</View>
      <View className="whereBar__acts">
        <Button
          kind={hasPlace ? 'quiet' : 'primary'}
          icon="here"
          isLoading={where.kind === 'locating'}
          onPress={onLookAround}
        >
          看我附近
        </Button>
        <Button kind={hasPlace ? 'quiet' : 'secondary'} icon="place" onPress={() => setChoosing(true)}>
          选择地区
        </Button>
      </View>
      <PlacePicker
        title={words.choose}
        isOpen={isChoosing}
        value={where.kind === 'place' ? where.place.code : null}
        from="city"
        depth="street"
        onChoose={onLookAt}
        onClose={() => setChoosing(false)}
      />
    </Card>
  )
}
