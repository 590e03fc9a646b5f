import type { FormPart, Nomination, ReviewNote } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { momentWords } from '@/words/moments'
import { formPartWords } from '@/words/nominations'

const actWords: Record<ReviewNote['act'], string> = {
  returned: '退回修改',
  forwarded: '推荐到市里',
  recalled: '收回推荐，重新审核',
  declined: '没有推荐',
  admitted: '列入选票',
}

/** The opinion with which it came back; null unless it is to be corrected now. */
export const openReturn = ({ state, reviews }: Pick<Nomination, 'state' | 'reviews'>): ReviewNote | null =>
  state === 'returned' ? (reviews.filter(({ act }) => act === 'returned').at(-1) ?? null) : null

/** What is to be corrected, by part. */
export const reasonsByPart = (note: ReviewNote | null): Partial<Record<FormPart, string>> =>
  Object.fromEntries(note?.parts.map(({ part, reason }) => [part, reason]) ?? [])

/** On top of what came back: what the reviewer says of the whole, and which parts are meant. */
export const ReturnNotice = ({ note, campaign }: { note: ReviewNote; campaign: Campaign }) => {
  const form = { kind: campaign.kind, fields: campaign.nomination?.fields ?? [] }
  const parts = note.parts.map(({ part }) => formPartWords(part, form))
  return (
    <Notice kind="warning" title="审核人员请你修改">
      <View>{note.opinion}</View>
      {parts.length > 0 ? <View>要修改的地方：{parts.join('、')}。每一处都写了原因。</View> : null}
      <View>{momentWords(note.at)} 退回</View>
    </Notice>
  )
}

/** Everything that reviewers have said, newest first. */
export const ReviewNotes = ({ reviews }: Pick<Nomination, 'reviews'>) =>
  reviews.length === 0 ? null : (
    <Card title="审核意见">
      {[...reviews].reverse().map(({ at, act, opinion }) => (
        <View key={`${at}${act}`} className="reviewNotes__one">
          <View className="reviewNotes__act">{actWords[act]}</View>
          <View>{opinion}</View>
          <View className="reviewNotes__time">{momentWords(at)}</View>
        </View>
      ))}
    </Card>
  )
