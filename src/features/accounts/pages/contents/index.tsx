import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, routes } from '@/routes'
import { OwnContentCard } from '../../components/ownContentCard'

const Contents = ({ owner }: { owner: string }) => {
  const book = usePages(`contents/${owner}`, {
    ask: (after: string | undefined) => call('moderation', 'listMyContents', { after }),
    read: ({ contents, next }) => ({ items: contents, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
      {() =>
        book.items.length === 0 ? (
          <EmptyState
            icon="comment"
            reason="你还没有写过意见。在投票活动的页面里，可以写公众意见。"
            way={{ text: '去看投票活动', onPress: () => openTab(routes.vote) }}
          />
        ) : (
          <>
            {book.items.map((content) => (
              <OwnContentCard key={content.contentId} content={content} onChanged={book.refresh} />
            ))}
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

/** 我写的内容. */
export default function ContentsPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title="我写的内容">
      {isSignedIn ? (
        <Contents key={owner} owner={owner} />
      ) : (
        <EmptyState
          icon="comment"
          reason="登录以后，才能看到你写的内容"
          way={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
