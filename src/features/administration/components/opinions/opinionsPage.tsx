import type { Opinion } from '@contract/moderation'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { AnswerGiven } from '@/components/answerGiven'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { Thumbnails } from '@/components/thumbnails'
import { commentsAbout, open } from '@/routes'
import { momentWords } from '@/words/moments'
import { AnswerSheet } from './answerSheet'

interface OpinionProps {
  opinion: Opinion
  onAnswer: () => void
}

const OpinionCard = ({ opinion, onAnswer }: OpinionProps) => {
  const address = commentsAbout(opinion.subject)
  return (
    <Card>
      <ListRow
        icon="comment"
        title={opinion.subjectName}
        line={`${momentWords(opinion.writtenAt)} 写`}
        onPress={address ? () => open(address) : undefined}
      />
      <Badge
        {...(opinion.answer
          ? { tone: 'done' as const, text: '已答复' }
          : { tone: 'waiting' as const, text: '还没有答复' })}
      />
      <View className="words-break">{opinion.text}</View>
      <Thumbnails urls={opinion.pictureUrls} name="意见" />
      <AnswerGiven answer={opinion.answer} />
      <Button kind="secondary" onPress={onAnswer}>
        {opinion.answer ? '修改答复' : '答复'}
      </Button>
    </Card>
  )
}

const useOpinions = (placeCode: string) =>
  usePages(`opinions/${placeCode}`, {
    ask: (after: string | undefined) => call('moderation', 'listOpinions', { placeCode, after }),
    read: ({ opinions, next }) => ({ items: opinions, next }),
  })

/** What people say in public at a place, newest first, to be answered in public. */
export const OpinionsPage = ({ placeCode }: { placeCode: string }) => {
  const book = useOpinions(placeCode)
  const [answering, setAnswering] = useState<Opinion | null>(null)
  useRefreshOnPull(book.refresh)
  const leave = async () => {
    setAnswering(null)
    await book.refresh()
  }
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
      {() => (
        <>
          {book.items.length === 0 ? (
            <EmptyState icon="comment" reason="这里还没有公开的意见。有人写了，通过检查后会出现在这里。" />
          ) : null}
          {book.items.map((opinion) => (
            <OpinionCard key={opinion.contentId} opinion={opinion} onAnswer={() => setAnswering(opinion)} />
          ))}
          {book.hasMore ? (
            <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
              再看一些
            </Button>
          ) : null}
          {answering ? (
            <AnswerSheet
              key={answering.contentId}
              opinion={answering}
              onClose={() => setAnswering(null)}
              onDone={leave}
            />
          ) : null}
        </>
      )}
    </Answered>
  )
}
