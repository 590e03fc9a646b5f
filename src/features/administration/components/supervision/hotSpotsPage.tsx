import type { HotSpot } from '@contract/caseStatistics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { MapView } from '@/components/map'
import { PlaceName } from '@/components/placeName'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { hotSpotName, hotSpotWords } from '../../supervisionWords'
import type { Staff } from '../../useStaff'
import { PrintButton } from '../printButton'
import { OnlyForSupervision } from './onlyFor'
import '../listPage.scss'
import '../listPageDesk.scss'
import './supervision.scss'

interface SpotProps {
  spot: HotSpot
  isOpen: boolean
  onToggle: () => void
}

const Spot = ({ spot, isOpen, onToggle }: SpotProps) => (
  <Card title={hotSpotName(spot)}>
    <View>
      <PlaceName code={spot.placeCode} />
      {spot.position ? '' : '（没有位置，按地区统计）'}
    </View>
    <View>{hotSpotWords(spot)}</View>
    <Button kind="secondary" onPress={onToggle}>
      {isOpen ? '收起案件' : `看最近的 ${spot.cases.length} 件`}
    </Button>
    {isOpen
      ? spot.cases.map(({ caseId, number, line }) => (
          <ListRow
            key={caseId}
            title={line}
            line={number}
            onPress={() => open(routes.staffCase({ caseId }))}
          />
        ))
      : null}
  </Card>
)

const NEAR = 14

const SpotMap = ({
  spots,
  openId,
  onOpen,
}: {
  spots: HotSpot[]
  openId: string | null
  onOpen: (id: string) => void
}) => {
  const placed = spots.flatMap(({ position, hotSpotId, ...spot }) =>
    position ? [{ ...spot, hotSpotId, position }] : [],
  )
  const [first] = placed
  if (!first) return null
  const chosen = placed.find(({ hotSpotId }) => hotSpotId === openId) ?? first
  return (
    <MapView
      label="热点的位置"
      centre={chosen.position}
      zoom={NEAR}
      markers={placed.map((spot) => ({
        id: spot.hotSpotId,
        position: spot.position,
        tone: 'overdue',
        label: `${hotSpotName(spot)}，${hotSpotWords(spot)}`,
        isChosen: spot.hotSpotId === openId,
      }))}
      onMarkerPress={onOpen}
    />
  )
}

const Spots = ({ spots, lookedAt }: { spots: HotSpot[]; lookedAt: number | null }) => {
  const [openId, setOpenId] = useState<string | null>(null)
  if (spots.length === 0)
    return (
      <EmptyState
        icon="success"
        reason={
          lookedAt === null
            ? '还没有比较过，每小时比较一次。'
            : '没有发现上报明显比平时多的地方。头两三周的上报太少，还比较不了。'
        }
      />
    )
  return (
    <>
      <View className="supervisionNote">
        最近 7 天的上报，与之前几周同一处、同一类的上报比较，明显多的列在这里。上报多不一定是问题多。
      </View>
      <SpotMap spots={spots} openId={openId} onOpen={setOpenId} />
      {spots.map((spot) => (
        <Spot
          key={spot.hotSpotId}
          spot={spot}
          isOpen={spot.hotSpotId === openId}
          onToggle={() => setOpenId(spot.hotSpotId === openId ? null : spot.hotSpotId)}
        />
      ))}
    </>
  )
}

const HotSpotsAt = ({ placeCode }: { placeCode: string }) => {
  const answer = useAnswer(placeCode, () => call('caseStatistics', 'listHotSpots', { placeCode }))
  useRefreshOnPull(answer.refresh)
  return (
    <>
      <View className="listActs">
        <PrintButton />
      </View>
      <Answered answer={answer} skeleton={<Skeleton shape="row" count={3} />}>
        {({ hotSpots, lookedAt }) => (
          <>
            {lookedAt === null ? null : <View className="supervisionNote">{momentWords(lookedAt)} 比较</View>}
            <Spots spots={hotSpots} lookedAt={lookedAt} />
          </>
        )}
      </Answered>
    </>
  )
}

/** Where more is reported than usual, on a map and as a list. */
export const HotSpotsPageContent = ({ staff }: { staff: Staff }) => (
  <OnlyForSupervision staff={staff} what="热点">
    <HotSpotsAt placeCode={staff.placeCode} />
  </OnlyForSupervision>
)
