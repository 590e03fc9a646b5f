import type { ChairView } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { ProgressBar } from '@/components/progressBar'
import { progressOf, scoredWords, sheetsGiven, speakerOf } from '../../sessionSteps'
import './live.scss'
import './liveDesk.scss'

const Count = ({ scored, expected, words }: { scored: number; expected: number; words: string }) => (
  <View className="live__count">
    <View className="live__number">{words}</View>
    <ProgressBar progress={expected === 0 ? 0 : scored / expected} text={`${scored} / ${expected}`} />
  </View>
)

const Speaker = ({ view }: { view: ChairView }) => {
  const entry = speakerOf(view)
  const progress = entry && progressOf(view, entry.candidateId)
  if (!entry || !progress) return <View className="live__name">还没有请第一个上台</View>
  const { missing } = progress
  return (
    <>
      <View className="live__turn">
        正在演讲：第 {entry.turn} 个，共 {view.entries.length} 个
      </View>
      <View className="live__name words-break">{entry.name}</View>
      <View className="live__place">{placeName(entry.districtCode)}</View>
      <Count {...progress} words={scoredWords(progress)} />
      <View className="live__missing">
        {missing.length > 0 ? `还差：${missing.join('、')}` : '评分已交齐'}
      </View>
    </>
  )
}

const Group = ({ view }: { view: ChairView }) => {
  const given = sheetsGiven(view)
  return <Count {...given} words={`已收到 ${given.scored} 份评分，共 ${given.expected} 份`} />
}

/** Whose turn it is and how many have scored, to be read across a room. */
export const Live = ({ view }: { view: ChairView }) => (
  <View className="live" {...accessible({ role: 'status' })}>
    {view.kind === 'experts' ? <Speaker view={view} /> : <Group view={view} />}
  </View>
)
