import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { linkPhotos } from '../platform/photos'
import type { Methods } from '../platform/serve'
import { contactOf } from './contact'
import { decide, type Further, subjectOf } from './decisions'
import { filesOf, presentReviewed } from './presented'
import type { NominationEntry, NominationRow } from './rows'
import { mayForwardAt, orderOf, quotaOf, reviewPlace, unitOf } from './rules'
import * as store from './store'
import { isHandedIn } from './transitions'

/** Preliminary review: what staff see of a nomination and decide about it. */

type NominationsMethods = Methods<typeof nominations>

/** What was handed in, with its campaign; null for what is nothing for staff. */
export async function findHandedIn(
  nominationId: string,
): Promise<{ row: NominationRow; campaign: CampaignRow } | null> {
  const row = await store.findNomination(nominationId)
  const campaign = row && isHandedIn(row.state) ? await findCampaign(row.campaignId) : null
  return row && campaign && { row, campaign }
}

export const placeOfNomination = async ({
  nominationId,
}: {
  nominationId: string
}): Promise<Scope | null> => {
  const found = await findHandedIn(nominationId)
  if (!found) return null
  const { row, campaign } = found
  return { placeCode: reviewPlace(row, campaign.cityCode), organisationId: row.departmentId }
}

export const getNomination: NominationsMethods['getNomination']['run'] = async ({ input, now }) => {
  const found = await findHandedIn(input.nominationId)
  if (!found) return fail({ code: 'nomination_not_found' })
  const links = await linkPhotos(filesOf(found.row))
  return ok(presentReviewed(found.row, found.campaign, links, now))
}

export const revealNominationContact: NominationsMethods['revealNominationContact']['run'] = async ({
  input,
  note,
}) => {
  const found = await findHandedIn(input.nominationId)
  if (!found) return fail({ code: 'nomination_not_found' })
  note({ subject: subjectOf(input.nominationId), before: undefined, after: { contact: 'shown' } })
  const { leader, phone } = contactOf(found.row)
  return ok({
    leader: leader === undefined ? null : String(leader),
    phone: phone === undefined ? null : String(phone),
  })
}

const NOTHING_MORE: Further<never> = async () => ({ changes: {} })

export const returnNomination: NominationsMethods['returnNomination']['run'] = async (call) => {
  const outcome = await decide('returned', call, NOTHING_MORE)
  return outcome.ok ? answer(outcome) : outcome
}

export const declineNomination: NominationsMethods['declineNomination']['run'] = async (call) => {
  const outcome = await decide('declined', call, NOTHING_MORE)
  return outcome.ok ? answer(outcome) : outcome
}

/** What stands in the record is what the first such request was answered. */
const answer = ({ entry: { version, state } }: { entry: NominationEntry }) => ok({ version, state })

type QuotaUsed = { code: 'quota_used'; quota: number }
type NotReviewable = { code: 'nomination_not_reviewable' }

/** The counter of the unit changes in the same transaction, so of those who come at once the last place goes to one. */
export const forwardNomination: NominationsMethods['forwardNomination']['run'] = async (call) => {
  const { now } = call
  const outcome = await decide<QuotaUsed | NotReviewable>(
    'forwarded',
    call,
    async (transaction, row, campaign) => {
      if (campaign.nomination === null || !mayForwardAt(campaign, now))
        return { failure: { code: 'nomination_not_reviewable' } }
      const quota = quotaOf(campaign.nomination.quotas, row)
      const counter = store.unitCounter(row.campaignId, unitOf(row))
      if (!(await store.takeOneIn(transaction, counter, quota)))
        return { failure: { code: 'quota_used', quota } }
      return { changes: { forwardedAt: now, forwardedOrder: orderOf(now, row._id) } }
    },
  )
  return outcome.ok ? answer(outcome) : outcome
}

export const recallNomination: NominationsMethods['recallNomination']['run'] = async (call) => {
  const outcome = await decide<never>('recalled', call, async (transaction, row) => {
    await store.giveBackIn(transaction, store.unitCounter(row.campaignId, unitOf(row))._id)
    return { changes: { forwardedAt: null, forwardedOrder: null } }
  })
  return outcome.ok ? answer(outcome) : outcome
}
