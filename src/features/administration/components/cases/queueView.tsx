import type { StaffCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Answered } from '@/components/answered'
import { MapView } from '@/components/map'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { middleOf, withPosition } from '../../casePositions'
import { MoreButton } from '../moreButton'
import { CaseList } from './caseList'
import type { QueueProps } from './casesPage'

const NEAR = 14

const toneOf = ({ isOverdue, state }: StaffCaseSummary) => {
  if (isOverdue) return 'overdue' as const
  return state === 'closed' ? ('done' as const) : ('open' as const)
}

const OnMap = ({ view, queue: { book }, onChoose }: QueueProps) => {
  const placed = withPosition(book.items)
  const centre = middleOf(placed.map(({ position }) => position))
  if (centre === null) return <Notice kind="information" title="这些案件都没有地图上的位置，请看列表。" />
  return (
    <View className="caseMap">
      <MapView
        label="案件地图，和下面的列表相同"
        centre={centre}
        zoom={NEAR}
        markers={placed.map((shown) => ({
          id: shown.caseId,
          position: shown.position,
          tone: toneOf(shown),
          label: `${shown.categoryName}，${shown.address}`,
          isChosen: shown.caseId === view.caseId,
        }))}
        onMarkerPress={onChoose}
      />
      {placed.length < book.items.length ? (
        <View className="caseRow__line">
          有 {book.items.length - placed.length} 件没有地图上的位置，只在列表里。
        </View>
      ) : null}
    </View>
  )
}

const emptyWords = ({ scope, only }: QueueProps['view']): string => {
  if (only) return '没有符合这个条件的案件。可以点“不限”再看。'
  return scope === 'desk' ? '本中心现在没有案件。' : '这里现在没有案件。可以换个状态看看。'
}

/** The list, always; above it the map, for who wants it. */
export const QueueView = (props: QueueProps) => {
  const { view, queue, ticking, onChange, onChoose } = props
  // A city's own desk has few: what lies below it is one tap away.
  const wayOn =
    view.scope === 'desk' && !view.only
      ? { text: '看全辖区的案件', onPress: () => onChange({ scope: 'area' }) }
      : undefined
  return (
    <>
      <Answered answer={queue.book} skeleton={<Skeleton shape="row" count={4} />}>
        {({ now }) => (
          <>
            {view.show === 'map' ? <OnMap {...props} /> : null}
            <CaseList
              cases={queue.book.items}
              now={now}
              openId={view.caseId}
              ticked={ticking.ticked}
              emptyWords={emptyWords(view)}
              wayOn={wayOn}
              onChoose={onChoose}
            />
          </>
        )}
      </Answered>
      <MoreButton book={queue.book} />
    </>
  )
}
