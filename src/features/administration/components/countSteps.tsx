import type { CountView } from '@contract/voting'
import { Card } from '@/components/card'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { momentWords } from '@/words/moments'
import { nextStep, type Step } from '../steps'

const WORDS = { done: '已完成', now: '现在', next: '还没到' }
const ORDER: Step[] = [
  'close',
  'closing',
  'settle',
  'recount',
  'seal',
  'propose',
  'confirm',
  'publish',
  'done',
]

const stateOf = (step: Step, current: Step | null): TimelineStep['state'] => {
  if (current === null) return 'next'
  const difference = ORDER.indexOf(step) - ORDER.indexOf(current)
  if (difference === 0) return 'now'
  return difference < 0 ? 'done' : 'next'
}

const when = (time: number | null | undefined, otherwise: string) => (time ? momentWords(time) : otherwise)

/** From voting to the published list, and where this campaign stands on the way. */
export const CountSteps = ({ view }: { view: CountView }) => {
  const steps: { key: Step; name: string; time: string }[] = [
    { key: 'close', name: '投票', time: `${momentWords(view.votingClosesAt)} 结束` },
    { key: 'settle', name: '保存最后的选票', time: `${momentWords(view.settledAt)} 完成` },
    { key: 'recount', name: '清点全部选票', time: when(view.recount?.finishedAt, '投票结束后可以开始') },
    { key: 'seal', name: '封存选票', time: when(view.sealedAt, '清点一致、待核查的处理完以后可以封存') },
    { key: 'propose', name: '生成候选名单', time: when(view.list?.proposedAt, '封存后可以生成') },
    { key: 'confirm', name: '确认名单', time: when(view.list?.confirmedAt, '核对无误后确认') },
    { key: 'publish', name: '公布', time: when(view.list?.publishedAt, '公布后市民可以看到') },
  ]
  const current = nextStep(view)
  return (
    <Card title="进度">
      <Timeline words={WORDS} steps={steps.map((step) => ({ ...step, state: stateOf(step.key, current) }))} />
    </Card>
  )
}
