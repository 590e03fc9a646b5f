import type { MySession } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/card'
import './speaking.scss'

/** Whose turn it is now, on top and large: read at arm's length. */
export const Speaking = ({ session }: { session: MySession }) => {
  if (session.kind !== 'experts' || session.state !== 'open') return null
  const entry = session.entries.find(({ candidateId }) => candidateId === session.speaking)
  return (
    <Card>
      <View {...accessible({ role: 'status' })}>
        {entry ? (
          <>
            <View className="speaking__turn">正在演讲：第 {entry.turn} 个</View>
            <View className="speaking__name words-break">{entry.name}</View>
            <View className="speaking__place">{placeName(entry.districtCode)}</View>
          </>
        ) : (
          <View className="speaking__turn">还没有请第一个上台</View>
        )}
      </View>
    </Card>
  )
}
