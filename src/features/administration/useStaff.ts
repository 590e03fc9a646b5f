import type { Grant, Me } from '@contract/accounts'
import type { WorkCount } from '@contract/administration'
import { kindsFor } from '@contract/workKinds'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { type Answer, useAnswer } from '@/cloud/useAnswer'
import { type Workplace, workplaceOf } from './workplace'

/** A member of staff at a place of theirs. */
export interface Staff extends Workplace {
  grants: Grant[]
  /** What waits there, by kind; asked for where it is shown. */
  counts: Answer<{ counts: WorkCount[]; now: number }>
}

/** Where the person worked last, for pages whose address names no place. */
let lastPlace: string | undefined

interface StaffState {
  isSignedIn: boolean
  me: Answer<Me>
  /** Null: not known yet, or nobody who works here. */
  staff: Staff | null
}

/** Who is at the workbench, and at which place: the address says which, where there are several. */
export const useStaff = (isCounting: boolean): StaffState => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const asked = useRouter().params.placeCode
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  const grants = me.state.status === 'ready' ? me.state.value.grants : []
  const workplace = workplaceOf(grants, asked, lastPlace)
  if (workplace) lastPlace = workplace.placeCode
  const countedPlace =
    isCounting && workplace && kindsFor(workplace.roles).length > 0 ? workplace.placeCode : null
  const counts = useAnswer(countedPlace, () =>
    call('administration', 'countWork', { placeCode: countedPlace ?? '' }),
  )
  return { isSignedIn, me, staff: workplace && { ...workplace, grants, counts } }
}
