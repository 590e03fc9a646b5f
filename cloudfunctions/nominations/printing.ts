import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { loadPicture } from '../platform/documents/pictures'
import { asFileName, saveDocument } from '../platform/documents/saveDocument'
import type { Methods } from '../platform/serve'
import { subjectOf } from './decisions'
import { findOwn } from './drafts'
import { formWords } from './formWords'
import type { FormPhoto } from './recommendationForm'
import { findHandedIn } from './reviewing'
import type { NominationRow } from './rows'
import { PHOTO_KIND_WORDS } from './words'

/** The 推荐表 as a document. It holds the contact, as the annex asks; so it is for its author and, audited, for staff. */

type NominationsMethods = Methods<typeof nominations>

export const printMyNomination: NominationsMethods['printMyNomination'] = async ({
  input,
  caller,
  requestId,
}) => {
  const row = await findOwn(input.nominationId, caller.accountId)
  const campaign = row && (await findCampaign(row.campaignId))
  if (!row || !campaign) return fail({ code: 'nomination_not_found' })
  return ok(await print(row, campaign, { accountId: caller.accountId, requestId }))
}

export const printNomination: NominationsMethods['printNomination']['run'] = async ({
  input,
  caller,
  requestId,
  note,
}) => {
  const found = await findHandedIn(input.nominationId)
  if (!found) return fail({ code: 'nomination_not_found' })
  note({ subject: subjectOf(input.nominationId), before: undefined, after: { contact: 'shown' } })
  return ok(await print(found.row, found.campaign, { accountId: caller.accountId, requestId }))
}

/** What makes documents is large, so it is loaded only where one is made. */
async function print(
  row: NominationRow,
  campaign: CampaignRow,
  key: { accountId: string; requestId: string },
) {
  const { makeForm } = await import('./recommendationForm')
  const bytes = await makeForm(formWords(row, campaign, await loadPhotos(row)))
  return saveDocument(bytes, `${asFileName(row.name || '未命名')}推荐表.docx`, key)
}

/** A photo for pages has less than a tenth of this. */
const PICTURE_BYTES_MAX = 10 * 1_048_576

/** The ones for pages: 1600 pixels over 16 centimetres print as well as anybody can see. A file that is gone is left out. */
async function loadPhotos({ photos }: NominationRow): Promise<FormPhoto[]> {
  const loaded = await Promise.all(
    photos.map(async ({ page, kind, description }) => {
      const picture = await loadPicture(page, PICTURE_BYTES_MAX)
      return picture ? [{ ...picture, caption: `${PHOTO_KIND_WORDS[kind]}：${description}` }] : []
    }),
  )
  return loaded.flat()
}
