import { CLOSING_NOTICE } from '@contract/limits'
import type { CountView } from '@contract/voting'

/** The one thing to do next on the way from voting to the published list. */
export type Step =
  | 'close'
  | 'closing'
  | 'settle'
  | 'recount'
  | 'seal'
  | 'propose'
  | 'confirm'
  | 'publish'
  | 'done'

const isAgreed = ({ recount }: CountView): boolean =>
  recount?.state === 'equal' || recount?.state === 'repaired'

const stepOfList = (list: NonNullable<CountView['list']>): Step => {
  if (list.status === 'published') return 'done'
  return list.status === 'confirmed' ? 'publish' : 'confirm'
}

export const nextStep = (view: CountView): Step | null => {
  if (view.votingState === 'notOpen') return null
  if (view.votingState === 'open')
    return view.votingClosesAt - view.now > CLOSING_NOTICE ? 'close' : 'closing'
  if (view.votingState === 'settling') return 'settle'
  if (view.list) return stepOfList(view.list)
  if (!isAgreed(view)) return 'recount'
  return view.sealedAt === null ? 'seal' : 'propose'
}
