import type { CaseCourse } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { BeforeAfter } from '@/components/beforeAfter'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { addressWords, usePlacePath } from '@/components/placeName/names'
import { citizenStateWords, dueWords, stateSentences } from '@/words/cases'
import { momentWords } from '@/words/moments'
import './caseHead.scss'

const promise = ({ dueAt, isOverdue, closedAt }: CaseCourse): string | null => {
  if (dueAt === null || closedAt !== null) return null
  return isOverdue ? `${dueWords(dueAt)}，已经超过，正在催办` : dueWords(dueAt)
}

/** What and where it is, and how far it has come. */
export const CaseHead = ({ course }: { course: CaseCourse }) => {
  const { categoryName, number, state, placeCode, reportedAt, joined, isFromActivity, own } = course
  const { text, tone } = citizenStateWords[state]
  const due = promise(course)
  const address = own?.address ?? course.address
  const rows = [
    { key: '编号', value: number },
    { key: '地点', value: addressWords(usePlacePath(placeCode), address) },
    { key: '上报时间', value: momentWords(reportedAt) },
    ...(isFromActivity ? [{ key: '来源', value: '志愿活动中发现' }] : []),
    ...(own?.answers ?? []).map(({ label, value }) => ({ key: label, value })),
    ...(joined > 0 ? [{ key: '也遇到的', value: `${joined} 人` }] : []),
  ]
  return (
    <Card title={categoryName}>
      <View className="caseHead__state">
        <Badge tone={tone} text={text} />
      </View>
      <View>{stateSentences[state]}</View>
      {due ? <View className="caseHead__due">{due}</View> : null}
      <KeyValue rows={rows} />
    </Card>
  )
}

const hiddenBecause: Record<NonNullable<CaseCourse['own']>['shown'], string> = {
  checking: '文字和照片正在检查，通过后别人才能看到。处理人员现在就能看到。',
  visible: '',
  hidden: '文字和照片没有公开，处理人员能看到。',
}

/** Photos large, before and after, and what was written. One's own are there at once. */
export const CasePictures = ({ course }: { course: CaseCourse }) => {
  const { own, before, after, isApproximate } = course
  const photos = own ? own.photos : before
  const words = own ? own.description : (course.description ?? '')
  const note = own ? hiddenBecause[own.shown] : ''
  return (
    <Card>
      <BeforeAfter before={photos} after={after} noneBefore={own ? '没有照片' : '没有照片，或者还在检查'} />
      {words ? <View className="words-break">{words}</View> : null}
      {note ? <View className="caseHead__note">{note}</View> : null}
      {isApproximate && !own ? <View className="caseHead__note">在室内，只显示大致位置。</View> : null}
    </Card>
  )
}
