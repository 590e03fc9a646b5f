import { placeName } from '@contract/places/names'
import { roleWords } from '@/words/roles'
import { isOrganisationKind, organisationKindWords } from './organisationWords'
import { lastDayWords } from './staffWords'

/** What an act was about, in words: the human parts of its input as the audit trail keeps it. */

export interface Line {
  key: string
  value: string
}

type Input = Record<string, unknown>

const LONGEST_TEXT = 60
const ACCOUNT_CODE_LENGTH = 6

const shortened = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text

/** Enough of an account's id to tell colleagues apart. */
export const accountCode = (accountId: string): string => accountId.slice(-ACCOUNT_CODE_LENGTH)

const parsed = (json: string): Input | null => {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Input) : null
  } catch {
    return null
  }
}

/** A long input is kept only to a length, so its JSON may end anywhere: everything before the cut is still read. */
const readInput = (kept: string): Input => {
  for (let end = kept.length; end > 0; end = kept.lastIndexOf(',"', end - 1)) {
    const part = kept.slice(0, end)
    const input = parsed(part) ?? parsed(`${part}"}`) ?? parsed(`${part}}`)
    if (input) return input
  }
  return {}
}

const grantLine = ({ role, placeCode }: Input): Line[] => {
  if (typeof role !== 'string' || typeof placeCode !== 'string') return []
  const words = (roleWords as Record<string, string>)[role]
  return words ? [{ key: '身份', value: `${placeName(placeCode)}${words}` }] : []
}

const endLine = ({ role, endsAt }: Input): Line[] => {
  if (role === undefined || endsAt === undefined) return []
  return [{ key: '授权到', value: typeof endsAt === 'number' ? lastDayWords(endsAt) : '一直有效' }]
}

const textLine = (key: string, value: unknown): Line[] =>
  typeof value === 'string' && value ? [{ key, value: shortened(value) }] : []

const kindLine = ({ kind }: Input): Line[] =>
  typeof kind === 'string' && isOrganisationKind(kind)
    ? [{ key: '组织类别', value: organisationKindWords[kind] }]
    : []

const decisionWords: Record<string, string> = { release: '公开', hide: '不公开' }

const decisionLine = ({ decision }: Input): Line[] =>
  typeof decision === 'string' ? [{ key: '决定', value: decisionWords[decision] ?? decision }] : []

const numberLine = (key: string, value: unknown, words: (value: number) => string): Line[] =>
  typeof value === 'number' ? [{ key, value: words(value) }] : []

const placeLine = ({ districtCode }: Input): Line[] =>
  typeof districtCode === 'string' ? [{ key: '所在地区', value: placeName(districtCode) }] : []

const accountLine = ({ accountId }: Input): Line[] =>
  typeof accountId === 'string' ? [{ key: '对方账号', value: `尾号 ${accountCode(accountId)}` }] : []

/** Labelled lines for people. Ids and what has no words here are left out. */
export const inputLines = (method: string, kept: string): Line[] => {
  const input = readInput(kept)
  const isRevision = method === 'reviseCandidate'
  return [
    ...textLine(method === 'grantRole' ? '姓名' : '名称', input.name),
    ...kindLine(input),
    ...placeLine(input),
    ...numberLine('名单版本', input.version, (version) => `第 ${version} 版`),
    ...grantLine(input),
    ...endLine(input),
    ...decisionLine(input),
    ...accountLine(input),
    ...textLine(isRevision ? '修改后的介绍' : '一句话介绍', input.summary),
    ...textLine(isRevision ? '修改后的实绩' : '工作实绩', input.achievements),
    ...textLine('简介', input.introduction),
    ...textLine('依据', input.note),
    ...textLine('原因', input.reason),
  ]
}
