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

const shapes = { done: 'success', now: 'dot', next: 'empty' } as const

const stageWords = { done: '已结束', now: '正在进行', next: '还没开始' }

interface TimelineProps {
  steps: TimelineStep[]
  words?: Record<TimelineStep['state'], string>
}

/** Steps in order, each with its state in words and shape. */
export const Timeline = ({ steps, words = stageWords }: TimelineProps) => (
  <View className="timeline">
    {steps.map(({ key, name, time, state }) => (
      <View key={key} className={`timeline__step timeline__step--${state}`}>
        <Icon name={shapes[state]} size="small" />
        <View className="timeline__words">
          <View className="timeline__name">
            {name} · {words[state]}
          </View>
          <View className="timeline__time">{time}</View>
        </View>
      </View>
    ))}
  </View>
)
