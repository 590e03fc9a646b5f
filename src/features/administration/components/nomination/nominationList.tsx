import type { NominationSummary } from '@contract/nominations'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/emptyState'
import { Photo } from '@/components/photo'
import { PlaceName } from '@/components/placeName'
import { Pressable } from '@/components/pressable'
import { channelWords } from '@/words/campaigns'
import { momentWords } from '@/words/moments'
import { nominationStateWords } from '@/words/nominations'
import { useArrowKeys } from '../../useArrowKeys'

interface RowProps {
  nomination: NominationSummary
  isOpen: boolean
  onChoose: (nominationId: string) => void
}

const Row = ({ nomination, isOpen, onChoose }: RowProps) => {
  const { nominationId, name, coverUrl, placeCode, channel, submittedAt, state } = nomination
  return (
    <Pressable
      className={`nominationRow ${isOpen ? 'nominationRow--open' : ''}`}
      role="link"
      current={isOpen ? 'true' : undefined}
      onPress={() => onChoose(nominationId)}
    >
      <View className="nominationRow__photo">
        <Photo url={coverUrl} description={`${name}的照片`} ratio="square" />
      </View>
      <View className="nominationRow__words">
        <View className="nominationRow__name words-break">{name}</View>
        <View className="nominationRow__line">
          {placeCode ? <PlaceName code={placeCode} /> : null} · {channelWords[channel]}
        </View>
        {submittedAt === null ? null : (
          <View className="nominationRow__line">{momentWords(submittedAt)} 提交</View>
        )}
        <Badge {...nominationStateWords[state]} />
      </View>
    </Pressable>
  )
}

interface NominationListProps {
  nominations: NominationSummary[]
  openId: string | undefined
  onChoose: (nominationId: string) => void
}

/** What has been received, newest first. */
export const NominationList = ({ nominations, openId, onChoose }: NominationListProps) => {
  const list = useArrowKeys()
  if (nominations.length === 0)
    return <EmptyState icon="document" reason="这里没有这种状态的申报。可以换个状态或者地区看看。" />
  return (
    <View className="nominationList" ref={list}>
      {nominations.map((nomination) => (
        <Row
          key={nomination.nominationId}
          nomination={nomination}
          isOpen={nomination.nominationId === openId}
          onChoose={onChoose}
        />
      ))}
    </View>
  )
}
