import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { actsOf } from '../../acts'
import { ActCard } from '../../components/actCard'

export default function AuditPage() {
  const { placeCode = '' } = useRouter().params
  const book = usePages(placeCode, {
    ask: (after: string | undefined) => call('administration', 'listAuditTrail', { placeCode, after }),
    read: ({ entries, next }) => ({ items: entries, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Page title="工作记录">
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="document" reason="还没有记录。工作人员做的每一步都会记在这里。" />
          ) : (
            actsOf(book.items).map((act) => <ActCard key={act.key} act={act} />)
          )
        }
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </Page>
  )
}
