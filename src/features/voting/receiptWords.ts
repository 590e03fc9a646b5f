import type { Receipt } from '@contract/voting'

interface ReceiptWords {
  tone: 'done' | 'waiting' | 'information'
  text: string
  /** What it means for the voter. */
  line: string | null
}

/** What has become of a ballot. */
export const receiptWords: Record<Receipt['state'], ReceiptWords> = {
  stored: { tone: 'waiting', text: '已保存，等待计票', line: null },
  counted: { tone: 'done', text: '已计入票数', line: null },
  pending: { tone: 'waiting', text: '已保存，等待核查', line: '由两名工作人员核查以后，决定是否计入。' },
  notCounted: {
    tone: 'information',
    text: '没有计入票数',
    line: '按活动事先公布的风险规则，这张选票不计入。',
  },
  struck: { tone: 'information', text: '已剔除，没有计入票数', line: '两名工作人员核查以后剔除。' },
}
