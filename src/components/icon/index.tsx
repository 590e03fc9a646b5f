import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import type { IconName } from './names'
import './index.scss'
import './drawings.scss'

interface IconProps {
  name: IconName
  size?: 'small' | 'medium' | 'large'
  /** Only where no words stand beside the icon. */
  label?: string
}

/** Takes the colour and grows with the type of the text around it. */
export const Icon = ({ name, size = 'medium', label }: IconProps) => (
  <View
    className={`icon icon--${size} icon--${name}`}
    {...(label ? accessible({ role: 'img', label }) : accessible({ hidden: true }))}
  />
)
