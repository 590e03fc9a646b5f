import type { NominationState, NominationSummary, QuotaView } from '@contract/nominations'
import { nominationStateWords } from '@/words/nominations'

/** What staff read of nominations. */

/** What stands in the history, as the cloud names it. */
const historyActs: Record<string, string> = {
  started: '开始填写',
  submitted: '提交',
  withdrawn: '作者撤回',
  returned: '退回修改',
  forwarded: '推荐到市里',
  recalled: '收回推荐',
  declined: '不予推荐',
  admitted: '列入选票',
  machineDoubts: '自动检查拿不准文字，请留意',
  machineSilent: '文字没有经过自动检查，请留意',
}

/** An act of a newer cloud stands for itself. */
export const nominationActWords = (act: string): string => historyActs[act] ?? act

/** States that staff see, in the order of the work. */
const SEEN = ['submitted', 'returned', 'forwarded', 'declined', 'admitted'] as const
export type SeenState = (typeof SEEN)[number]

export const isSeenState = (state: string | undefined): state is SeenState =>
  SEEN.some((seen) => seen === state)

export const seenStates: { value: SeenState; text: string }[] = SEEN.map((value) => ({
  value,
  text: nominationStateWords[value satisfies NominationState].text,
}))

const DISTRICT_DIGITS = 6

/** The unit that reviews a nomination, by its place and department, as quotas are listed. */
export const unitOf = ({
  departmentId,
  placeCode,
}: Pick<NominationSummary, 'departmentId' | 'placeCode'>) => ({
  departmentId: departmentId ?? undefined,
  placeCode: placeCode.slice(0, DISTRICT_DIGITS),
})

export interface QuotaSum {
  quota: number
  used: number
  waiting: number
}

export const sumOf = (quotas: QuotaView[]): QuotaSum =>
  quotas.reduce(
    (sum, { quota, used, waiting }) => ({
      quota: sum.quota + quota,
      used: sum.used + used,
      waiting: sum.waiting + waiting,
    }),
    { quota: 0, used: 0, waiting: 0 },
  )

/** 名额 2 个，已用 1 个 */
export const quotaWords = ({ quota, used }: Pick<QuotaSum, 'quota' | 'used'>): string =>
  `名额 ${quota} 个，已用 ${used} 个`
