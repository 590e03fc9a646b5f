import { View } from '@tarojs/components'
import { Pressable } from '@/components/pressable'
import { numberWords } from '@/words/numbers'
import './index.scss'

interface RankRowProps {
  rank: number
  name: string
  place: string
  /** A number of votes; anything else that ranks, in words with its unit. */
  votes: number | string
  /** How this place was decided, where votes alone did not. */
  note: string | null
  onPress?: () => unknown
}

const Content = ({ rank, name, place, votes, note }: RankRowProps) => (
  <>
    <View className="rankRow__rank">{rank}</View>
    <View className="rankRow__words">
      <View className="rankRow__name">{name}</View>
      <View className="rankRow__note">{note ? `${place} · ${note}` : place}</View>
    </View>
    <View className="rankRow__votes">{typeof votes === 'number' ? `${numberWords(votes)} 票` : votes}</View>
  </>
)

/** One place in a ranking. */
export const RankRow = (props: RankRowProps) => {
  const { onPress } = props
  if (!onPress)
    return (
      <View className="rankRow">
        <Content {...props} />
      </View>
    )
  return (
    <Pressable className="rankRow" onPress={onPress}>
      <Content {...props} />
    </Pressable>
  )
}
