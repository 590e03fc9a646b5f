import type { CountView } from '@contract/voting'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { RankRow } from '@/components/rankRow'
import { decidedWords, originWords, worthWords } from '@/words/listEntries'

type List = NonNullable<CountView['list']>

const statusWords: Record<List['status'], { tone: 'waiting' | 'information' | 'done'; text: string }> = {
  proposed: { tone: 'waiting', text: '已生成，等待确认' },
  confirmed: { tone: 'information', text: '已确认，还没公布' },
  published: { tone: 'done', text: '已公布' },
}

/** The list as it stands: who is on it, and below the line who is not. */
export const ListCard = ({ list }: { list: List }) => (
  <Card title={`候选名单（第 ${list.version} 版）`}>
    <Badge {...statusWords[list.status]} />
    {list.entries.map((entry) => (
      <RankRow
        key={entry.candidateId}
        rank={entry.rank}
        name={entry.name}
        place={`${originWords(entry)} · ${entry.isListed ? '进入名单' : '未进入'}`}
        votes={worthWords(entry)}
        note={decidedWords(entry)}
      />
    ))}
  </Card>
)
