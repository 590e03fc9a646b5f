import type { StaffCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { EmptyState } from '@/components/emptyState'
import { useArrowKeys } from '../../useArrowKeys'
import { CaseRow } from './caseRow'

interface CaseListProps {
  cases: StaffCaseSummary[]
  now: number
  openId?: string | undefined
  /** Given while several are being ticked. */
  ticked?: ReadonlySet<string> | null
  emptyWords: string
  /** Where else there may be some. */
  wayOn?: { text: string; onPress: () => unknown } | undefined
  onChoose: (caseId: string) => void
}

/** Oldest deadline first. */
export const CaseList = ({
  cases,
  now,
  openId,
  ticked = null,
  emptyWords,
  wayOn,
  onChoose,
}: CaseListProps) => {
  const list = useArrowKeys()
  if (cases.length === 0)
    return <EmptyState icon="success" reason={emptyWords} {...(wayOn ? { way: wayOn } : {})} />
  return (
    <View className="caseList" ref={list}>
      {cases.map((shown) => (
        <CaseRow
          key={shown.caseId}
          shown={shown}
          now={now}
          isOpen={shown.caseId === openId}
          {...(ticked ? { choosing: { role: 'checkbox' as const, isChosen: ticked.has(shown.caseId) } } : {})}
          onPress={() => onChoose(shown.caseId)}
        />
      ))}
    </View>
  )
}
