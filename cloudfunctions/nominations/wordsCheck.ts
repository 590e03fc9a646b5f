import { FORM_FIELDS } from '../../contract/campaigns'
import type { FormPart, FormProblem } from '../../contract/nominations'
import type { CampaignRow } from '../platform/campaigns/rows'
import { checkText } from '../platform/contents/machine'
import type { Verdict } from '../platform/contents/rows'
import type { MachineAct, NominationRow } from './rows'

/** WeChat's check of what will be public, asked when a nomination is handed in. */

export interface PublicWords {
  part: FormPart
  text: string
}

/** Each part with words that others will read. Numbers and months say nothing that could offend. */
export const publicWords = (row: NominationRow, campaign: CampaignRow): PublicWords[] =>
  [
    { part: 'name' as const, text: row.name },
    { part: 'summary' as const, text: row.summary },
    ...(campaign.nomination?.fields ?? []).flatMap(({ key }) => {
      const { input, isPublic } = FORM_FIELDS[key]
      const value = row.values[key]
      const isText = isPublic && (input === 'text' || input === 'longText') && typeof value === 'string'
      return isText ? [{ part: key, text: value }] : []
    }),
    { part: 'photos' as const, text: row.photos.map(({ description }) => description).join('\n') },
  ].filter(({ text }) => text.trim() !== '')

export const isSameWords = (one: PublicWords[], other: PublicWords[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** WeChat takes up to 2500 characters at once. */
const AT_ONCE = 2000

const pieces = (text: string): string[] => {
  const found: string[] = []
  for (let start = 0; start < text.length; start += AT_ONCE) found.push(text.slice(start, start + AT_ONCE))
  return found
}

/** From the worst to the best. */
const WORST_FIRST: (Verdict | null)[] = ['risky', 'review', null, 'pass']

export interface WordsVerdict {
  problems: FormProblem[]
  /** What the reviewer should know of it. */
  flag: MachineAct | null
}

/** At a desk WeChat cannot be asked (`openid` is null): then a person must look, as when it does not answer. */
export async function checkWords(openid: string | null, words: PublicWords[]): Promise<WordsVerdict> {
  const verdicts = await Promise.all(
    words.map(async ({ part, text }) => ({ part, verdict: await verdictOn(openid, text) })),
  )
  const all = verdicts.map(({ verdict }) => verdict)
  return {
    problems: verdicts
      .filter(({ verdict }) => verdict === 'risky')
      .map(({ part }) => ({ part, message: '这段文字没有通过内容安全检查，请修改' })),
    flag: all.includes('review') ? 'machineDoubts' : all.includes(null) ? 'machineSilent' : null,
  }
}

async function verdictOn(openid: string | null, text: string): Promise<Verdict | null> {
  if (openid === null) return null
  const verdicts = await Promise.all(pieces(text).map((piece) => checkText(openid, piece)))
  return WORST_FIRST.find((each) => verdicts.includes(each)) ?? null
}
