import type { Winner } from '@contract/awards'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import './winnerCard.scss'

interface WinnerCardProps {
  winner: Winner
  onPress: () => unknown
}

/** One winner with its photograph large; the whole of it leads to its page. */
export const WinnerCard = ({ winner, onPress }: WinnerCardProps) => {
  const { name, districtCode, streetName, summary, coverUrl } = winner
  const place = `${placeName(districtCode)} ${streetName}`.trim()
  return (
    <Pressable className="winnerCard" label={[name, place, summary].join(' ')} onPress={onPress}>
      <Photo url={coverUrl} description={`${name}的照片`} />
      <View className="winnerCard__words">
        <View className="winnerCard__name">{name}</View>
        <View className="winnerCard__place">{place}</View>
        <View className="winnerCard__summary">{summary}</View>
      </View>
    </Pressable>
  )
}
