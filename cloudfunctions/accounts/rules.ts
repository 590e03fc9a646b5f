import { DESK_CODE_LENGTH, DESK_SESSION_TIME } from '../../contract/limits'
import type { DeskSessionRow } from '../platform/desk'
import type { ConfirmedRow, DeskSignInRow } from './rows'

/** Decisions about accounts. Pure. */

/** First three and last two digits: enough for its owner to recognise, too little for anyone else. */
export const maskPhone = (number: string): string =>
  number.length < 6 ? '******' : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`

/** Of 130 random bits, what a person can type. */
export const codeOf = (name: string): string => name.slice(0, DESK_CODE_LENGTH)

export const isWaiting = ({ state, expiresAt }: DeskSignInRow, now: number): boolean =>
  state === 'waiting' && expiresAt > now

export const isConfirmed = (signIn: DeskSignInRow): signIn is ConfirmedRow => signIn.state === 'confirmed'

/** Counted from the confirmation, so that whoever asks, and however often, finds the same session. */
export const sessionOf = (signIn: ConfirmedRow, sessionId: string): DeskSessionRow => ({
  _id: sessionId,
  accountId: signIn.accountId,
  device: signIn.device,
  requestAddress: signIn.requestAddress,
  signedInAt: signIn.answeredAt,
  lastUsedAt: signIn.answeredAt,
  expiresAt: signIn.answeredAt + DESK_SESSION_TIME,
  endedAt: null,
})

/** `RevokeInfo` names kinds of data by number, one or several: `8`, `8,19`, `["8"]`; 8 is the phone number. */
export const isPhoneRevoked = (revokeInfo: unknown): boolean => /\b8\b/.test(JSON.stringify(revokeInfo ?? ''))
