import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import './index.scss'

interface SkeletonProps {
  shape: 'row' | 'card' | 'text'
  count?: number
}

const parts = {
  row: ['square', 'lines'],
  card: ['picture', 'lines'],
  text: ['lines'],
} as const

/** Stands where content will be, in its shape, until it has come. */
export const Skeleton = ({ shape, count = 1 }: SkeletonProps) => (
  <View className="skeleton" {...accessible({ role: 'status', label: '正在加载' })}>
    {Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are all alike and never change places
      <View key={index} className={`skeleton__piece skeleton__piece--${shape}`}>
        {parts[shape].map((part) => (
          <View key={part} className={`skeleton__${part}`} />
        ))}
      </View>
    ))}
  </View>
)
