import { fail, ok } from '../../contract/result'
import { findCampaign, findSessionResult } from '../platform/campaigns/campaigns'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import { type JudgingMethods, subjectOf } from './chair'
import { minutesDocument } from './minutesDocument'
import { mayAct } from './rules'
import * as store from './store'
import { publishedVotes } from './votes'

/** Minutes of a closed session. They are made anew each time, from rows that no longer change. */
export const printMinutes: JudgingMethods['printMinutes']['run'] = async ({
  input,
  caller: { accountId },
  requestId,
  note,
}) => {
  const session = await store.findSession(input.sessionId)
  const campaign = session && (await findCampaign(session.campaignId))
  if (!session || !campaign) return fail({ code: 'session_not_found' })
  const result = await findSessionResult(session.campaignId, session.kind)
  if (!mayAct('printMinutes', session) || !result) return fail({ code: 'session_not_ready' })
  const [panel, sheets, votes] = await Promise.all([
    store.listPanel(session),
    store.listSheets(session._id),
    publishedVotes(session.campaignId),
  ])
  const bytes = await minutesDocument({ campaign, session, panel, sheets, results: result.entries, votes })
  const fileName = `${asFileName(`${campaign.name} ${session.name}纪要`)}.docx`
  note({ subject: subjectOf(session._id), before: null, after: { fileName } })
  return ok(await saveDocument(bytes, fileName, { accountId, requestId }))
}
