import type { awards } from '../../contract/awards'
import { fail, ok } from '../../contract/result'
import { findCampaign, findList, findSessionResult } from '../platform/campaigns/campaigns'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import { type SheetOf, spreadsheet } from '../platform/documents/spreadsheet'
import type { Methods } from '../platform/serve'
import { listSheet, notesSheet, sessionSheet, unitsSheet, winnersSheet } from './resultSheets'
import * as store from './store'

/** The results of a campaign as a spreadsheet: only what is published or decided for good. */

type AwardsMethods = Methods<typeof awards>

export const exportResults: AwardsMethods['exportResults']['run'] = async (call) => {
  const { input, caller, requestId, note } = call
  const { campaignId } = input
  const [campaign, list, winners] = await Promise.all([
    findCampaign(campaignId),
    findList(campaignId),
    store.findWinners(campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const published = {
    list: list?.status === 'published' ? list : null,
    winners: winners?.status === 'published' ? winners : null,
  }
  if (!published.list && !published.winners) return fail({ code: 'results_not_published' })
  const [entries, session, units] = await Promise.all([
    published.list ? store.listEntries(published.list) : [],
    findSessionResult(campaignId, 'experts'),
    store.listAwardedUnits(campaignId),
  ])
  const sheets: SheetOf[] = [
    ...(published.list ? [listSheet(entries)] : []),
    ...(session ? [sessionSheet(session.entries)] : []),
    ...(published.winners ? [winnersSheet(published.winners.entries, published.winners.scoredBy)] : []),
    ...(units.length > 0 ? [unitsSheet(units)] : []),
    notesSheet(campaign, published.list),
  ]
  const fileName = `${asFileName(campaign.name)}结果.xlsx`
  note({ subject: `campaign/${campaignId}`, before: null, after: { fileName } })
  return ok(
    await saveDocument(await spreadsheet(sheets), fileName, { accountId: caller.accountId, requestId }),
  )
}
