/**
 * Every collection and index, declared once: the local cloud and the deployment script both read this.
 * A unique index treats a missing field as null, so uniquely indexed fields are always filled.
 */
export interface IndexField {
  path: string
  order: 1 | -1 | '2dsphere'
}
export interface IndexDeclaration {
  name: string
  fields: IndexField[]
  unique: boolean
}

const index = (name: string, fields: Record<string, 1 | -1>, unique = false): IndexDeclaration => ({
  name,
  fields: Object.entries(fields).map(([path, order]) => ({ path, order })),
  unique,
})

export const collections = {
  /** Verified phone of an account, as a keyed hash. */
  accounts: [],
  /** Roles at places. */
  roleGrants: [index('byAccount', { accountId: 1 })],
  auditTrail: [index('byTime', { at: -1 })],
  campaigns: [index('byVotingStart', { votingOpensAt: -1 }), index('byCounting', { isCounting: 1, _id: 1 })],
  candidates: [
    index('byNumber', { campaignId: 1, number: 1 }),
    index('byDistrict', { campaignId: 1, districtCode: 1, number: 1 }),
  ],
  /** Append-only. `_id` is derived from voter and period, so the database itself refuses a second one. */
  ballots: [index('byBucket', { campaignId: 1, bucket: 1 }), index('oneByAccount', { accountKey: 1 }, true)],
  tallies: [],
  tallyParts: [index('byBucket', { campaignId: 1, bucket: 1 })],
  recounts: [index('latest', { campaignId: 1, startedAt: -1 })],
  candidateLists: [index('dueReminders', { remindersDue: 1 })],
  reminders: [index('byCampaign', { campaignId: 1, leasedUntil: 1 })],
} as const satisfies Record<string, readonly IndexDeclaration[]>

export type CollectionName = keyof typeof collections
