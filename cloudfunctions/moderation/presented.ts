import type { Opinion, OwnContent, ReviewedContent } from '../../contract/moderation'
import type { ExportSection } from '../../contract/ownData'
import { shanghaiTime } from '../platform/clock'
import { pictureUrls } from '../platform/contents/lists'
import type { ContentRow } from '../platform/contents/rows'
import { mayAppeal } from '../platform/contents/rules'

/** What leaves the cloud, chosen field by field. `links` are picture links by file id. */

type Links = Map<string, string>

/** For staff: nothing of who wrote it, nor of which colleague decided. */
export const presentReviewed = (row: ContentRow, links: Links): ReviewedContent => ({
  contentId: row._id,
  kind: row.kind,
  subject: row.subject,
  subjectName: row.subjectName,
  placeCode: row.placeCode,
  text: row.text,
  pictureUrls: pictureUrls(row, links),
  state: row.state,
  cause: row.cause,
  appeal: row.appeal,
  answer: row.answer,
  writtenAt: row.writtenAt,
  version: row.version,
  history: row.history.map(({ at, act, reason }) => ({ at, act, reason })),
})

/** For those who answer: what everyone sees. */
export const presentOpinion = (row: ContentRow, links: Links): Opinion => ({
  contentId: row._id,
  subject: row.subject,
  subjectName: row.subjectName,
  text: row.text,
  pictureUrls: pictureUrls(row, links),
  answer: row.answer,
  writtenAt: row.writtenAt,
  version: row.version,
})

export const presentOwn = (row: ContentRow, links: Links): OwnContent => ({
  contentId: row._id,
  kind: row.kind,
  subject: row.subject,
  text: row.text,
  pictureUrls: pictureUrls(row, links),
  state: row.state,
  cause: row.cause,
  reason: row.reason,
  mayAppeal: mayAppeal(row),
  answer: row.answer,
  writtenAt: row.writtenAt,
})

const STATE_WORDS: Record<ContentRow['state'], string> = {
  checking: '正在检查',
  visible: '已公开',
  underReview: '等工作人员看',
  hidden: '没有公开',
  withdrawn: '已撤回',
}

export const presentExported = (row: ContentRow): ExportSection['items'][number] => ({
  写给: row.subjectName,
  时间: shanghaiTime(row.writtenAt),
  内容: row.text,
  照片: row.pictures.length,
  状态: STATE_WORDS[row.state],
  不公开的原因: row.reason,
  申请复核的理由: row.appeal,
  主办单位的答复: row.answer?.text ?? null,
})
