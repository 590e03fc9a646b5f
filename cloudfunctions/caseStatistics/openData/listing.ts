import type { caseStatistics } from '../../../contract/caseStatistics'
import { ok } from '../../../contract/result'
import { linkPhotos } from '../../platform/photos'
import type { Methods } from '../../platform/serve'
import * as store from './store'

/** The months, newest first, after the description that explains them; a file that is gone has no link. */
export const listOpenData: Methods<typeof caseStatistics>['listOpenData'] = async () => {
  const rows = await store.listFiles()
  const links = await linkPhotos(rows.map(({ file }) => file.fileId))
  return ok({
    files: rows.flatMap(({ file, rows: cases, madeAt }) => {
      const url = links.get(file.fileId)
      return url ? [{ name: file.fileName, url, rows: cases, bytes: file.bytes, madeAt }] : []
    }),
  })
}
