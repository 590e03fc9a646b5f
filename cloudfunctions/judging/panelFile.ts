import { fail, ok } from '../../contract/result'
import { findCampaign, findCandidate } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { shanghaiTime } from '../platform/clock'
import { candidateSubject, countVisible, listForReaders } from '../platform/contents/lists'
import { campaignTitle, documentOf, fact, heading, line, title } from '../platform/documents/pieces'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import { type JudgingMethods, subjectOf } from './chair'
import type { SessionRow } from './rows'
import { judgeIdOf } from './rules'
import * as store from './store'

/** The file that a panel reads: of each entry what it has handed in, and what the public says of it. */

/** Of one entry; a panel reads no more, and is told how many there are. */
const OPINIONS_PER_ENTRY = 50

export const printPanelFile: JudgingMethods['printPanelFile']['run'] = async ({
  input,
  caller: { accountId },
  grants,
  requestId,
  note,
}) => {
  const session = await store.findSession(input.sessionId)
  const campaign = session && (await findCampaign(session.campaignId))
  const mayRead =
    grants.some(({ role }) => role === 'administrator') || (session && (await sitsOn(session, accountId)))
  if (!session || !campaign || !mayRead) return fail({ code: 'session_not_found' })
  if (session.entries.length === 0) return fail({ code: 'session_not_ready' })
  const bytes = await panelFile(campaign, session)
  const fileName = `${asFileName(`${campaign.name} ${session.name}材料`)}.docx`
  note({ subject: subjectOf(session._id), before: null, after: { fileName } })
  return ok(await saveDocument(bytes, fileName, { accountId, requestId }))
}

const sitsOn = async ({ _id }: SessionRow, accountId: string): Promise<boolean> =>
  (await store.findSeat(judgeIdOf(_id, accountId)))?.isSeated === true

async function panelFile(campaign: CampaignRow, session: SessionRow): Promise<Buffer> {
  const name = `${campaign.name}${session.name}材料`
  const parts = []
  for (const [index, entry] of session.entries.entries())
    parts.push(...(await entryPart(index + 1, entry.candidateId)))
  const head = [title(campaignTitle(campaign, `${session.name}材料`)), fact('主办单位', campaign.organiser)]
  return documentOf([...head, ...parts], { name })
}

async function entryPart(place: number, candidateId: string) {
  const candidate = await findCandidate(candidateId)
  if (!candidate) throw new Error(`session names candidate ${candidateId}, which does not exist`)
  const subject = candidateSubject(candidateId)
  const [opinions, total] = await Promise.all([
    listForReaders(subject, OPINIONS_PER_ENTRY),
    countVisible(subject),
  ])
  const shown = opinions.length < total ? `，下面是最近 ${opinions.length} 条` : ''
  return [
    heading(`${place}. ${candidate.name}`),
    fact('选票上的编号', `${candidate.number} 号`),
    fact('所在地区', candidate.streetName),
    ...candidate.facts.map(({ label, text }) => fact(label, text)),
    fact('一句话介绍', candidate.summary),
    ...candidate.achievements.split(/\n+/).map(line),
    fact('公众意见', total === 0 ? '没有' : `${total} 条${shown}`),
    ...opinions.flatMap(({ text, answer, writtenAt }) => [
      line(`· ${text}（${shanghaiTime(writtenAt)}）`),
      ...(answer ? [line(`  主办单位答复：${answer.text}`)] : []),
    ]),
  ]
}
