import type { AwardUnit } from '@contract/awards'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { useIsDesk } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { SplitView } from '@/components/splitView'
import { routes } from '@/routes'
import { unitStateWords } from '../../awardWords'
import { useFilters } from '../../useFilters'
import { MoreButton } from '../moreButton'
import { AddUnit } from './addUnit'
import { UnitView } from './unitView'

const useUnits = (campaignId: string) =>
  usePages(`awardUnits/${campaignId}`, {
    ask: (after: string | undefined) => call('awards', 'listAwardUnits', { campaignId, after }),
    read: ({ units, next }) => ({ items: units, next }),
  })

const metWords = ({ checks }: AwardUnit): string =>
  `${checks.filter(({ state }) => state === 'met').length}/${checks.length} 项达到`

const UnitRows = ({ units, onChoose }: { units: AwardUnit[]; onChoose: (unitId: string) => void }) => (
  <Card>
    {units.map((unit) => (
      <ListRow
        key={unit.unitId}
        icon="building"
        title={unit.name}
        line={metWords(unit)}
        trailing={<Badge {...unitStateWords[unit.state]} />}
        label={`${unit.name}，${metWords(unit)}，${unitStateWords[unit.state].text}`}
        onPress={() => onChoose(unit.unitId)}
      />
    ))}
  </Card>
)

const NothingYet = () => (
  <EmptyState
    icon="building"
    reason="还没有单位。添加参加优秀组织奖评定的区、街镇或行业管理部门，再逐项核对条件。"
  />
)

/** In the place of a unit's id: the form for a new one. */
const NEW = 'new'

interface UnitsPageProps {
  campaignId: string
  within: string
}

type Book = ReturnType<typeof useUnits>

interface DetailProps extends UnitsPageProps {
  isNew: boolean
  unit: AwardUnit | null
  onChanged: (unit: AwardUnit) => Promise<void>
  refresh: () => Promise<void>
  onChoose: (unitId: string | undefined) => void
}

const Detail = ({ campaignId, within, isNew, unit, onChoose, onChanged, refresh }: DetailProps) => {
  const added = async (fresh: AwardUnit) => {
    await onChanged(fresh)
    onChoose(fresh.unitId)
  }
  if (isNew)
    return (
      <AddUnit campaignId={campaignId} within={within} onAdded={added} onLeave={() => onChoose(undefined)} />
    )
  return unit ? (
    <UnitView key={unit.unitId} campaignId={campaignId} unit={unit} onChanged={onChanged} refresh={refresh} />
  ) : (
    <EmptyState icon="building" reason="从列表里选一个单位，在这里核对条件" />
  )
}

/** Which unit is open, as the cloud said last: after a change the list begins anew, and need not reach as far as to it. */
const useChosen = (campaignId: string, book: Book) => {
  const [{ unitId: chosen }, change] = useFilters(['unitId'], ({ unitId }) =>
    routes.awardUnits({ campaignId, unitId }),
  )
  const [held, setHeld] = useState<AwardUnit | null>(null)
  const listed = book.items.find(({ unitId }) => unitId === chosen)
  const isHeldNewer = held !== null && held.unitId === chosen && held.version >= (listed?.version ?? 0)
  return {
    isNew: chosen === NEW,
    unit: (isHeldNewer ? held : listed) ?? null,
    choose: (unitId: string | undefined) => {
      setHeld(book.items.find((unit) => unit.unitId === unitId) ?? held)
      change({ unitId })
    },
    keep: async (unit: AwardUnit) => {
      setHeld(unit)
      await book.refresh()
    },
  }
}

/** Units that are considered for 优秀组织奖 beside the one that is looked at; on the phone one after the other. */
export const UnitsPage = ({ campaignId, within }: UnitsPageProps) => {
  const isDesk = useIsDesk()
  const book = useUnits(campaignId)
  useRefreshOnPull(book.refresh)
  const { isNew, unit, choose, keep } = useChosen(campaignId, book)
  const hasDetail = isNew || unit !== null
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
      {() => (
        <SplitView
          hasDetail={hasDetail}
          list={
            <>
              <Button icon="add" onPress={() => choose(NEW)}>
                添加单位
              </Button>
              {book.items.length === 0 ? <NothingYet /> : <UnitRows units={book.items} onChoose={choose} />}
              <MoreButton book={book} />
            </>
          }
          detail={
            <>
              {isDesk || !hasDetail ? null : (
                <Button kind="quiet" icon="back" onPress={() => choose(undefined)}>
                  回到单位列表
                </Button>
              )}
              <Detail
                campaignId={campaignId}
                within={within}
                isNew={isNew}
                unit={unit}
                onChoose={choose}
                onChanged={keep}
                refresh={book.refresh}
              />
            </>
          }
        />
      )}
    </Answered>
  )
}
