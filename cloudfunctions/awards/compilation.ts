import type { awards } from '../../contract/awards'
import type { CampaignKind } from '../../contract/campaigns'
import { placeName } from '../../contract/places/names'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CandidateRow } from '../platform/campaigns/rows'
import { shanghaiDay } from '../platform/clock'
import { loadPicture } from '../platform/documents/pictures'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import type { Methods } from '../platform/serve'
import { type Chapter, compilationDocument } from './compilationDocument'
import type { ChapterPhoto } from './compilationPieces'
import * as store from './store'

/** Brings together what the compilation is made of: the winners' cases and their photos in page size. */

type AwardsMethods = Methods<typeof awards>

export const printCompilation: AwardsMethods['printCompilation']['run'] = async (call) => {
  const { input, caller, requestId, note } = call
  const [campaign, winners] = await Promise.all([
    findCampaign(input.campaignId),
    store.findWinners(input.campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (winners?.status !== 'published' || winners.publishedAt === null)
    return fail({ code: 'winners_not_published' })
  const candidates = await store.listCandidates(winners.entries.map(({ candidateId }) => candidateId))
  const bytes = await compilationDocument({
    title: campaign.name,
    organiser: campaign.organiser,
    basis: campaign.basis,
    month: monthWords(winners.publishedAt),
    isDemo: campaign.isDemo,
    heading: HEADINGS[campaign.kind],
    chapters: await chaptersOf(candidates),
  })
  const fileName = `${asFileName(campaign.name)}材料汇编.docx`
  note({ subject: `winners/${campaign._id}`, before: null, after: { fileName } })
  return ok(await saveDocument(bytes, fileName, { accountId: caller.accountId, requestId }))
}

/** What the long text of an entry is called. */
const HEADINGS: Record<CampaignKind, string> = {
  organisations: '工作实绩',
  units: '工作实绩',
  sites: '设计说明',
  cases: '事迹介绍',
}

/** `2026年12月` in Shanghai. */
const monthWords = (time: number): string => {
  const [year, month] = shanghaiDay(time).split('-')
  return `${year}年${Number(month)}月`
}

/** A photo in page size has a few hundred kilobytes; what is much larger was never brought to that size. */
const PHOTO_BYTES = 3 * 1_048_576
/** All photos of one document: it is held in memory three times while it is made, of 512 MB. */
const PHOTOS_BYTES = 90 * 1_048_576
const AT_ONCE = 8

async function chaptersOf(candidates: CandidateRow[]): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  let left = PHOTOS_BYTES
  for (const candidate of candidates) {
    const photos = await photosOf(candidate, Math.min(PHOTO_BYTES, Math.floor(left / AT_ONCE)))
    left -= photos.reduce((sum, { picture }) => sum + (picture?.bytes.length ?? 0), 0)
    chapters.push(chapterOf(candidate, photos))
  }
  return chapters
}

async function photosOf({ photos }: CandidateRow, mostBytes: number): Promise<ChapterPhoto[]> {
  const found: ChapterPhoto[] = []
  for (let start = 0; start < photos.length; start += AT_ONCE) {
    const some = photos.slice(start, start + AT_ONCE)
    const pictures = await Promise.all(some.map(({ file }) => loadPicture(file, mostBytes)))
    found.push(
      ...some.map(({ description }, index) => ({
        picture: pictures[index] ?? null,
        caption: description,
      })),
    )
  }
  return found
}

const chapterOf = (
  { name, districtCode, streetName, summary, facts, achievements }: CandidateRow,
  photos: ChapterPhoto[],
): Chapter => ({
  name,
  summary,
  facts: [{ label: '所属区域', text: `${placeName(districtCode)}${streetName}` }, ...facts],
  paragraphs: achievements
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== ''),
  photos,
})
