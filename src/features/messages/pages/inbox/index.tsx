import type { Message } from '@contract/messages'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { keepUnread } from '@/messages/unread'
import { open, openTab, routes } from '@/routes'
import { MessageRow } from '../../components/messageRow'

/** Messages name pages as WeChat does, some without the slash in front. */
const openPage = (page: string) => {
  const url = `/${page.replace(/^\//, '')}`
  return url.startsWith('/pages/') ? openTab(url) : open(url)
}

const useInbox = (owner: string) => {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const book = usePages(`inbox/${owner}`, {
    ask: async (after: string | undefined) => {
      const answer = await call('messages', 'listMessages', { after })
      if (answer.ok) keepUnread(answer.value.unread)
      return answer
    },
    read: ({ messages, next }) => ({ items: messages, next }),
  })
  const mark = (messageIds?: string[]) =>
    call('messages', 'markRead', { messageIds }, { requestId: newRequestId() })
  return {
    ...book,
    messages: book.items.map((message) => ({
      ...message,
      isRead: message.isRead || read.has(message.messageId),
    })),
    /** Opening the page does not wait for it; failing, the message simply stays unread. */
    markOne: async ({ messageId }: Message) => {
      setRead((before) => new Set([...before, messageId]))
      const answer = await mark([messageId])
      if (answer.ok) keepUnread(answer.value.unread)
    },
    markAll: async () => {
      const answer = await mark()
      if (!answer.ok) return showToast(errorText(answer.error))
      keepUnread(answer.value.unread)
      await book.refresh()
    },
  }
}

const Inbox = ({ owner }: { owner: string }) => {
  const inbox = useInbox(owner)
  useRefreshOnPull(inbox.refresh)
  const press = async (message: Message) => {
    if (!message.isRead) void inbox.markOne(message)
    if (message.page) await openPage(message.page)
  }
  return (
    <Answered answer={inbox} skeleton={<Skeleton shape="row" count={4} />}>
      {() =>
        inbox.messages.length === 0 ? (
          <EmptyState icon="inbox" reason="还没有消息。投票结果公布、你写的意见有结果时，会出现在这里。" />
        ) : (
          <>
            {inbox.messages.some(({ isRead }) => !isRead) ? (
              <Button kind="secondary" icon="check" onPress={inbox.markAll}>
                全部标为已读
              </Button>
            ) : null}
            {inbox.messages.map((message) => (
              <MessageRow key={message.messageId} message={message} onPress={() => press(message)} />
            ))}
            {inbox.hasMore ? (
              <Button kind="quiet" isLoading={inbox.isLoadingMore} onPress={inbox.loadMore}>
                再看一些
              </Button>
            ) : null}
          </>
        )
      }
    </Answered>
  )
}

/** 消息. */
export default function InboxPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title="消息">
      {isSignedIn ? (
        <>
          <Inbox key={owner} owner={owner} />
          <Button kind="quiet" onPress={() => open(routes.messageSettings)}>
            设置接收哪些通知
          </Button>
        </>
      ) : (
        <EmptyState
          icon="inbox"
          reason="登录以后，才能看到你的消息"
          way={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
