/**
 * How long things are kept, in days. Set by RETENTION_DAYS as JSON (`{"messages":90}`); what it does not name keeps
 * its default here. docs/operations.md gives the reasons.
 */
const DEFAULT_DAYS = {
  /** Read or not, a message is of no use after half a year. */
  messages: 180,
  /** Ended or expired sessions at a desk: long enough to look into misuse. */
  deskSessions: 30,
  /** Requests to be signed in at a desk. */
  deskSignIns: 1,
  /** What was hidden or withdrawn: as long as its author may complain. */
  hiddenContents: 180,
  /** Nominations that were begun and left, and those that were taken back: as long as a campaign takes. */
  nominationDrafts: 180,
  /** Documents and spreadsheets: they are made anew when asked for, and may hold names and telephones. */
  madeDocuments: 1,
  /** Names and telephones of who reported something, once it is over: as long as somebody may still have to ask back. */
  reporterContacts: 180,
  /** Reports that were taken back: as other things that are taken back. */
  withdrawnCases: 180,
  /** Hotline tickets as they were sent, names and telephones and all: long enough to ask back what became of one. */
  hotlineTickets: 30,
  /** Faults and slow calls. */
  problems: 30,
  /** Work that is done. */
  work: 365,
  /** Roles that ended, with the contact of their holder. */
  endedRoles: 1095,
}

export type Kept = keyof typeof DEFAULT_DAYS

const DAY = 86_400_000

/** Things of this kind from before this moment are no longer kept. */
export function keptSince(kind: Kept, now: number): number {
  const set = JSON.parse(process.env.RETENTION_DAYS ?? '{}') as Partial<Record<Kept, number>>
  const days = set[kind] ?? DEFAULT_DAYS[kind]
  if (!(days > 0)) throw new Error(`RETENTION_DAYS: ${kind} must be a number of days above 0`)
  return now - days * DAY
}
