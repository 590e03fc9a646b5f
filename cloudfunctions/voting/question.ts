import { createHmac, randomBytes } from 'node:crypto'
import type { Question } from '../../contract/voting'
import { base32, keyedName, masterKey } from '../platform/secrets'
import { questionGroups } from './questionWords'

/**
 * The question before a ballot of somewhat doubtful accounts. It is only a brake: it costs a person a glance, and a
 * script that was written for it nothing. What really guards the vote is the ballot's id, the risk rank and the
 * people who look at alerts. A stronger check, such as Tencent's captcha (its ticket checked by
 * `DescribeCaptchaMiniResult`), is another `QuestionProvider` in the place of `questions`, with what it needs on
 * screen in `castSheet`.
 */

/** Who is asked, and what about. An answer is good for this person and campaign only. */
export interface Asked {
  campaignId: string
  accountId: string
}

export interface Given {
  questionId: string
  option: number
}

export interface QuestionProvider {
  ask(asked: Asked, now: number): Question
  /** `unknown`: never put to this person in this campaign, or too long ago. */
  check(asked: Asked, given: Given, now: number): 'right' | 'wrong' | 'unknown'
}

/** As long as Tencent's tickets live, and long enough to be interrupted by a telephone call. */
const ANSWER_TIME = 5 * 60_000
const OPTIONS = 4
const NONCE_LENGTH = 10

/** Names person, campaign, question and end, so that nothing of it needs to be kept. */
const signatureOf = ({ campaignId, accountId }: Asked, nonce: string, end: string): string =>
  keyedName('question', campaignId, accountId, nonce, end)

/** Numbers that follow from the question and from our key, and from nothing else. */
function drawsOf(nonce: string, end: string): (below: number) => number {
  const bytes = createHmac('sha512', masterKey()).update(`question-draw ${nonce} ${end}`).digest()
  let position = 0
  return (below) => bytes.readUInt16BE(2 * position++) % below
}

function takeOne<T>(from: T[], draw: (below: number) => number): T {
  const [taken] = from.splice(draw(from.length), 1)
  if (taken === undefined) throw new Error('nothing is left to draw from')
  return taken
}

/** The question that a nonce stands for, and which of its options is right. */
function questionOf(nonce: string, end: string): { text: string; options: string[]; right: number } {
  const draw = drawsOf(nonce, end)
  const groups = [...questionGroups]
  const { text, words } = takeOne(groups, draw)
  const options = Array.from({ length: OPTIONS - 1 }, () => takeOne([...takeOne(groups, draw).words], draw))
  const right = draw(OPTIONS)
  options.splice(right, 0, takeOne([...words], draw))
  return { text, options, right }
}

/** The one in use: plain words to tell apart. */
export const questions: QuestionProvider = {
  ask: (asked, now) => {
    const nonce = base32(randomBytes(8), NONCE_LENGTH)
    const end = (now + ANSWER_TIME).toString(36)
    const { text, options } = questionOf(nonce, end)
    return { questionId: `${nonce}-${end}-${signatureOf(asked, nonce, end)}`, text, options }
  },
  check: (asked, { questionId, option }, now) => {
    const [nonce = '', end = '', signature] = questionId.split('-')
    if (signature !== signatureOf(asked, nonce, end)) return 'unknown'
    if (!(now < Number.parseInt(end, 36))) return 'unknown'
    return questionOf(nonce, end).right === option ? 'right' : 'wrong'
  },
}
