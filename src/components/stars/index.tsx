import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import './index.scss'

const STARS = [1, 2, 3, 4, 5]

export const starWords: Record<number, string> = {
  1: '很不满意',
  2: '不满意',
  3: '一般',
  4: '满意',
  5: '很满意',
}

interface StarsProps {
  /** 0: none yet. */
  value: number
  onChange: (value: number) => void
}

/** 1 to 5; how many is also said in words. */
export const Stars = ({ value, onChange }: StarsProps) => (
  <View>
    <View className="stars" {...accessible({ role: 'radiogroup', label: '满意程度' })}>
      {STARS.map((star) => (
        <Pressable
          key={star}
          className={`stars__one ${star <= value ? 'stars__one--chosen' : ''}`}
          role="radio"
          checked={star === value}
          label={`${star} 星，${starWords[star]}`}
          onPress={() => onChange(star)}
        >
          <Icon name={star <= value ? 'starFull' : 'star'} size="large" />
        </Pressable>
      ))}
    </View>
    <View className="stars__words">{value === 0 ? '点星星评价' : `${value} 星，${starWords[value]}`}</View>
  </View>
)
