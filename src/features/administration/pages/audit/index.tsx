import type { AuditEntry } from '@contract/accounts'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { momentWords } from '@/words/moments'
import { actWords } from '../../words'

const outcomeOf = ({ step, outcome }: AuditEntry): { tone: 'plain' | 'done' | 'wrong'; text: string } => {
  if (step === 'asked') return { tone: 'plain', text: '开始' }
  return outcome === 'ok' ? { tone: 'done', text: '完成' } : { tone: 'wrong', text: '没有完成' }
}

const Entry = ({ entry }: { entry: AuditEntry }) => (
  <Card title={actWords(entry.method)}>
    <Badge {...outcomeOf(entry)} />
    <KeyValue
      rows={[
        { key: '时间', value: momentWords(entry.at) },
        { key: '账号', value: entry.accountId },
        { key: '内容', value: entry.input },
      ]}
    />
  </Card>
)

export default function AuditPage() {
  const { cityCode = '' } = useRouter().params
  const book = usePages(cityCode, {
    ask: (before: number | undefined) => call('accounts', 'listAuditTrail', { cityCode, before }),
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
            book.items.map((entry) => (
              <Entry key={`${entry.at}/${entry.method}/${entry.step}/${entry.requestId}`} entry={entry} />
            ))
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
