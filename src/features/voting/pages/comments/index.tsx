import type { ContentState } from '@contract/moderation'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, routes } from '@/routes'
import { CommentCard } from '../../components/commentCard'
import { CommentForm } from '../../components/commentForm'
import { SentNotice } from '../../components/sentNotice'
import './index.scss'

const useComments = (campaignId: string, candidateId: string | undefined) =>
  usePages(candidateId ?? campaignId, {
    ask: (after: string | undefined) => call('voting', 'listComments', { campaignId, candidateId, after }),
    read: ({ comments, next }) => ({ items: comments, next }),
  })

const Opinions = ({ book, isOpen }: { book: ReturnType<typeof useComments>; isOpen: boolean }) => {
  if (book.items.length === 0)
    return (
      <EmptyState icon="comment" reason={isOpen ? '还没有人写意见。你可以写第一条。' : '没有公开的意见。'} />
    )
  return (
    <>
      {book.items.map((comment) => (
        <CommentCard key={comment.contentId} comment={comment} />
      ))}
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </>
  )
}

const Closed = () => (
  <Notice kind="information" title="现在不能写意见">
    从“推选审定”开始到活动结束，可以写意见。已经公开的意见一直可以看。
  </Notice>
)

/** The page's one primary button. */
const WayToWrite = ({ onWrite }: { onWrite: () => void }) => {
  const isSignedIn = useIsSignedIn()
  return isSignedIn ? (
    <Button icon="edit" onPress={onWrite}>
      写意见
    </Button>
  ) : (
    <Button kind="secondary" icon="person" onPress={() => openTab(routes.mine)}>
      登录后可以写意见
    </Button>
  )
}

/** 公众意见. */
export default function CommentsPage() {
  const { campaignId = '', candidateId } = useRouter().params
  const [isWriting, setWriting] = useState(false)
  const [sent, setSent] = useState<ContentState | null>(null)
  const book = useComments(campaignId, candidateId)
  useRefreshOnPull(book.refresh)
  const isOpen = book.state.status === 'ready' && book.state.value.isOpen
  const write = () => {
    setSent(null)
    setWriting(true)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const leave = (state: ContentState | null) => {
    setSent(state)
    setWriting(false)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    void book.refresh()
  }
  return (
    <Page title="公众意见" footer={isOpen && !isWriting ? <WayToWrite onWrite={write} /> : null}>
      {sent ? <SentNotice state={sent} /> : null}
      {isWriting ? (
        <CommentForm
          campaignId={campaignId}
          candidateId={candidateId}
          onSent={({ state }) => leave(state)}
          onLeave={() => setWriting(false)}
        />
      ) : null}
      <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
        {({ about, total }) => (
          <>
            <View className="comments__about">
              {about} · 公开的意见 {total} 条
            </View>
            {isOpen ? null : <Closed />}
            {isWriting && book.items.length === 0 ? null : <Opinions book={book} isOpen={isOpen} />}
          </>
        )}
      </Answered>
    </Page>
  )
}
