import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import './index.scss'

export interface TimelineStep {
  key: string
  name: string
  /** When, in words. */
  time: string
  state: 'done' | 'now' | 'next'
}

const states = {
  done: { icon: 'success', word: '已结束' },
  now: { icon: 'dot', word: '正在进行' },
  next: { icon: 'empty', word: '还没开始' },
} as const

/** Public stages in order, each with its state in words and shape. */
export const Timeline = ({ steps }: { steps: TimelineStep[] }) => (
  <View className="timeline">
    {steps.map(({ key, name, time, state }) => (
      <View key={key} className={`timeline__step timeline__step--${state}`}>
        <Icon name={states[state].icon} size="small" />
        <View className="timeline__words">
          <View className="timeline__name">
            {name} · {states[state].word}
          </View>
          <View className="timeline__time">{time}</View>
        </View>
      </View>
    ))}
  </View>
)
