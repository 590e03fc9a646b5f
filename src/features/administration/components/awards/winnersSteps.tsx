import type { WinnersView } from '@contract/awards'
import { Card } from '@/components/card'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { momentWords } from '@/words/moments'
import { CONFIRMATIONS_NEEDED, type WinnersStep, winnersStep } from '../../awardWords'

const WORDS = { done: '已完成', now: '现在', next: '还没到' }
const ORDER: WinnersStep[] = ['propose', 'confirm', 'publish', 'done']

const stateOf = (step: WinnersStep, current: WinnersStep): TimelineStep['state'] => {
  const difference = ORDER.indexOf(step) - ORDER.indexOf(current)
  if (difference === 0) return 'now'
  return difference < 0 ? 'done' : 'next'
}

const confirmedWords = (winners: WinnersView | null): string => {
  const names = winners?.confirmedBy ?? []
  if (names.length === 0) return `要 ${CONFIRMATIONS_NEEDED} 位管理员各确认一次`
  const words = `${names.join('、')} 已确认`
  return names.length < CONFIRMATIONS_NEEDED ? `${words}，还要另一位管理员确认` : words
}

/** From the result to the published winners, and who has confirmed them. */
export const WinnersSteps = ({ winners }: { winners: WinnersView | null }) => {
  const current = winnersStep(winners)
  const steps: { key: WinnersStep; name: string; time: string }[] = [
    {
      key: 'propose',
      name: '生成名单',
      time: winners ? `第 ${winners.version} 版` : '专家评审结束，或者候选名单公布以后',
    },
    { key: 'confirm', name: '确认名单', time: confirmedWords(winners) },
    {
      key: 'publish',
      name: '公布',
      time: winners?.publishedAt ? momentWords(winners.publishedAt) : '公布后所有人可以看到',
    },
  ]
  return (
    <Card title="进度">
      <Timeline words={WORDS} steps={steps.map((step) => ({ ...step, state: stateOf(step.key, current) }))} />
    </Card>
  )
}
