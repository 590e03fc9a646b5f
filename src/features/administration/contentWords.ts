import type { ContentCause, ContentState } from '@contract/moderation'

/** Content that waits for a person, in words. */

export const causeWords: Record<ContentCause, string> = {
  machineDoubts: '自动检查拿不准，请你看一看。',
  machineRefuses: '自动检查没有通过，所以没有公开。',
  noAnswer: '自动检查没有给出结果，请你看一看。',
  appeal: '自动检查没有通过，作者不同意，请你再看一看。',
  staff: '工作人员决定不公开。',
}

export const reviewStateWords: Record<
  ContentState,
  { tone: 'done' | 'waiting' | 'wrong' | 'plain'; text: string }
> = {
  checking: { tone: 'plain', text: '正在自动检查' },
  visible: { tone: 'done', text: '已公开' },
  underReview: { tone: 'waiting', text: '等你决定' },
  hidden: { tone: 'wrong', text: '没有公开' },
  withdrawn: { tone: 'plain', text: '作者已撤回' },
}

const verdicts = { pass: '通过', review: '拿不准', risky: '没有通过' }

const actWords: Record<string, string> = {
  'no answer': '自动检查没有结果，转给工作人员',
  appeal: '作者申请复核',
  release: '决定公开',
  hide: '决定不公开',
  withdraw: '作者撤回',
  answered: '公开答复',
}

/** An act of the history. The machine's are its verdict about the text or a picture. */
export const historyWords = (act: string): string => {
  const [what, verdict] = act.split(' ')
  const isVerdict = verdict !== undefined && verdict in verdicts && (what === 'text' || what === 'picture')
  if (!isVerdict) return actWords[act] ?? act
  return `${what === 'text' ? '文字' : '照片'}自动检查：${verdicts[verdict as keyof typeof verdicts]}`
}

export type Decision = 'release' | 'hide'

/** What is usually said; anything else is written out. The author reads why something is not shown. */
export const readyReasons: Record<Decision, string[]> = {
  release: ['内容正常', '申诉有理', '自动检查有误'],
  hide: ['辱骂或攻击他人', '广告', '与活动无关', '透露了个人信息', '内容不实'],
}
