import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import type { TableProps } from './columns'

/** A card for each row: what the row is called, and what is known of it. */
export const Cards = <Row,>({ columns: [name, ...rest], rows, keyOf, onPress }: TableProps<Row>) => (
  <View className="tableCards">
    {rows.map((row) => (
      <Card key={keyOf(row)} onPress={onPress && (() => onPress(row))}>
        <View className="tableCards__name">{name.show(row)}</View>
        {rest.map(({ key, title, show }) => (
          <View key={key} className="tableCards__fact">
            <View className="tableCards__title">{title}</View>
            <View className="tableCards__value words-break">{show(row)}</View>
          </View>
        ))}
      </Card>
    ))}
  </View>
)
