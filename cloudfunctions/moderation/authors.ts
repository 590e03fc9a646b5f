import { PAGE_SIZE } from '../../contract/limits'
import type { moderation } from '../../contract/moderation'
import { fail, ok } from '../../contract/result'
import type { ContentRow } from '../platform/contents/rows'
import { changeContent } from '../platform/contents/settle'
import { linkPhotos } from '../platform/photos'
import type { Methods } from '../platform/serve'
import { presentExported, presentOwn } from './presented'
import { appeal, withdraw } from './rules'
import * as store from './store'

/** What authors see of their own content, and what they do with it. */

type ModerationMethods = Methods<typeof moderation>

export const listMyContents: ModerationMethods['listMyContents'] = async ({ input, caller }) => {
  const rows = await store.listByAuthor(caller.accountId, input.after)
  const page = rows.slice(0, PAGE_SIZE)
  const links = await linkPhotos(page.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)))
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ contents: page.map((row) => presentOwn(row, links)), next })
}

/** In the history an author is never named: it must hold nothing of a person who deletes the account. */
const byAuthor = (act: string, reason: string | null, requestId: string) => ({
  act,
  by: 'author',
  reason,
  requestId,
})

const ownedBy =
  (accountId: string) =>
  (row: ContentRow): boolean =>
    row.accountId === accountId

export const appealContent: ModerationMethods['appealContent'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const isOwn = ownedBy(caller.accountId)
  const act = byAuthor('appeal', input.reason, requestId)
  const done = await changeContent(input.contentId, now, act, (row) =>
    isOwn(row) ? appeal(row, { reason: input.reason, requestId }) : { refused: 'content_not_found' as const },
  )
  if (!done) return fail({ code: 'content_not_found' })
  if ('refused' in done.outcome) return fail({ code: done.outcome.refused })
  return ok({ state: 'underReview' })
}

export const withdrawContent: ModerationMethods['withdrawContent'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const isOwn = ownedBy(caller.accountId)
  const act = byAuthor('withdraw', null, requestId)
  const done = await changeContent(input.contentId, now, act, (row) =>
    isOwn(row) ? withdraw(row) : { refused: 'content_not_found' as const },
  )
  if (!done || 'refused' in done.outcome) return fail({ code: 'content_not_found' })
  return ok({ state: 'withdrawn' })
}

/** More than anyone's pace allows to write in a day. */
const EXPORTED_AT_ONCE = 500

export const exportMyData: ModerationMethods['exportMyData'] = async ({ caller }) => {
  const items = []
  let after: string | undefined
  do {
    const rows = await store.listByAuthor(caller.accountId, after, EXPORTED_AT_ONCE)
    const page = rows.slice(0, EXPORTED_AT_ONCE)
    items.push(...page.map(presentExported))
    after = rows.length > EXPORTED_AT_ONCE ? page.at(-1)?.order : undefined
  } while (after !== undefined)
  return ok({ sections: [{ title: '我写的内容', items }] })
}
