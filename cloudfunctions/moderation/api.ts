import type { moderation } from '../../contract/moderation'
import type { Methods } from '../platform/serve'
import { appealContent, exportMyData, listMyContents, withdrawContent } from './authors'
import { answerContent, decideContent, getContent, listContents, listOpinions, placeOf } from './decisions'

/** Moderation's methods, as the contract declares them. */
export const methods: Methods<typeof moderation> = {
  getContent: { placeOf, run: getContent },
  listContents,
  decideContent: { placeOf, run: decideContent },
  listOpinions,
  answerContent: { placeOf, run: answerContent },
  listMyContents,
  appealContent,
  withdrawContent,
  exportMyData,
}
