import type { NamedPlace } from '@contract/places'
import { ScrollView, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { pathWords } from '@/components/placeName/names'
import { Pressable } from '@/components/pressable'

interface RecentProps {
  places: NamedPlace[]
  onChoose: (place: NamedPlace) => void
}

export const Recent = ({ places, onChoose }: RecentProps) =>
  places.length === 0 ? null : (
    <ScrollView className="placePicker__recent" scrollX enhanced showScrollbar={false}>
      <View className="placePicker__recentLine">
        {places.map((place) => (
          <Pressable
            key={place.code}
            className="placePicker__recentPlace"
            label={`最近选过：${pathWords(place.path)}`}
            onPress={() => onChoose(place)}
          >
            <Icon name="clock" size="small" />
            <View>{place.path.at(-1)}</View>
          </Pressable>
        ))}
      </View>
    </ScrollView>
  )
