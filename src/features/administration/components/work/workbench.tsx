import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { EmptyState } from '@/components/emptyState'
import { useIsDesk } from '@/components/page/desk'
import { SplitView } from '@/components/splitView'
import { showToast } from '@/components/toast'
import { goBack, open } from '@/routes'
import { workAfter } from '../../nextWork'
import type { Staff } from '../../useStaff'
import type { WorkView } from '../../useWorkView'
import { partsOfWork, workKinds } from '../../workKinds'
import { WorkFilters } from './workFilters'
import { type WorkBook, WorkList } from './workList'
import './workbench.scss'
import './workbenchDesk.scss'

interface WorkbenchProps {
  staff: Staff
  view: WorkView
  addressOf: (view: WorkView) => string
  onChange: (part: Partial<WorkView>) => void
}

const useWork = ({ placeCode }: Staff, { kind, state }: WorkView): WorkBook =>
  usePages(`${placeCode}/${kind}/${state}`, {
    ask: (after: string | undefined) => call('administration', 'listWork', { placeCode, kind, state, after }),
    read: ({ items, next }) => ({ items, next }),
  })

/** What follows an act: the list and the numbers look anew, and the next piece of work opens. */
const useDone = ({ staff, view, onChange }: WorkbenchProps, book: WorkBook) => {
  const isDesk = useIsDesk()
  return async (said: string) => {
    showToast(said)
    const next = view.workId && view.state !== 'done' ? workAfter(book.items, view.workId) : null
    await Promise.all([book.refresh(), staff.counts.refresh()])
    if (view.state === 'done') return
    if (next || isDesk) onChange({ workId: next?.workId })
    else await goBack()
  }
}

const NothingChosen = () => <EmptyState icon="inbox" reason="从列表里选一件，在这里处理" />

/** The list of what waits, and the piece of it that is open: side by side at a desk, one after the other on the phone. */
export const Workbench = (props: WorkbenchProps) => {
  const { staff, view, addressOf, onChange } = props
  const isDesk = useIsDesk()
  const book = useWork(staff, view)
  const handleDone = useDone(props, book)
  useRefreshOnPull(book.refresh, staff.counts.refresh)
  const { workId } = view
  const parts = workId === undefined ? null : partsOfWork(workId)
  const choose = (chosen: string) =>
    isDesk ? onChange({ workId: chosen }) : open(addressOf({ ...view, workId: chosen }))
  const Detail = parts ? workKinds[parts.kind].Detail : null
  return (
    <View className={parts ? 'workbench workbench--open' : 'workbench'}>
      <SplitView
        hasDetail={parts !== null}
        list={
          <>
            <WorkFilters roles={staff.roles} view={view} onChange={onChange} />
            <WorkList book={book} view={view} onChoose={choose} />
          </>
        }
        detail={
          Detail && parts ? (
            <Detail
              key={workId}
              subjectId={parts.subjectId}
              item={book.items.find((item) => item.workId === workId) ?? null}
              onDone={handleDone}
              onChanged={async () => void (await Promise.all([book.refresh(), staff.counts.refresh()]))}
            />
          ) : (
            <NothingChosen />
          )
        }
      />
    </View>
  )
}
