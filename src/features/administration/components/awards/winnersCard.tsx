import type { WinnersView } from '@contract/awards'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { type Column, Table } from '@/components/table'
import { open, routes } from '@/routes'
import { scoredByWords, scoreWords } from '../../awardWords'

type Entry = WinnersView['entries'][number]

const statusWords: Record<WinnersView['status'], { tone: 'waiting' | 'information' | 'done'; text: string }> =
  {
    proposed: { tone: 'waiting', text: '已生成，等待确认' },
    confirmed: { tone: 'information', text: '两人已确认，还没公布' },
    published: { tone: 'done', text: '已公布' },
  }

const columnsOf = ({ scoredBy }: WinnersView): [Column<Entry>, ...Column<Entry>[]] => [
  { key: 'name', title: '名称', show: ({ rank, name }) => `${rank}. ${name}` },
  { key: 'district', title: '所在区', show: ({ districtCode }) => placeName(districtCode) },
  { key: 'score', title: '结果', show: ({ score }) => scoreWords(score, scoredBy) },
]

/** The winners as they stand. */
export const WinnersCard = ({ campaignId, winners }: { campaignId: string; winners: WinnersView }) => (
  <>
    <Card title={`获评名单（第 ${winners.version} 版）`}>
      <Badge {...statusWords[winners.status]} />
      <View>
        {scoredByWords[winners.scoredBy]}，共 {winners.entries.length} 个
      </View>
    </Card>
    <Table
      label="获评名单"
      columns={columnsOf(winners)}
      rows={winners.entries}
      keyOf={({ candidateId }) => candidateId}
      onPress={({ candidateId }) => open(routes.candidate(campaignId, candidateId))}
    />
  </>
)
