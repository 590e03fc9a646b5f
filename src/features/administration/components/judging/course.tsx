import { panelNeeded } from '@contract/campaigns'
import type { ChairView } from '@contract/judging'
import { Card } from '@/components/card'
import { Timeline, type TimelineStep } from '@/components/timeline'
import { momentWords } from '@/words/moments'
import { nextSessionStep, type SessionStep, sheetsGiven } from '../../sessionSteps'

const WORDS = { done: '已完成', now: '现在', next: '还没到' }
const ORDER: SessionStep[] = ['seat', 'commit', 'draw', 'open', 'call', 'close', 'done']

interface Part {
  key: SessionStep
  name: string
  /** What was done, or what it needs. */
  time: string
}

const panelWords = ({ panel, plan }: ChairView): string =>
  `至少 ${panelNeeded(plan)} 位评委，现在 ${panel.length} 位`

const scoringWords = (view: ChairView): string => {
  const { scored, expected } = sheetsGiven(view)
  return view.state === 'open' || view.state === 'closed'
    ? `已收到 ${scored} 份评分，共 ${expected} 份`
    : '评委在手机上打分'
}

const closingWords = ({ closedAt }: ChairView): string =>
  closedAt === null ? '评分交齐后结束，不能重新打开' : `${momentWords(closedAt)} 结束`

const drawnWords = ({ draw }: ChairView): string =>
  draw?.drawnAt ? `${momentWords(draw.drawnAt)} 公布种子和演讲顺序` : '公布种子，所有人可以核对'

const partsOf = (view: ChairView): Part[] => {
  const { draw, entries, kind } = view
  const fixed = draw ? `${entries.length} 个对象，${momentWords(draw.committedAt)}` : '以后对象不能增减'
  const isSpoken = kind === 'experts'
  return [
    { key: 'seat', name: '组成评审组', time: panelWords(view) },
    { key: 'commit', name: isSpoken ? '固定名单，公布抽签承诺' : '固定名单', time: fixed },
    ...(isSpoken ? [{ key: 'draw', name: '抽签', time: drawnWords(view) } as const] : []),
    { key: 'open', name: '开始评分', time: '评委会收到通知，评分标准不能再改' },
    { key: 'call', name: isSpoken ? '逐个演讲和评分' : '评分', time: scoringWords(view) },
    { key: 'close', name: '结束评审', time: closingWords(view) },
  ]
}

const stateOf = (view: ChairView, step: SessionStep): TimelineStep['state'] => {
  const next = nextSessionStep(view)
  // Without speakers the judges score while the close is all that is left to do.
  const current = next === 'close' && view.kind === 'selectionGroup' ? 'call' : next
  const difference = ORDER.indexOf(step) - ORDER.indexOf(current)
  if (difference === 0) return 'now'
  return difference < 0 ? 'done' : 'next'
}

/** From an empty panel to the result, and where this session stands on the way. */
export const Course = ({ view }: { view: ChairView }) => (
  <Card title="步骤">
    <Timeline
      words={WORDS}
      steps={partsOf(view).map((part) => ({ ...part, state: stateOf(view, part.key) }))}
    />
  </Card>
)
