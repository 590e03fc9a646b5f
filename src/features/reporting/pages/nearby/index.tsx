import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { aboutPlace } from '@/components/map'
import { Page } from '@/components/page'
import { useIsDesk } from '@/components/page/desk'
import { WhereBar, type WhereWords } from '@/components/whereBar'
import { useWhere, type Where } from '@/components/whereBar/where'
import { Around, AtPlace } from '../../components/nearby/nearbyList'
import { NearbyMap } from '../../components/nearby/nearbyMap'
import { EVERYTHING, type Filters, groupOptions, opennessOptions } from '../../nearby/filters'
import './index.scss'
import './desk.scss'

const AROUND = 15
const WHOLE_CITY = '310000'

const begin = (where: Where) => {
  if (where.kind === 'here') return { centre: where.position, zoom: AROUND }
  return aboutPlace(where.kind === 'place' ? where.place.code : WHOLE_CITY)
}

const words: WhereWords = {
  here: '正在看：我附近 3 公里',
  ask: '看看哪里的问题？可以定位看身边的，也可以选一个地区',
  choose: '看哪个地区的问题',
}

interface PartProps {
  where: Where
  filters: Filters
  onFilter: (filters: Filters) => void
}

const FilterLines = ({ filters, onFilter }: Omit<PartProps, 'where'>) => (
  <View className="nearby__filters">
    <FilterChips
      options={opennessOptions}
      chosen={filters.openness}
      onChoose={(openness) => onFilter({ ...filters, openness })}
    />
    <FilterChips
      options={groupOptions}
      chosen={filters.group}
      onChoose={(group) => onFilter({ ...filters, group })}
    />
  </View>
)

const MapPart = ({ where, filters }: Omit<PartProps, 'onFilter'>) => {
  const isDesk = useIsDesk()
  const [isOpen, setOpen] = useState(true)
  const own = where.kind === 'here' ? where.position : null
  return (
    <View className="nearby__map">
      {isOpen || isDesk ? (
        <NearbyMap {...begin(where)} own={own} filters={filters} height={isDesk ? 'full' : 'part'} />
      ) : null}
      {isDesk ? null : (
        <Button kind="quiet" icon="map" onPress={() => setOpen(!isOpen)}>
          {isOpen ? '收起地图' : '展开地图'}
        </Button>
      )}
    </View>
  )
}

const List = ({ where, filters, onFilter }: PartProps) => {
  const list = { filters, onShowAll: () => onFilter(EVERYTHING) }
  if (where.kind === 'here') return <Around position={where.position} {...list} />
  return where.kind === 'place' ? <AtPlace place={where.place} {...list} /> : null
}

/** Map and list say the same; on a desk they stand beside each other. */
const Content = (props: PartProps) => {
  const isDesk = useIsDesk()
  return (
    <View className={`nearby ${isDesk ? 'nearby--desk' : ''}`}>
      <MapPart {...props} />
      <View className="nearby__list">
        <FilterLines {...props} />
        <List {...props} />
      </View>
    </View>
  )
}

/** 附近的问题. */
export default function NearbyPage() {
  const { where, lookAround, lookAt } = useWhere('nearbyWhere')
  const [filters, setFilters] = useState(EVERYTHING)
  return (
    <Page title="附近的问题" isWide>
      <WhereBar words={words} where={where} onLookAround={lookAround} onLookAt={lookAt} />
      {where.kind === 'here' || where.kind === 'place' ? (
        <Content where={where} filters={filters} onFilter={setFilters} />
      ) : null}
    </Page>
  )
}
