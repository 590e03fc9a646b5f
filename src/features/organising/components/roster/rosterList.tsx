import type { RosterRow } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { rosterLine, type Standing, standingOf, standingWords } from '../../presence/words'
import './index.scss'

const tones = { missing: 'plain', here: 'information', gone: 'done', toConfirm: 'waiting' } as const

const wordOf = (row: RosterRow, standing: Standing): string => {
  if (row.presence?.state === 'absent') return '缺席'
  return row.presence?.state === 'excused' ? '已说明' : standingWords[standing]
}

interface RowProps {
  row: RosterRow
  /** Null: rows are not being chosen. */
  isChosen: boolean | null
  onPress: () => void
}

const Row = ({ row, isChosen, onPress }: RowProps) => {
  const standing = standingOf(row)
  const words = wordOf(row, standing)
  const line = rosterLine(row)
  return (
    <Pressable
      className="roster__row"
      role={isChosen === null ? 'button' : 'checkbox'}
      checked={isChosen ?? undefined}
      onPress={onPress}
    >
      {isChosen === null ? null : <Icon name={isChosen ? 'success' : 'empty'} />}
      <View className="roster__words">
        <View className="roster__name">{row.name}</View>
        {line ? <View className="roster__line">{line}</View> : null}
      </View>
      <Badge tone={tones[standing]} text={words} />
    </Pressable>
  )
}

interface RosterListProps {
  rows: RosterRow[]
  /** Accounts; null: a tap opens the person. */
  chosen: ReadonlySet<string> | null
  onOpen: (row: RosterRow) => void
  onChoose: (row: RosterRow) => void
}

export const RosterList = ({ rows, chosen, onOpen, onChoose }: RosterListProps) => (
  <View className="roster">
    {rows.map((row) => (
      <Row
        key={row.accountId}
        row={row}
        isChosen={chosen === null ? null : chosen.has(row.accountId)}
        onPress={() => (chosen ? onChoose(row) : onOpen(row))}
      />
    ))}
  </View>
)
