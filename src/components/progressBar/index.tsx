import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import './index.scss'

interface ProgressBarProps {
  /** 0–1. */
  progress: number
  /** What is going on, with its number. */
  text: string
}

export const ProgressBar = ({ progress, text }: ProgressBarProps) => (
  <View className="progressBar" {...accessible({ role: 'progressbar', label: text })}>
    <View className="progressBar__track">
      <View
        className="progressBar__done"
        style={{ width: `${Math.round(Math.min(Math.max(progress, 0), 1) * 100)}%` }}
      />
    </View>
    <View className="progressBar__text">{text}</View>
  </View>
)
