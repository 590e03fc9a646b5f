import type { AnnulmentState } from '@contract/volunteerHours'
import { useState } from 'react'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { goBack } from '@/routes'
import type { Staff } from '../../useStaff'
import { Annulments } from './annulments'
import { MarkedHoursList } from './markedHours'

type View = 'marked' | AnnulmentState

const views: { value: View; text: string }[] = [
  { value: 'marked', text: '待核对' },
  { value: 'appealed', text: '申诉' },
  { value: 'standing', text: '已撤销' },
  { value: 'upheld', text: '维持撤销' },
  { value: 'restored', text: '已恢复' },
]

const Hours = ({ placeCode }: { placeCode: string }) => {
  const [view, setView] = useState<View>('marked')
  return (
    <>
      <FilterChips options={views} chosen={view} onChoose={setView} />
      {view === 'marked' ? (
        <MarkedHoursList placeCode={placeCode} />
      ) : (
        <Annulments key={view} placeCode={placeCode} state={view} />
      )}
    </>
  )
}

/** Hours that are unlike everybody else's, what was taken back, and who does not agree. For administrators. */
export const HoursPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') ? (
    <Hours placeCode={placeCode} />
  ) : (
    <EmptyState icon="lock" reason="只有管理员可以核对志愿时长" way={{ text: '返回', onPress: goBack }} />
  )
