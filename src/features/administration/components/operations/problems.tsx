import type { Health, Problem } from '@contract/administration'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { CopyButton } from '@/components/copyButton'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { numberWords } from '@/words/numbers'
import { durationWords, preciseWords, problemWords } from '../../healthWords'
import { serviceWords } from '../../words'
import { MoreButton } from '../moreButton'
import { Part } from './part'

type Count = Health['problems'][number]

const tones = { defect: 'wrong', busy: 'waiting', slow: 'waiting' } as const

const countColumns: [Column<Count>, ...Column<Count>[]] = [
  { key: 'service', title: '功能', show: ({ service }) => serviceWords(service) },
  { key: 'method', title: '方法', show: ({ method }) => method },
  {
    key: 'kind',
    title: '种类',
    show: ({ kind }) => <Badge tone={tones[kind]} text={problemWords[kind]} />,
    sortBy: ({ kind }) => kind,
  },
  {
    key: 'number',
    title: '次数',
    show: ({ number }) => numberWords(number),
    sortBy: ({ number }) => number,
    align: 'end',
  },
]

export const ProblemCounts = ({ health: { problems } }: { health: Health }) => (
  <Part title="24 小时内的问题">
    {problems.length === 0 ? (
      <Badge tone="done" text="没有问题" />
    ) : (
      <Table
        label="24 小时内的问题"
        columns={countColumns}
        rows={problems}
        keyOf={({ service, method, kind }) => `${service}/${method}/${kind}`}
      />
    )}
  </Part>
)

const columns: [Column<Problem>, ...Column<Problem>[]] = [
  { key: 'at', title: '时间', show: ({ at }) => preciseWords(at), sortBy: ({ at }) => at },
  { key: 'what', title: '功能', show: ({ service, method }) => `${serviceWords(service)} ${method}` },
  {
    key: 'kind',
    title: '种类',
    show: ({ kind }) => <Badge tone={tones[kind]} text={problemWords[kind]} />,
  },
  {
    key: 'duration',
    title: '用时',
    show: ({ milliseconds }) => durationWords(milliseconds),
    sortBy: ({ milliseconds }) => milliseconds,
    align: 'end',
  },
  {
    key: 'requestId',
    title: '问题编号',
    show: ({ requestId }) => (
      <>
        <View className="words-break">{requestId}</View>
        <CopyButton name="问题编号" text={requestId} />
      </>
    ),
  },
]

/** Each problem with the number under which the logs tell more. */
export const ProblemList = ({ placeCode }: { placeCode: string }) => {
  const book = usePages(`problems/${placeCode}`, {
    ask: (before: number | undefined) => call('administration', 'listProblems', { placeCode, before }),
    read: ({ problems, next }) => ({ items: problems, next }),
  })
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={2} />}>
      {() =>
        book.items.length === 0 ? null : (
          <Part title="最近的问题">
            <Table
              label="最近的问题"
              columns={columns}
              rows={book.items}
              keyOf={({ requestId }) => requestId}
            />
            <MoreButton book={book} />
          </Part>
        )
      }
    </Answered>
  )
}
