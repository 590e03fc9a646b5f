import type { NominationState } from '../../contract/nominations'

/** Who may bring a nomination from which state to which. Pure. */

export const ACTS = [
  'started',
  'submitted',
  'withdrawn',
  'returned',
  'forwarded',
  'recalled',
  'declined',
  'admitted',
] as const
export type Act = (typeof ACTS)[number]

/** From which state each act leads where; what is not here is not possible. */
export const TRANSITIONS: Record<Act, Partial<Record<NominationState, NominationState>>> = {
  started: {},
  submitted: { draft: 'submitted', returned: 'submitted' },
  withdrawn: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn' },
  returned: { submitted: 'returned' },
  forwarded: { submitted: 'forwarded' },
  recalled: { forwarded: 'submitted' },
  declined: { submitted: 'declined' },
  admitted: { forwarded: 'admitted' },
}

export const stateAfter = (act: Act, state: NominationState): NominationState | null =>
  TRANSITIONS[act][state] ?? null

/** States in which the author writes. */
export const isEditable = (state: NominationState): boolean => state === 'draft' || state === 'returned'

/** States that staff see: what was handed in and not taken back. */
export const isHandedIn = (state: NominationState): boolean => state !== 'draft' && state !== 'withdrawn'
