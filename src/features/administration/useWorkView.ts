import type { WorkKind } from '@contract/workKinds'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { routes } from '@/routes'
import { keepInAddress } from './address'
import { isWorkKind } from './workKinds'

export type WorkState = 'waiting' | 'overdue' | 'done'

/** Which work is listed, and which piece of it is open. */
export interface WorkView {
  kind: WorkKind | undefined
  state: WorkState
  workId: string | undefined
}

const isWorkState = (state: string | undefined): state is WorkState =>
  state === 'waiting' || state === 'overdue' || state === 'done'

/** As the address says, and kept there, so that a view can be sent to a colleague. */
export const useWorkView = (): {
  view: WorkView
  addressOf: (view: WorkView) => string
  change: (part: Partial<WorkView>) => void
} => {
  const { placeCode = '', kind, state, workId } = useRouter().params
  const [view, setView] = useState<WorkView>({
    kind: isWorkKind(kind) ? kind : undefined,
    state: isWorkState(state) ? state : 'waiting',
    workId: workId === undefined ? undefined : decodeURIComponent(workId),
  })
  const addressOf = (shown: WorkView) => routes.work({ placeCode, ...shown })
  const change = (part: Partial<WorkView>) => {
    const next = { ...view, ...part }
    setView(next)
    keepInAddress(addressOf(next))
  }
  return { view, addressOf, change }
}
