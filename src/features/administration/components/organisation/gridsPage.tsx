import type { Place } from '@contract/places'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { goBack, routes } from '@/routes'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { type GridAct, GridSheets } from './gridSheets'
import '../listPage.scss'

const columnsFor = (onAct: (act: GridAct) => void): [Column<Place>, ...Column<Place>[]] => [
  { key: 'name', title: '名称', show: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'code', title: '编号', show: ({ code }) => code, sortBy: ({ code }) => code },
  {
    key: 'acts',
    title: '办理',
    show: (grid) => (
      <View className="listActs">
        <Button kind="quiet" label={`给${grid.name}改名`} onPress={() => onAct({ kind: 'rename', grid })}>
          改名
        </Button>
        <Button kind="quiet" label={`停用${grid.name}`} onPress={() => onAct({ kind: 'close', grid })}>
          停用
        </Button>
      </View>
    ),
  },
]

const Grids = ({ villageCode }: { villageCode: string }) => {
  const grids = useAnswer(`grids/${villageCode}`, () =>
    call('places', 'listPlaces', { parentCode: villageCode }),
  )
  const [act, setAct] = useState<GridAct | null>(null)
  useRefreshOnPull(grids.refresh)
  return (
    <>
      <Answered answer={grids} skeleton={<Skeleton shape="text" count={2} />}>
        {({ places }) => (
          <>
            {places.length === 0 ? (
              <EmptyState icon="place" reason="这个居村还没有网格" />
            ) : (
              <Table label="网格" columns={columnsFor(setAct)} rows={places} keyOf={({ code }) => code} />
            )}
            <Button icon="add" onPress={() => setAct({ kind: 'add' })}>
              添加网格
            </Button>
          </>
        )}
      </Answered>
      {act ? (
        <GridSheets
          villageCode={villageCode}
          act={act}
          onClose={() => setAct(null)}
          onChanged={grids.refresh}
        />
      ) : null}
    </>
  )
}

/** The grids of a village of this place. */
export const GridsPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const [{ village }, change] = useFilters(['village'], (filters) => routes.grids(placeCode, filters))
  const own = levelOf(placeCode) === 'village' ? placeCode : undefined
  const chosen = village ?? own
  if (!roles.includes('administrator'))
    return <EmptyState icon="lock" reason="只有管理员可以管理网格" way={{ text: '返回', onPress: goBack }} />
  return (
    <>
      <Card>
        <PlaceField
          label="居村"
          value={chosen ?? null}
          within={placeCode}
          depth="village"
          help="网格是居村里更小的范围"
          onChange={({ code }) => change({ village: code })}
        />
      </Card>
      {chosen ? (
        <Grids key={chosen} villageCode={chosen} />
      ) : (
        <EmptyState icon="place" reason="先选一个居村，再看它的网格" />
      )}
    </>
  )
}
