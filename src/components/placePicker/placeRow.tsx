import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'

interface PlaceRowProps {
  name: string
  /** Where it is, when the list is of several places. */
  line?: string
  isChosen: boolean
  /** Whether there is a next level to choose from. */
  leadsOn: boolean
  onPress: () => void
}

export const PlaceRow = ({ name, line, isChosen, leadsOn, onPress }: PlaceRowProps) => (
  <Pressable
    className={`placePicker__row ${isChosen ? 'placePicker__row--chosen' : ''}`}
    role="radio"
    checked={isChosen}
    label={line ? `${name}，${line}` : name}
    onPress={onPress}
  >
    <View className="placePicker__words">
      <View>{name}</View>
      {line ? <View className="placePicker__line">{line}</View> : null}
    </View>
    {isChosen ? <Icon name="check" /> : null}
    {leadsOn ? <Icon name="forward" size="small" /> : null}
  </Pressable>
)
