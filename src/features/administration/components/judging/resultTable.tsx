import type { ChairView, ScoredEntry } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { type Column, Table } from '@/components/table'
import { droppingWords, scoreTieBreakWords, scoreWords } from '@/words/judging'

const columnsOf = ({ kind }: ChairView): [Column<ScoredEntry>, ...Column<ScoredEntry>[]] => [
  { key: 'name', title: '名次', show: ({ rank, name }) => `${rank}. ${name}` },
  { key: 'district', title: '地区', show: ({ districtCode }) => placeName(districtCode) },
  { key: 'score', title: '得分', align: 'end', show: ({ score }) => scoreWords(score) },
  { key: 'sheets', title: '计入评分', show: ({ sheets }) => `${sheets} 份` },
  {
    key: 'tie',
    title: '同分',
    show: ({ decidedBy }) => (decidedBy ? scoreTieBreakWords[decidedBy] : '—'),
  },
  ...(kind === 'experts'
    ? [
        {
          key: 'named',
          title: '结果',
          show: ({ isNamed }: ScoredEntry) =>
            isNamed ? <Badge tone="done" text="入选" /> : <Badge tone="plain" text="未入选" />,
        },
      ]
    : []),
]

/** What came of the session, with how each place was decided. */
export const ResultTable = ({ view, results }: { view: ChairView; results: ScoredEntry[] }) => (
  <>
    <Card title="评审结果">
      <View>{droppingWords(view.plan)}。市民要等优胜名单公布以后才能看到。</View>
    </Card>
    <Table
      label="评审结果"
      columns={columnsOf(view)}
      rows={results}
      keyOf={({ candidateId }) => candidateId}
    />
  </>
)
