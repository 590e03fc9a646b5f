import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon/names'
import './index.scss'

const tones = {
  done: 'success',
  waiting: 'clock',
  wrong: 'failure',
  plain: 'dot',
  information: 'information',
} as const

interface BadgeProps {
  tone: keyof typeof tones
  text: string
  icon?: IconName
}

/** A state in one word, with a shape beside the colour. */
export const Badge = ({ tone, text, icon }: BadgeProps) => (
  <View className={`badge badge--${tone}`}>
    <Icon name={icon ?? tones[tone]} size="small" />
    <View>{text}</View>
  </View>
)
