import type { ContentCause, ContentState } from '@contract/moderation'

/** What becomes of what people write, in plain Chinese. */

export const contentStateWords: Record<
  ContentState,
  { text: string; tone: 'done' | 'waiting' | 'wrong' | 'plain' }
> = {
  checking: { text: '正在检查', tone: 'waiting' },
  visible: { text: '已公开', tone: 'done' },
  underReview: { text: '等工作人员看', tone: 'waiting' },
  hidden: { text: '没有公开', tone: 'wrong' },
  withdrawn: { text: '已撤回', tone: 'plain' },
}

export const contentCauseWords: Record<ContentCause, string> = {
  machineDoubts: '自动检查拿不准，要由工作人员看过再决定。',
  machineRefuses: '自动检查认为不适合公开。',
  noAnswer: '自动检查没有结果，要由工作人员看过再决定。',
  appeal: '你申请了人工复核，工作人员会再看一次。',
  staff: '工作人员看过后作出的决定。',
}
