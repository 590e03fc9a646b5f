import { ageAt, type MembershipState, OF_AGE, YOUNGEST } from '../../contract/volunteering/people'
import type { MembershipRow, SealedVolunteer, TeamRow } from '../platform/volunteering/rows'

/** Decisions about volunteers, teams and who belongs to them. */

interface Done {
  requestId: string
}

/** Whether this very request has been carried out before. */
export const hasDone = (history: readonly Done[], requestId: string): boolean =>
  history.some((entry) => entry.requestId === requestId)

/** Time and id in one text: the order of lists. */
export const orderOf = (time: number, id: string): string => `${String(time).padStart(13, '0')}-${id}`

// People

/** 志愿服务条例 leaves minors to their guardians; from which age a child can act at all is 民法典第十九条. */
export function ageProblem(
  bornIn: string,
  hasGuardian: boolean,
  now: number,
): 'too_young' | 'guardian_needed' | null {
  const age = ageAt(bornIn, now)
  if (age < YOUNGEST) return 'too_young'
  return age < OF_AGE && !hasGuardian ? 'guardian_needed' : null
}

type Kept = SealedVolunteer['guardian']
type Given = Omit<NonNullable<Kept>, 'agreedAt'> | null

/** Consent has the time at which it was given; who revises something else does not give it anew. None is kept of whoever is of age. */
export function guardianKept(given: Given, before: Kept, bornIn: string, now: number): Kept {
  if (given === null || ageAt(bornIn, now) >= OF_AGE) return null
  const { name, phone, relation } = given
  const isSame = before?.name === name && before.phone === phone && before.relation === relation
  return { name, phone, relation, agreedAt: isSame ? before.agreedAt : now }
}

const AGE_CHECKED_EVERY = 30 * 24 * 3_600_000

/** Monthly, and not on the birthday: the row would tell it beside the seal. */
export const nextAgeCheck = ({ guardian }: Pick<SealedVolunteer, 'guardian'>, now: number): number | null =>
  guardian === null ? null : now + AGE_CHECKED_EVERY

/** Somebody lives in a street or village, not in a district as a whole. */
export const isHome = (level: string | undefined): boolean => level === 'street' || level === 'village'

// Teams

const STREET_LENGTH = 9

/** A team looks after grids of its place; one of a village also after those of the neighbours in the street. */
export const areaOfTeam = (placeCode: string): string => placeCode.slice(0, STREET_LENGTH)

// Membership

/** `asked` and `joined`, `left`: by the person. `accepted`, `declined`, `removed`: by a leader. */
export type MembershipAct = Exclude<MembershipRow['history'][number]['act'], 'gridAssigned'>

/** What each act makes of a membership. What does not stand here is not allowed; `none`: there was none. */
export const MEMBERSHIP: Record<MembershipAct, Partial<Record<MembershipState | 'none', MembershipState>>> = {
  asked: { none: 'asked', declined: 'asked', left: 'asked' },
  joined: { none: 'member', asked: 'member', left: 'member' },
  accepted: { asked: 'member' },
  declined: { asked: 'declined' },
  removed: { member: 'left' },
  left: { asked: 'left', member: 'left' },
}

export const stateAfter = (state: MembershipState | null, act: MembershipAct): MembershipState | null =>
  MEMBERSHIP[act][state ?? 'none'] ?? null

/** Whom a leader has declined or removed does not come back by the open door: a leader is asked. */
export const actOfAsking = (
  joining: TeamRow['joining'],
  membership: Pick<MembershipRow, 'reason'> | null,
): 'asked' | 'joined' => (joining === 'open' && (membership?.reason ?? null) === null ? 'joined' : 'asked')

export const ACT_OF_ANSWER = { accept: 'accepted', decline: 'declined', remove: 'removed' } as const

const counted = (state: MembershipState | null): number => (state === 'member' ? 1 : 0)

export const membersAfter = (
  members: number,
  before: MembershipState | null,
  after: MembershipState | null,
): number => members + counted(after) - counted(before)

/**
 * Whether a membership is older than a wish to be forgotten. Only the person's own acts tell: a leader may have answered
 * since, and that brings nobody back.
 */
export function isOfBefore(
  { accountId, history }: Pick<MembershipRow, 'accountId' | 'history'>,
  requestedAt: number,
): boolean {
  const own = history.filter((entry) => entry.accountId === accountId)
  return (own.at(-1)?.at ?? 0) <= requestedAt
}
