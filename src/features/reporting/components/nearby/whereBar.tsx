import type { NamedPlace } from '@contract/places'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pathWords } from '@/components/placeName/names'
import { PlacePicker } from '@/components/placePicker'
import type { Where } from '../../nearby/where'
import './whereBar.scss'

interface WhereBarProps {
  where: Where
  onLookAround: () => unknown
  onLookAt: (place: NamedPlace) => void
}

const said = (where: Where): string => {
  if (where.kind === 'here') return '正在看：我附近 3 公里'
  if (where.kind === 'place') return `正在看：${pathWords(where.place.path)}`
  if (where.kind === 'locating') return '正在定位'
  if (where.kind === 'refused') return '没有用定位，没关系：选一个地区一样可以看'
  if (where.kind === 'unavailable') return '这里定位不到，没关系：选一个地区一样可以看'
  return '看看哪里的问题？可以定位看身边的，也可以选一个地区'
}

/** Where one looks, and the two ways to look elsewhere. */
export const WhereBar = ({ where, onLookAround, onLookAt }: WhereBarProps) => {
  const [isChoosing, setChoosing] = useState(false)
  const hasPlace = where.kind === 'here' || where.kind === 'place'
  return (
    <Card>
      <View className="whereBar__words">{said(where)}</View>
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
        title="看哪个地区的问题"
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
