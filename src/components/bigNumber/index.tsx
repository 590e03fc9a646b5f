import { View } from '@tarojs/components'
import './index.scss'

interface BigNumberProps {
  value: string
  unit: string
  /** What the number counts. */
  caption: string
}

/** A number that matters, always with its unit. */
export const BigNumber = ({ value, unit, caption }: BigNumberProps) => (
  <View className="bigNumber">
    <View className="bigNumber__line">
      <View className="bigNumber__value">{value}</View>
      <View className="bigNumber__unit">{unit}</View>
    </View>
    <View className="bigNumber__caption">{caption}</View>
  </View>
)
