import type { nominations } from '../../contract/nominations'
import { ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import { deletePictures } from '../platform/contents/pictures'
import type { Forget } from '../platform/forgetting'
import type { Methods } from '../platform/serve'
import { draftCounter } from './draftCounter'
import { filesOfPhoto } from './photos'
import { fieldsOf, presentExported } from './presented'
import type { NominationRow } from './rows'
import * as store from './store'
import { isHandedIn } from './transitions'

type NominationsMethods = Methods<typeof nominations>

export const exportMyData: NominationsMethods['exportMyData'] = async ({ caller }) => {
  const rows = await store.listByAuthor(caller.accountId)
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const campaigns = new Map((await Promise.all(ids.map(findCampaign))).map((each) => [each?._id, each]))
  const items = rows.map((row) => {
    const campaign = campaigns.get(row.campaignId) ?? null
    return presentExported(row, campaign?.name ?? '', fieldsOf(campaign))
  })
  return ok({ sections: [{ title: '我的申报', items }] })
}

/** What was handed in stays without the person; what nobody else has seen, or nobody sees any more, goes. */
export const forget: Forget = async (accountId, requestedAt) => {
  for (;;) {
    const rows = await store.listBegunBy(accountId, requestedAt)
    if (rows.length === 0) return
    for (const row of rows) {
      if (isHandedIn(row.state)) await dropPerson(row._id)
      else await discard(row)
    }
  }
}

/** The fields that are not public go with the contact: 备注 may be about the person. */
const dropPerson = (nominationId: string): Promise<void> =>
  store.changingNomination(nominationId, async (transaction, row) => {
    if (!row) return
    const { remarks: _remarks, ...values } = row.values
    await store.putNominationIn(transaction, { ...row, values, accountId: null, sealedContact: null })
  })

/**
 * Removes a draft, or what was taken back. Safe to be cut short: what is marked as withdrawn is found again until its
 * row has gone as well. Something that was handed in meanwhile stays.
 */
export async function discard({ _id }: Pick<NominationRow, '_id'>): Promise<void> {
  const row = await store.changingNomination(_id, async (transaction, current) => {
    if (!current || isHandedIn(current.state)) return null
    if (current.state === 'draft') {
      if (current.accountId)
        await store.giveBackIn(transaction, draftCounter(current.accountId, current.campaignId)._id)
      await store.putNominationIn(transaction, { ...current, state: 'withdrawn', order: null })
    }
    return current
  })
  if (!row) return
  await deletePictures(row.photos.flatMap(filesOfPhoto))
  await store.removeNomination(_id)
}
