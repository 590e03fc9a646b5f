import { FORM_FIELDS, type FormField } from '../../contract/campaigns'
import type {
  ForwardedNomination,
  Nomination,
  NominationPhoto,
  NominationSummary,
  ReviewedNomination,
} from '../../contract/nominations'
import type { ExportSection } from '../../contract/ownData'
import type { CampaignRow } from '../platform/campaigns/rows'
import { shanghaiTime } from '../platform/clock'
import { allValues } from './contact'
import type { NominationRow, PhotoRow } from './rows'
import { authorMay } from './rules'
import { CHANNEL_WORDS, STATE_WORDS, shortLabel } from './words'

/** What leaves the cloud, chosen field by field. `links` are picture links by file id. */

export type Links = Map<string, string>

/** Files whose links a list needs, and a page. */
export const coverOf = ({ photos }: NominationRow): string | null => photos[0]?.list ?? null
export const filesOf = ({ photos }: NominationRow): string[] =>
  photos.flatMap(({ list, page }) => [list, page])

const coverUrl = (row: NominationRow, links: Links): string | null => links.get(coverOf(row) ?? '') ?? null

export const presentSummary = (
  row: NominationRow,
  campaignName: string,
  links: Links,
): NominationSummary => ({
  nominationId: row._id,
  campaignId: row.campaignId,
  campaignName,
  channel: row.channel,
  state: row.state,
  name: row.name,
  placeCode: row.placeCode,
  departmentId: row.departmentId,
  summary: row.summary,
  coverUrl: coverUrl(row, links),
  savedAt: row.savedAt,
  submittedAt: row.submittedAt,
})

export const presentPhoto = (photo: PhotoRow, links: Links): NominationPhoto => ({
  photoId: photo.photoId,
  kind: photo.kind,
  description: photo.description,
  width: photo.width,
  height: photo.height,
  listUrl: links.get(photo.list) ?? '',
  pageUrl: links.get(photo.page) ?? '',
})

const presentWhole = (row: NominationRow, campaign: CampaignRow, links: Links, now: number): Nomination => ({
  ...presentSummary(row, campaign.name, links),
  values: row.values,
  photos: row.photos.map((photo) => presentPhoto(photo, links)),
  reviews: row.reviews,
  version: row.version,
  ...authorMay(campaign, row.state, now),
})

/** For its author: with the contact that they have filled in. */
export const presentOwn = (
  row: NominationRow,
  campaign: CampaignRow,
  links: Links,
  now: number,
): Nomination => ({
  ...presentWhole(row, campaign, links, now),
  values: allValues(row),
})

/** For staff: nothing of its author, and of the contact only whether there is one. */
export const presentReviewed = (
  row: NominationRow,
  campaign: CampaignRow,
  links: Links,
  now: number,
): ReviewedNomination => ({
  ...presentWhole(row, campaign, links, now),
  mayEdit: false,
  maySubmit: false,
  mayWithdraw: false,
  hasContact: row.sealedContact !== null,
  mayReview: row.state === 'submitted',
  history: row.history.map(({ at, act, name }) => ({ at, act, name })),
})

export const presentForwarded = (row: NominationRow, links: Links): ForwardedNomination => ({
  nominationId: row._id,
  name: row.name,
  placeCode: row.placeCode,
  summary: row.summary,
  channel: row.channel,
  coverUrl: coverUrl(row, links),
  forwardedAt: row.forwardedAt ?? 0,
})

/** What the audit trail keeps. */
export const auditedNomination = ({ state, version, unit }: NominationRow) => ({ state, version, unit })

export const presentExported = (
  row: NominationRow,
  campaignName: string,
  fields: FormField[],
): ExportSection['items'][number] => {
  const values = allValues(row)
  const filled = fields.map(({ key, label }) => [shortLabel(label), values[key] ?? null])
  return {
    活动: campaignName,
    渠道: CHANNEL_WORDS[row.channel],
    状态: STATE_WORDS[row.state],
    名称: row.name,
    一句话介绍: row.summary,
    ...Object.fromEntries(filled),
    照片: row.photos.length,
    开始填写: shanghaiTime(row.startedAt),
    提交时间: row.submittedAt === null ? null : shanghaiTime(row.submittedAt),
  }
}

/** Fields of a campaign whose form is gone are those of the program. */
export const fieldsOf = (campaign: CampaignRow | null): FormField[] =>
  campaign?.nomination?.fields ??
  (Object.entries(FORM_FIELDS) as [FormField['key'], (typeof FORM_FIELDS)[FormField['key']]][]).map(
    ([key, { label, min, max }]) => ({ key, label, min, max, isRequired: false }),
  )
