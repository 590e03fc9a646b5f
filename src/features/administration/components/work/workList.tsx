import type { WorkItem } from '@contract/administration'
import { View } from '@tarojs/components'
import type { AnswerState } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { Skeleton } from '@/components/skeleton'
import { momentWords, timeLeft } from '@/words/moments'
import { useArrowKeys } from '../../useArrowKeys'
import type { WorkState, WorkView } from '../../useWorkView'
import { workKinds } from '../../workKinds'

export interface WorkBook {
  state: AnswerState<{ now: number }>
  items: WorkItem[]
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => Promise<void>
}

const emptyWords: Record<WorkState, string> = {
  waiting: '现在没有等你处理的事',
  overdue: '没有逾期的事',
  done: '这里还没有办完的事',
}

/** How it stands with the time, by word and shape. */
const TimeBadge = ({ item, now }: { item: WorkItem; now: number }) => {
  if (!item.isWaiting) return <Badge tone="done" text="已办" />
  const isOverdue = item.dueAt < now
  const { value, unit } = isOverdue ? timeLeft(now, item.dueAt) : timeLeft(item.dueAt, now)
  return isOverdue ? (
    <Badge tone="wrong" icon="warning" text={`逾期 ${value} ${unit}`} />
  ) : (
    <Badge tone="waiting" text={`还有 ${value} ${unit}`} />
  )
}

const timeOf = ({ doneAt, since }: WorkItem): string =>
  doneAt === null ? `${momentWords(since)} 开始等` : `${momentWords(doneAt)} 办完`

interface RowProps {
  item: WorkItem
  now: number
  isOpen: boolean
  onChoose: (workId: string) => void
}

const Row = ({ item, now, isOpen, onChoose }: RowProps) => (
  <Pressable
    className={`workRow ${isOpen ? 'workRow--open' : ''}`}
    role="link"
    current={isOpen ? 'true' : undefined}
    onPress={() => onChoose(item.workId)}
  >
    <Icon name={workKinds[item.kind].icon} />
    <View className="workRow__words">
      <View className="workRow__title words-break">{item.title}</View>
      <View className="workRow__line">{item.line}</View>
      <View className="workRow__line">{timeOf(item)}</View>
      <TimeBadge item={item} now={now} />
    </View>
  </Pressable>
)

interface WorkListProps {
  book: WorkBook
  view: WorkView
  onChoose: (workId: string) => void
}

/** Oldest first while it waits. */
export const WorkList = ({ book, view, onChoose }: WorkListProps) => {
  const list = useArrowKeys()
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
      {({ now }) =>
        book.items.length === 0 ? (
          <EmptyState icon="success" reason={emptyWords[view.state]} />
        ) : (
          <>
            <View className="workList" ref={list}>
              {book.items.map((item) => (
                <Row
                  key={item.workId}
                  item={item}
                  now={now}
                  isOpen={item.workId === view.workId}
                  onChoose={onChoose}
                />
              ))}
            </View>
            {book.hasMore ? (
              <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
                再看一些
              </Button>
            ) : null}
          </>
        )
      }
    </Answered>
  )
}
