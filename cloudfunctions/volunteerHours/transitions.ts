import type { AnnulmentState, ClaimState } from '../../contract/volunteerHours'

/** What can follow what; everything that is not here is refused. Pure. */

export type ClaimAct = 'agree' | 'decline' | 'withdraw'

export const CLAIM_CHANGES: Record<ClaimState, Partial<Record<ClaimAct, ClaimState>>> = {
  proposed: { agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' },
  agreed: {},
  declined: {},
  withdrawn: {},
}

export type AnnulmentAct = 'appeal' | 'uphold' | 'restore'

export const ANNULMENT_CHANGES: Record<AnnulmentState, Partial<Record<AnnulmentAct, AnnulmentState>>> = {
  standing: { appeal: 'appealed' },
  appealed: { uphold: 'upheld', restore: 'restored' },
  upheld: {},
  restored: {},
}

/** Null: not from this state. */
export const claimAfter = (state: ClaimState, act: ClaimAct): ClaimState | null =>
  CLAIM_CHANGES[state][act] ?? null

export const annulmentAfter = (state: AnnulmentState, act: AnnulmentAct): AnnulmentState | null =>
  ANNULMENT_CHANGES[state][act] ?? null
