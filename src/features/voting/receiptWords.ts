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
  pending: {
    tone: 'waiting',
    text: '已保存，等待核查',
    line: '微信没有给出这个账号的安全评估，或者评估需要核查。投票结束后由两名工作人员决定是否计入，不需要你做什么。',
  },
  notCounted: {
    tone: 'information',
    text: '没有计入票数',
    line: '按活动事先公布的规则，微信评估为高风险的账号，选票保存但不计入票数。',
  },
  struck: {
    tone: 'information',
    text: '已剔除，没有计入票数',
    line: '两名工作人员核查以后剔除。有不同意见，请联系活动的主办单位。',
  },
}
