import type { activities } from '../../../contract/activities'
import type { Methods } from '../../platform/serve'

type Own = Pick<Methods<typeof activities>, 'signUp' | 'confirmSeat' | 'withdraw' | 'listMySignUps'>

const notYet = async (): Promise<never> => {
  throw new Error('not yet')
}

/** Signing up. */
export const signUpMethods: Own = {
  signUp: notYet,
  confirmSeat: notYet,
  withdraw: notYet,
  listMySignUps: notYet,
}
