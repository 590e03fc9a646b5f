import { View } from '@tarojs/components'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { useIsDesk } from '@/components/page/desk'
import { SplitView } from '@/components/splitView'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { caseAfter, leavesView } from '../../caseNext'
import { CASE_KEYS, type CaseFilters, type CaseView, viewOf } from '../../caseView'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { BulkBar } from './bulkBar'
import { CaseDetail } from './caseDetail'
import { CaseHead } from './caseHead'
import { type CaseSearch, FoundCase, useCaseSearch } from './caseSearch'
import { QueueView } from './queueView'
import type { CaseDone } from './useCaseSteps'
import { type Queue, useQueue } from './useQueue'
import { type Ticking, useTicking } from './useTicking'
import './cases.scss'
import './casesDesk.scss'

export interface QueueProps {
  placeCode: string
  view: CaseView
  queue: Queue
  ticking: Ticking
  search: CaseSearch
  onChange: (part: Partial<CaseFilters>) => void
  onChoose: (caseId: string) => void
}

const ListPart = (props: QueueProps) => {
  const { placeCode, view, search, onChoose } = props
  return search.number ? (
    <FoundCase placeCode={placeCode} number={search.number} openId={view.caseId} onChoose={onChoose} />
  ) : (
    <QueueView {...props} />
  )
}

/** After an act: list and numbers look anew; what has left the view makes room for the next. */
const useDone = ({ view, queue, onChange }: Pick<QueueProps, 'view' | 'queue' | 'onChange'>) => {
  return async ({ key, said, state }: CaseDone) => {
    showToast(said)
    const next = view.caseId && leavesView(view, key, state) ? caseAfter(queue.book.items, view.caseId) : null
    await queue.refresh()
    if (next) onChange({ caseId: next })
  }
}

const DetailPart = (props: QueueProps) => {
  const { view, queue } = props
  const handleDone = useDone(props)
  return view.caseId ? (
    <CaseDetail key={view.caseId} caseId={view.caseId} onDone={handleDone} onChanged={queue.refresh} />
  ) : (
    <EmptyState icon="inbox" reason="从列表里选一件，在这里看和办理" />
  )
}

/** The cases of a desk, and at a desk beside them the one that is open. */
export const CasesPageContent = ({ staff: { placeCode } }: { staff: Staff }) => {
  const [filters, change] = useFilters(CASE_KEYS, (next) => routes.staffCases(placeCode, next))
  const view = viewOf(filters)
  const queue = useQueue(placeCode, view)
  const ticking = useTicking()
  const search = useCaseSearch()
  const isDesk = useIsDesk()
  useRefreshOnPull(queue.refresh)
  const choose = (caseId: string) => {
    if (ticking.ticked) return ticking.toggle(caseId)
    return isDesk ? change({ caseId }) : open(routes.staffCase({ caseId }))
  }
  const props = { placeCode, view, queue, ticking, search, onChange: change, onChoose: choose }
  // A view that was sent with an open case opens it on the phone as well, alone.
  const isAlone = !isDesk && view.caseId !== undefined
  return (
    <View className={view.caseId ? 'cases cases--open' : 'cases'}>
      {isAlone ? (
        <Button kind="quiet" icon="back" onPress={() => change({ caseId: undefined })}>
          看列表
        </Button>
      ) : (
        <CaseHead {...props} />
      )}
      <SplitView
        hasDetail={view.caseId !== undefined}
        list={
          <>
            <ListPart {...props} />
            {ticking.ticked ? <BulkBar {...props} ticked={ticking.ticked} /> : null}
          </>
        }
        detail={<DetailPart {...props} />}
      />
    </View>
  )
}
