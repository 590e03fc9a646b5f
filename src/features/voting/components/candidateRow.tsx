import type { CandidateSummary } from '@contract/voting'
import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { Photo } from '@/components/photo'
import { Pressable } from '@/components/pressable'
import './candidateRow.scss'

interface CandidateRowProps {
  candidate: CandidateSummary
  districtName: string
  isChosen: boolean
  onOpen?: () => unknown
  /** Absent where choosing makes no sense (any more). */
  onToggle?: () => void
}

/** Photograph, name, one line that helps choose; beside them, as a button of its own, the choice. */
export const CandidateRow = ({ candidate, districtName, isChosen, onOpen, onToggle }: CandidateRowProps) => {
  const { number, name, summary, coverUrl } = candidate
  return (
    <View className="candidateRow">
      <Pressable
        className="candidateRow__main"
        label={`${number}号 ${name} ${summary}`}
        onPress={() => onOpen?.()}
      >
        <View className="candidateRow__photo">
          <Photo url={coverUrl} description={`${name}的照片`} ratio="square" />
        </View>
        <View className="candidateRow__words">
          <View className="candidateRow__name">{name}</View>
          <View className="candidateRow__line">{summary}</View>
        </View>
      </Pressable>
      <View className="candidateRow__foot">
        <View className="candidateRow__place">
          {number}号 · {districtName}
        </View>
        {onToggle ? (
          <Chip
            text={isChosen ? '已选' : '选择'}
            label={`选择 ${name}`}
            isChosen={isChosen}
            onPress={onToggle}
          />
        ) : null}
      </View>
    </View>
  )
}
