import type { moderation } from '../../contract/moderation'
import type { Methods } from '../platform/serve'
import { appealContent, exportMyData, listMyContents, withdrawContent } from './authors'
import { decideContent, getContent, listContents, placeOf } from './decisions'

/** Moderation's methods, as the contract declares them. */
export const methods: Methods<typeof moderation> = {
  getContent: { placeOf, run: getContent },
  listContents,
  decideContent: { placeOf, run: decideContent },
  listMyContents,
  appealContent,
  withdrawContent,
  exportMyData,
}
