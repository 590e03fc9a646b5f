import { randomUUID } from 'node:crypto'
import { expectValue } from './builders'
import type { Cloud, Person } from './cloud'

/** What people write and photograph, for tests. The marks are those of localcloud's stand-ins. */

export const DOUBTFUL_TEXT = '这句话待审示例'
export const REFUSED_TEXT = '这句话违规示例'
export const DOUBTFUL_PICTURE = 'a picture REVIEW-EXAMPLE'
export const REFUSED_PICTURE = 'a picture RISKY-EXAMPLE'

/** Uploads as the mini-program does; answers the file id. */
export async function aPicture(
  cloud: Cloud,
  person: Person,
  bytes: string | Uint8Array<ArrayBuffer>,
  path = `uploads/2026-11/${randomUUID()}.jpg`,
): Promise<string> {
  const answer = await fetch(`${cloud.url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
    body: bytes,
  })
  const { fileID } = (await answer.json()) as { fileID?: string }
  if (!fileID) throw new Error(`the upload of ${path} answered ${answer.status}`)
  return fileID
}

/** A comment by `person`; `pictures` are their bytes. */
export async function aComment(
  cloud: Cloud,
  person: Person,
  campaignId: string,
  { text = '这条街很干净', pictures = [] as string[] } = {},
): Promise<{ contentId: string; state: string }> {
  const files: string[] = []
  for (const bytes of pictures) files.push(await aPicture(cloud, person, bytes))
  return expectValue(await person.voting('writeComment', { campaignId, text, pictures: files }))
}

/** What everyone sees of a campaign's comments. */
export const shownOf = async (cloud: Cloud, campaignId: string) =>
  expectValue(await cloud.nobody.voting('listComments', { campaignId })).comments

/** The author's own view of a comment. */
export async function ownOf(author: Person, contentId: string) {
  const { contents } = expectValue(await author.moderation('listMyContents', {}))
  const found = contents.find((content) => content.contentId === contentId)
  if (!found) throw new Error(`${contentId} is not among the author's`)
  return found
}

/** Makes WeChat answer every question about a picture with this trace id, and answer no further by itself. */
export const nameTrace = (cloud: Cloud, traceId: string) =>
  cloud.control('openapi', {
    apiName: 'security.mediaCheckAsync',
    rule: { answer: { errcode: 0, errmsg: 'ok', trace_id: traceId } },
  })

export const mediaCheckResult = (traceId: string, changes: object = { result: { suggest: 'pass' } }) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: traceId,
  errcode: 0,
  ...changes,
})

export const takeRulesBack = async (cloud: Cloud) => {
  for (const apiName of ['security.msgSecCheck', 'security.mediaCheckAsync'])
    await cloud.control('openapi', { apiName, rule: null })
}
