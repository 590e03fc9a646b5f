import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import './profile.scss'

interface ChipsFieldProps<Value extends string> {
  label: string
  help: string
  words: Record<Value, string>
  all: readonly Value[]
  chosen: Value[]
  onChange: (chosen: Value[]) => void
}

/** Any number of several. */
export const ChipsField = <Value extends string>(props: ChipsFieldProps<Value>) => {
  const { label, help, words, all, chosen, onChange } = props
  const press = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <View className="profile__field">
      <View className="profile__label">{label}</View>
      <View className="profile__chips">
        {all.map((value) => (
          <Chip
            key={value}
            text={words[value]}
            isChosen={chosen.includes(value)}
            onPress={() => press(value)}
          />
        ))}
      </View>
      <View className="profile__help">{help}</View>
    </View>
  )
}
