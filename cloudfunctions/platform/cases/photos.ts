import type { CasePhoto } from '../../../contract/cases/cases'
import { REPORT_UPLOADS } from '../../../contract/reporting'
import { type KeptPhoto, keepPhotos, presentPhotos, removeUploads as removeUploadsOf } from '../keptPhotos'

/** Photos of cases. */

const PLACE = { uploads: REPORT_UPLOADS, folder: 'casePhotos', purpose: 'casePhoto' }

export { filesOf } from '../keptPhotos'

export const keepCasePhotos = (uploads: string[]) => keepPhotos(PLACE, uploads)

export const removeUploads = (uploads: string[]): Promise<void> => removeUploadsOf(PLACE, uploads)

export const presentCasePhotos = (photos: readonly KeptPhoto[], links: Map<string, string>): CasePhoto[] =>
  presentPhotos(photos, links)
