import { confirmSeat, withdraw } from './leaving'
import { listMySignUps } from './mine'
import { type SignUpMethods, signUp } from './signingUp'

/** Signing up, as the contract declares it. */
export const signUpMethods: SignUpMethods = { signUp, confirmSeat, withdraw, listMySignUps }
