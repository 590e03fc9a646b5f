import type { ChairView, SessionEntry } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { type Column, Table } from '@/components/table'
import { entryWords, inOrder } from '@/words/judging'
import { isDue, progressOf } from '../../sessionSteps'
import type { ChairProps } from './act'
import { EntrySheet } from './entrySheet'

const State = ({ view, entry }: { view: ChairView; entry: SessionEntry }) => {
  const { candidateId } = entry
  if (candidateId === view.speaking) return <Badge tone="information" text="正在演讲" />
  if (!isDue(view, entry)) return <Badge tone="plain" text="还没轮到" />
  return progressOf(view, candidateId)?.missing.length === 0 ? (
    <Badge tone="done" text="已交齐" />
  ) : (
    <Badge tone="waiting" text="没交齐" />
  )
}

const columnsOf = (view: ChairView): [Column<SessionEntry>, ...Column<SessionEntry>[]] => [
  { key: 'name', title: '评审对象', show: entryWords },
  { key: 'district', title: '地区', show: ({ districtCode }) => placeName(districtCode) },
  ...(view.state === 'open'
    ? [
        {
          key: 'scored',
          title: '已评分',
          show: ({ candidateId }: SessionEntry) => {
            const progress = progressOf(view, candidateId)
            return progress ? `${progress.scored} / ${progress.expected}` : ''
          },
        },
        {
          key: 'missing',
          title: '还差',
          show: (entry: SessionEntry) =>
            isDue(view, entry) ? progressOf(view, entry.candidateId)?.missing.join('、') || '无' : '—',
        },
        { key: 'state', title: '情况', show: (entry: SessionEntry) => <State view={view} entry={entry} /> },
      ]
    : []),
]

/** Everything that is judged, with how far the judges are; a row opens what the chair can do about it. */
export const EntryTable = ({ view, onDone }: ChairProps) => {
  const [openedId, setOpenedId] = useState<string | null>(null)
  const opened = view.entries.find(({ candidateId }) => candidateId === openedId)
  if (view.entries.length === 0)
    return (
      <Card title="评审对象">
        <EmptyState icon="list" reason="固定名单以后，评审对象出现在这里" />
      </Card>
    )
  return (
    <>
      <Table
        label="评审对象"
        columns={columnsOf(view)}
        rows={inOrder(view.entries)}
        keyOf={({ candidateId }) => candidateId}
        onPress={view.state === 'open' ? ({ candidateId }) => setOpenedId(candidateId) : undefined}
      />
      {opened ? (
        <EntrySheet view={view} entry={opened} onDone={onDone} onClose={() => setOpenedId(null)} />
      ) : null}
    </>
  )
}
