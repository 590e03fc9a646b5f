import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ReportRow } from '@/components/reportRow'
import { Skeleton } from '@/components/skeleton'
import { Waiting } from '@/components/waiting'
import { useSentMeanwhile } from '@/outbox'
import { open, openTab, routes } from '@/routes'

const TITLE = '我的上报'

const useReports = (owner: string) => {
  const book = usePages(owner, {
    ask: (after: string | undefined) => call('reporting', 'listMyReports', { after }),
    read: ({ reports, next }) => ({ items: reports, next }),
  })
  useSentMeanwhile(book.refresh)
  return book
}

const List = ({
  book,
  waitingForRating,
}: {
  book: ReturnType<typeof useReports>
  waitingForRating: number
}) => {
  if (book.items.length === 0)
    return (
      <EmptyState
        icon="camera"
        reason="你还没有上报、也没有关注过问题。"
        way={{ text: '拍照上报', onPress: () => open(routes.report({ camera: 'open' })) }}
      />
    )
  return (
    <>
      {waitingForRating > 0 ? (
        <Notice kind="information" title={`${waitingForRating} 件等你评价`}>
          点开看处理前后的照片，再评价。
        </Notice>
      ) : null}
      <Card>
        {book.items.map((report) => (
          <ReportRow key={report.caseId} report={report} />
        ))}
      </Card>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </>
  )
}

const Reports = ({ owner }: { owner: string }) => {
  const book = useReports(owner)
  useRefreshOnPull(book.refresh)
  return (
    <>
      <Waiting />
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {({ waitingForRating }) => <List book={book} waitingForRating={waitingForRating} />}
      </Answered>
    </>
  )
}

export default function MyReportsPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title={TITLE}>
      {isSignedIn ? (
        <Reports key={owner} owner={owner} />
      ) : (
        <EmptyState
          icon="person"
          reason="登录以后可以看到自己报过的问题。"
          way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
