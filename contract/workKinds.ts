import type { Role } from './method'

/**
 * Kinds of work that can wait for staff, and which roles see them. A feature adds its kind here. Apart from the
 * service, so that screens can use it without the validator.
 */
export const WORK_KINDS = {
  /** Something a person wrote or photographed that the machine could not decide about. */
  contentReview: { roles: ['moderator', 'administrator'] },
  /** A nomination was handed in, and waits to be put forward, returned or declined. */
  reviewNomination: { roles: ['reviewer', 'administrator'] },
  /** Voting of a campaign has ended; its list is not published. */
  countVotes: { roles: ['administrator'] },
  /** Votes that came in unlike everybody else's. */
  abnormalVoting: { roles: ['administrator'] },
  /** Somebody does not agree that hours were taken back. */
  hoursAppeal: { roles: ['administrator'] },
} as const satisfies Record<string, { roles: readonly Role[] }>

export type WorkKind = keyof typeof WORK_KINDS

/** Kinds of work that somebody with these roles sees. */
export const kindsFor = (roles: readonly Role[]): WorkKind[] =>
  (Object.keys(WORK_KINDS) as WorkKind[]).filter((kind) =>
    WORK_KINDS[kind].roles.some((role) => roles.includes(role)),
  )
