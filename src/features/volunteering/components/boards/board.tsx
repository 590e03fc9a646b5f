import type { Board, BoardKind, BoardRow } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { RankRow } from '@/components/rankRow'
import { open, routes } from '@/routes'
import { momentWords } from '@/words/moments'
import { minutesWords } from '@/words/volunteering'
import { noRowsWords, peopleWords, personWords } from '../../boards/words'

const PlaceRow = ({ row, code }: { row: BoardRow; code: string }) => (
  <RankRow
    rank={row.rank}
    name={pathWords(usePlacePath(code))}
    place={peopleWords(row.people ?? 0)}
    votes={minutesWords(row.minutes)}
    note={row.isOwn ? '我住在这里' : null}
  />
)

const Line = ({ kind, row }: { kind: BoardKind; row: BoardRow }) => {
  const { subject } = row
  if (kind === 'volunteers' || subject === null)
    return (
      <RankRow
        rank={row.rank}
        name={personWords(row)}
        place=""
        votes={minutesWords(row.minutes)}
        note={null}
      />
    )
  if (kind !== 'teams') return <PlaceRow row={row} code={subject} />
  return (
    <RankRow
      rank={row.rank}
      name={row.name ?? ''}
      place={peopleWords(row.people ?? 0)}
      votes={minutesWords(row.minutes)}
      note={row.isOwn ? '我在这个队' : null}
      {...(row.hasPage ? { onPress: () => open(routes.team(subject)) } : {})}
    />
  )
}

/** Names of people repeat, and some have none: what a line is called is its place in the list. */
const Lines = ({ kind, rows }: { kind: BoardKind; rows: BoardRow[] }) =>
  rows.map((row, index) => <Line key={row.subject ?? index} kind={kind} row={row} />)

/** The first ones, and where oneself stands. */
export const BoardView = ({ kind, board }: { kind: BoardKind; board: Board }) => (
  <>
    {board.rows.length === 0 ? (
      <EmptyState icon="result" reason={noRowsWords(kind)} />
    ) : (
      <Card>
        <Lines kind={kind} rows={board.rows} />
      </Card>
    )}
    {board.own ? (
      <Card title="我的名次">
        <Line kind={kind} row={board.own} />
      </Card>
    ) : null}
    {board.countedUntil > 0 ? (
      <View className="boardNote">统计到 {momentWords(board.countedUntil)}</View>
    ) : null}
  </>
)
