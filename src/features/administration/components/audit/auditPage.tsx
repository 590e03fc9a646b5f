import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { goBack, routes } from '@/routes'
import { actsOf } from '../../acts'
import { type Filters, useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { MoreButton } from '../moreButton'
import { PrintButton } from '../printButton'
import { ActTable } from './actTable'
import { AuditFilters, type TrailView } from './auditFilters'
import { TrailCheckActs } from './trailCheckActs'

const DAY = 86_400_000

const FILTERS = ['accountId', 'method', 'subject', 'from', 'until'] as const

const momentIn = (text: string | undefined): number | undefined => {
  const time = Number(text)
  return text && Number.isSafeInteger(time) ? time : undefined
}

const inAddress = (part: Partial<TrailView>): Partial<Filters<(typeof FILTERS)[number]>> =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, value === undefined ? undefined : String(value)]),
  )

const useTrailView = (placeCode: string) => {
  const [{ accountId, method, subject, from, until }, change] = useFilters(FILTERS, (filters) =>
    routes.auditTrail(placeCode, filters),
  )
  const view: TrailView = { accountId, method, subject, from: momentIn(from), until: momentIn(until) }
  return { view, change: (part: Partial<TrailView>) => change(inAddress(part)) }
}

/** The last day belongs to the period. */
const useTrail = (placeCode: string, { until, ...view }: TrailView) =>
  usePages(JSON.stringify([placeCode, view, until]), {
    ask: (after: string | undefined) =>
      call('administration', 'listAuditTrail', {
        placeCode,
        ...view,
        until: until === undefined ? undefined : until + DAY - 1,
        after,
      }),
    read: ({ entries, next }) => ({ items: entries, next }),
  })

const Trail = ({ placeCode }: { placeCode: string }) => {
  const { view, change } = useTrailView(placeCode)
  const book = useTrail(placeCode, view)
  useRefreshOnPull(book.refresh)
  return (
    <>
      <TrailCheckActs placeCode={placeCode}>
        <PrintButton />
      </TrailCheckActs>
      <AuditFilters view={view} onChange={change} />
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="document" reason="没有符合条件的记录。工作人员做的每一步都会记在这里。" />
          ) : (
            <ActTable acts={actsOf(book.items)} onChoose={change} />
          )
        }
      </Answered>
      <MoreButton book={book} />
    </>
  )
}

/** What staff did at this place and below it. */
export const AuditPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') || roles.includes('auditor') ? (
    <Trail placeCode={placeCode} />
  ) : (
    <EmptyState
      icon="lock"
      reason="只有管理员和审计员可以看工作记录"
      way={{ text: '返回', onPress: goBack }}
    />
  )
