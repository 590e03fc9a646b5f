import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { useIsDesk } from '@/components/page/desk'
import { PlaceName } from '@/components/placeName'
import { Pressable } from '@/components/pressable'
import { type Column, Table } from '@/components/table'
import { momentWords } from '@/words/moments'
import type { Act } from '../../acts'
import { accountCode } from '../../inputWords'
import { ActCard, type ActChoice } from '../actCard'
import { Changes } from './changes'
import './actTable.scss'

type Choose = (choice: ActChoice) => void

const Person = ({ act, onChoose }: { act: Act; onChoose: Choose }) => (
  <Pressable className="actTable__person" onPress={() => onChoose({ accountId: act.accountId })}>
    <View>{act.name}</View>
    <View className="actTable__note">{accountCode(act.accountId)}</View>
  </Pressable>
)

const Content = ({ act, onChoose }: { act: Act; onChoose: Choose }) => {
  const { subject } = act
  return (
    <View className="actTable__content">
      {act.trouble ? <View className="actTable__trouble">{act.trouble}</View> : null}
      {act.lines.map(({ key, value }) => (
        <View key={key}>
          {key}：{value}
        </View>
      ))}
      <Changes changes={act.changes} />
      {subject ? (
        <Pressable className="actTable__subject" onPress={() => onChoose({ subject })}>
          只看这个对象的
        </Pressable>
      ) : null}
    </View>
  )
}

const columnsFor = (onChoose: Choose): [Column<Act>, ...Column<Act>[]] => [
  { key: 'title', title: '操作', show: ({ title }) => <View className="actTable__title">{title}</View> },
  { key: 'at', title: '时间', show: ({ at }) => momentWords(at), sortBy: ({ at }) => at },
  {
    key: 'name',
    title: '办理人',
    show: (act) => <Person act={act} onChoose={onChoose} />,
    sortBy: ({ name }) => name,
  },
  { key: 'place', title: '地区', show: ({ placeCode }) => <PlaceName code={placeCode} /> },
  { key: 'outcome', title: '结果', show: ({ outcome }) => <Badge {...outcome} /> },
  { key: 'content', title: '内容和改动', show: (act) => <Content act={act} onChoose={onChoose} /> },
  { key: 'from', title: '来自', show: ({ from }) => <View className="actTable__note">{from}</View> },
]

/** The acts of a page: a table at a desk and on paper, cards elsewhere. */
export const ActTable = ({ acts, onChoose }: { acts: Act[]; onChoose: Choose }) => {
  const isDesk = useIsDesk()
  if (!isDesk) return acts.map((act) => <ActCard key={act.key} act={act} onChoose={onChoose} />)
  return (
    <View className="actTable">
      <Table label="工作记录" columns={columnsFor(onChoose)} rows={acts} keyOf={({ key }) => key} />
    </View>
  )
}
