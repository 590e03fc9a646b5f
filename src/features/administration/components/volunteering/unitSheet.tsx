import type { UnitRow, UnitWeek } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { weekFactsWords, weekSpanWords, weekStateWords } from '../../weekWords'

interface WeekLineProps {
  week: UnitWeek
  mayEdit: boolean
  onExcuse: () => void
  onTakeBack: () => void
}

const CAN_BE_EXCUSED: readonly UnitWeek['state'][] = ['due', 'planned', 'missed']

const WeekLine = ({ week, mayEdit, onExcuse, onTakeBack }: WeekLineProps) => (
  <View className="weekLine">
    <View className="weekLine__words">
      <View>{weekSpanWords(week.week)}</View>
      <Badge {...weekStateWords[week.state]} />
      <View className="weekFacts words-break">{weekFactsWords(week)}</View>
    </View>
    {mayEdit && CAN_BE_EXCUSED.includes(week.state) ? (
      <Button kind="quiet" label={`${weekSpanWords(week.week)}免做`} onPress={onExcuse}>
        免做
      </Button>
    ) : null}
    {mayEdit && week.state === 'excused' ? (
      <Button kind="quiet" label={`${weekSpanWords(week.week)}取消免做`} onPress={onTakeBack}>
        取消免做
      </Button>
    ) : null}
  </View>
)

interface UnitSheetProps {
  unit: UnitRow
  mayEdit: boolean
  onClose: () => void
  onChanged: () => Promise<void>
}

/** One unit: its weeks, and what an administrator decides about them. */
export const UnitSheet = ({ unit, mayEdit, onClose, onChanged }: UnitSheetProps) => {
  const { organisationId, name, since, weeks } = unit
  const [excusing, setExcusing] = useState<string | null>(null)
  const done = async (words: string) => {
    setExcusing(null)
    await onChanged()
    showToast(words)
  }
  const excuse = async (week: string, reason: string | null, requestId: string) => {
    const input = { organisationId, week, reason }
    const answer = await call('volunteerStatistics', 'excuseWeek', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    await done(reason === null ? '已取消免做' : '已免做')
    return null
  }
  const takeBack = async (week: string) => {
    const trouble = await excuse(week, null, newRequestId())
    if (trouble) showToast(trouble)
  }
  const end = async () => {
    const input = { organisationId, since: null }
    const answer = await call('volunteerStatistics', 'setWeeklyDuty', input, { requestId: newRequestId() })
    if (!answer.ok) return showToast(errorText(answer.error))
    onClose()
    await done('不再要求每周活动')
  }
  if (excusing !== null)
    return (
      <ReasonSheet
        title={`${weekSpanWords(excusing)}免做`}
        explanation={`${name}这一周不要求开展活动，原因会写在表里。`}
        button="免做这一周"
        onClose={() => setExcusing(null)}
        onSend={(reason, requestId) => excuse(excusing, reason, requestId)}
      />
    )
  return (
    <Sheet title={name} isOpen onClose={onClose}>
      <View className="volunteeringNote">从 {weekSpanWords(since)} 那一周开始要求</View>
      {[...weeks].reverse().map((week) => (
        <WeekLine
          key={week.week}
          week={week}
          mayEdit={mayEdit}
          onExcuse={() => setExcusing(week.week)}
          onTakeBack={() => void takeBack(week.week)}
        />
      ))}
      {mayEdit ? (
        <Button kind="secondary" onPress={end}>
          不再要求每周活动
        </Button>
      ) : null}
    </Sheet>
  )
}
