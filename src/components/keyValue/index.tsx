import { View } from '@tarojs/components'
import './index.scss'

interface KeyValueProps {
  rows: { key: string; value: string }[]
}

/** Facts by name, one under the other; long values may be selected and copied. */
export const KeyValue = ({ rows }: KeyValueProps) => (
  <View className="keyValue">
    {rows.map(({ key, value }) => (
      <View key={key} className="keyValue__row">
        <View className="keyValue__key">{key}</View>
        <View className="keyValue__value words-break">{value}</View>
      </View>
    ))}
  </View>
)
