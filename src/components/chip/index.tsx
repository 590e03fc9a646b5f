import { ScrollView, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import './index.scss'

interface ChipProps {
  text: string
  /** Where the words alone do not say what is chosen. */
  label?: string
  isChosen: boolean
  onPress: () => void
}

/** A choice of its own; the tick says the same as the colour. */
export const Chip = ({ text, label = text, isChosen, onPress }: ChipProps) => (
  <Pressable
    className={`chip ${isChosen ? 'chip--chosen' : ''}`}
    role="checkbox"
    label={label}
    checked={isChosen}
    onPress={onPress}
  >
    {isChosen ? <Icon name="check" size="small" /> : null}
    <View>{text}</View>
  </Pressable>
)

interface FilterChipsProps<Value extends string> {
  options: { value: Value; text: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** One of several, in a line that scrolls sideways. */
export const FilterChips = <Value extends string>({ options, chosen, onChoose }: FilterChipsProps<Value>) => (
  <ScrollView className="filterChips" scrollX enhanced showScrollbar={false}>
    <View className="filterChips__line">
      {options.map(({ value, text }) => (
        <Chip key={value} text={text} isChosen={value === chosen} onPress={() => onChoose(value)} />
      ))}
    </View>
  </ScrollView>
)
