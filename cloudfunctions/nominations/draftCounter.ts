import { keyedName } from '../platform/secrets'

/** Counts somebody's drafts that were not handed in, under a name that leads to no person. */
export const draftCounter = (accountId: string, campaignId: string) => ({
  _id: keyedName('openDrafts', accountId, campaignId),
  campaignId: null,
  unit: null,
})
