import { PAGE_SIZE } from '../../contract/limits'
import type { moderation, ReviewedContent } from '../../contract/moderation'
import { fail, ok } from '../../contract/result'
import type { ContentRow } from '../platform/contents/rows'
import { isDecidable } from '../platform/contents/rules'
import { changeContent } from '../platform/contents/settle'
import { linkPhotos } from '../platform/photos'
import type { Methods } from '../platform/serve'
import { presentOpinion, presentReviewed } from './presented'
import { answer, decide, STATE_AFTER, versionLeftBy } from './rules'
import * as store from './store'

/** What staff see of content, and what they decide about it. */

type ModerationMethods = Methods<typeof moderation>

export const placeOf = async ({ contentId }: { contentId: string }): Promise<string | null> =>
  (await store.findContent(contentId))?.placeCode ?? null

const linksOf = (rows: ContentRow[]) =>
  linkPhotos(rows.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)))

async function present(rows: ContentRow[]): Promise<ReviewedContent[]> {
  const links = await linksOf(rows)
  return rows.map((row) => presentReviewed(row, links))
}

export const getContent: ModerationMethods['getContent']['run'] = async ({ input }) => {
  const row = await store.findContent(input.contentId)
  const [content] = row && isDecidable(row.state) ? await present([row]) : []
  return content ? ok(content) : fail({ code: 'content_not_found' })
}

export const listContents: ModerationMethods['listContents'] = async ({ input }) => {
  const rows = await store.listAtPlace(input.placeCode, input.state, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ contents: await present(page), next })
}

export const listOpinions: ModerationMethods['listOpinions'] = async ({ input }) => {
  const rows = await store.listOpinionsAt(input.placeCode, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  const links = await linksOf(page)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ opinions: page.map((row) => presentOpinion(row, links)), next })
}

export const decideContent: ModerationMethods['decideContent']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { contentId, decision, reason } = input
  const act = { act: decision, by: caller.accountId, reason, requestId }
  const decided = await changeContent(contentId, now, act, (row) => decide(row, { ...input, requestId }))
  if (!decided) return fail({ code: 'content_not_found' })
  const { before, after, outcome } = decided
  if ('refused' in outcome) return fail({ code: outcome.refused })
  const version = versionLeftBy(after.history, requestId) ?? after.version
  const state = STATE_AFTER[decision]
  if ('changes' in outcome)
    note({ subject: `content/${contentId}`, before: decidedOf(before), after: decidedOf(after) })
  return ok({ state, version })
}

export const answerContent: ModerationMethods['answerContent']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { contentId, text, basedOn } = input
  const act = { act: 'answered', by: caller.accountId, reason: null, requestId }
  const answered = await changeContent(contentId, now, act, (row) =>
    // What becomes of a report is told in its case.
    row.kind === 'comment'
      ? answer(row, { text, basedOn, requestId, now })
      : { refused: 'content_not_found' as const },
  )
  if (!answered) return fail({ code: 'content_not_found' })
  const { before, after, outcome } = answered
  if ('refused' in outcome) return fail({ code: outcome.refused })
  if ('changes' in outcome)
    note({ subject: `content/${contentId}`, before: before.answer, after: after.answer })
  return ok({ version: versionLeftBy(after.history, requestId) ?? after.version })
}

const decidedOf = ({ state, cause, reason, version }: ContentRow) => ({ state, cause, reason, version })
