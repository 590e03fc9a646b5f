import type { Position, PublicCaseSummary } from '@contract/cases/cases'
import type { NamedPlace } from '@contract/places'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { asked, EVERYTHING, type Filters } from '../../nearby/filters'
import { PublicCaseRow } from './publicCaseRow'

interface ListProps {
  filters: Filters
  onShowAll: () => void
}

interface RowsProps extends ListProps {
  cases: PublicCaseSummary[]
  none: string
}

const Rows = ({ cases, none, filters, onShowAll }: RowsProps) => {
  if (cases.length > 0)
    return (
      <Card>
        {cases.map((summary) => (
          <PublicCaseRow key={summary.caseId} summary={summary} />
        ))}
      </Card>
    )
  const isNarrowed = filters.group !== EVERYTHING.group || filters.openness !== EVERYTHING.openness
  return isNarrowed ? (
    <EmptyState reason={`这样筛选以后，${none}`} way={{ text: '显示全部', onPress: onShowAll }} />
  ) : (
    <EmptyState
      icon="success"
      reason={`${none}看到问题可以拍照上报。`}
      way={{ text: '拍照上报', onPress: () => open(routes.report({ camera: 'open' })) }}
    />
  )
}

const waiting = <Skeleton shape="row" count={4} />

/** Around somebody, nearest first: one page, and nothing beyond three kilometres. */
export const Around = ({ position, filters, onShowAll }: ListProps & { position: Position }) => {
  const question = { position, ...asked(filters) }
  const answer = useAnswer(JSON.stringify(question), () => call('reporting', 'listNearby', question))
  useRefreshOnPull(answer.refresh)
  return (
    <Answered answer={answer} skeleton={waiting}>
      {({ cases }) => (
        <Rows cases={cases} none="附近 3 公里内没有问题。" filters={filters} onShowAll={onShowAll} />
      )}
    </Answered>
  )
}

/** At a place and below, newest first, page by page. */
export const AtPlace = ({ place, filters, onShowAll }: ListProps & { place: NamedPlace }) => {
  const question = { placeCode: place.code, ...asked(filters) }
  const book = usePages(JSON.stringify(question), {
    ask: (after: string | undefined) => call('reporting', 'listCases', { ...question, after }),
    read: ({ cases, next }) => ({ items: cases, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={waiting}>
      {() => (
        <>
          <Rows cases={book.items} none="这里还没有问题。" filters={filters} onShowAll={onShowAll} />
          {book.hasMore ? (
            <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
              再看一些
            </Button>
          ) : null}
        </>
      )}
    </Answered>
  )
}
