import type { Role } from './method'

/**
 * Kinds of work that can wait for staff, and which roles see them. A feature adds its kind here. Apart from the
 * service, so that screens can use it without the validator.
 */
export const WORK_KINDS = {
  /** Something a person wrote or photographed that the machine could not decide about. */
  contentReview: { roles: ['moderator', 'administrator'] },
  /** Voting of a campaign has ended; its list is not published. */
  countVotes: { roles: ['administrator'] },
} as const satisfies Record<string, { roles: readonly Role[] }>

export type WorkKind = keyof typeof WORK_KINDS
