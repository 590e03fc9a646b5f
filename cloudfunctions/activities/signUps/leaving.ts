import { fail, ok } from '../../../contract/result'
import type { SignUpState } from '../../../contract/volunteering/activities'
import { now as currentTime } from '../../platform/clock'
import { type SignUpRow, signUpId } from '../../platform/volunteering/rows'
import { presentOwn } from './presented'
import { type Act, canSignUp, isLateWithdrawal, mayBecome, moved } from './rules'
import { changeSignUp } from './seating'
import type { SignUpMethods } from './signingUp'

/** What a person does with a seat or a place on the list: confirms it, or gives it up. */

const isDoneBy = (row: SignUpRow | null, state: SignUpState, requestId: string): row is SignUpRow =>
  row?.history.some((entry) => entry.act === state && entry.requestId === requestId) ?? false

export const confirmSeat: SignUpMethods['confirmSeat'] = async ({ input, caller, requestId }) => {
  // A call may have waited before it got here; the seat was kept until a moment, not until the call began.
  const at = currentTime()
  const act: Act = { requestId, by: caller.accountId, reason: null, at }
  const id = signUpId(input.activityId, caller.accountId)
  const change = await changeSignUp(input.activityId, id, at, (seats, row) =>
    row.state === 'offered' && at <= (row.confirmBy ?? 0) && canSignUp(seats.activity, at)
      ? moved(seats, row, 'confirmed', act)
      : null,
  )
  if (!change) return fail({ code: 'activity_not_found' })
  if (change.after) return ok({ signUp: await presentOwn(change.after) })
  return isDoneBy(change.before, 'confirmed', requestId)
    ? ok({ signUp: await presentOwn(change.before) })
    : fail({ code: 'offer_ended' })
}

export const withdraw: SignUpMethods['withdraw'] = async ({ input, caller, requestId, now }) => {
  const act: Act = { requestId, by: caller.accountId, reason: null, at: now }
  const id = signUpId(input.activityId, caller.accountId)
  let isTooLate = false
  const change = await changeSignUp(input.activityId, id, now, (seats, row) => {
    isTooLate = !canSignUp(seats.activity, now)
    if (isTooLate || !mayBecome(row.state, 'withdrawn')) return null
    return moved(seats, row, 'withdrawn', act, { isLate: isLateWithdrawal(row, now) })
  })
  if (!change) return fail({ code: 'activity_not_found' })
  if (change.after) return ok({ signUp: await presentOwn(change.after) })
  if (isDoneBy(change.before, 'withdrawn', requestId)) return ok({ signUp: await presentOwn(change.before) })
  return fail({ code: change.before && isTooLate ? 'activity_not_open' : 'not_signed_up' })
}
