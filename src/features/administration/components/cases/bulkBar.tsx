import type { StaffCaseSummary } from '@contract/cases/cases'
import { BULK_CASES } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { bulkMovesOf, type MoveKey, moveOf } from '../../caseMoves'
import { BulkOutcomes, type Outcome } from './bulkOutcomes'
import type { QueueProps } from './casesPage'
import { StepSheet } from './stepSheet'
import { useBulkSteps } from './useBulkSteps'

interface BulkBarProps extends QueueProps {
  ticked: ReadonlySet<string>
}

/** Whose desk proposes departments: that of the first. */
const subjectOf = (first: StaffCaseSummary) => ({
  ...first,
  minAfterPhotos: 1,
  isBulk: true,
  isHandler: false,
})

const Buttons = ({ chosen, onPress }: { chosen: StaffCaseSummary[]; onPress: (key: MoveKey) => void }) => {
  const keys = bulkMovesOf(chosen.map(({ state }) => state))
  if (chosen.length === 0) return <View>在列表里勾选案件，再选要做什么。</View>
  if (keys.length === 0) return <View>选中的案件状态不同，没有可以一起做的。请选同一种状态的。</View>
  return (
    <View className="bulkBar__buttons">
      {keys.map((key, index) => (
        <Button key={key} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => onPress(key)}>
          {moveOf(key).name}
        </Button>
      ))}
    </View>
  )
}

/** One act for all that are ticked; each succeeds or fails by itself, and it is said which. */
export const BulkBar = ({ placeCode, queue, ticking, ticked }: BulkBarProps) => {
  const { items } = queue.book
  const chosen = items.filter(({ caseId }) => ticked.has(caseId))
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null)
  const steps = useBulkSteps(placeCode, chosen, async (done) => {
    setOutcomes(done)
    ticking.tick([])
    await queue.refresh()
  })
  const [first] = chosen
  return (
    <View className="bulkBar">
      <View className="bulkBar__buttons">
        <View className="bulkBar__number">已选 {chosen.length} 件</View>
        <Button
          kind="quiet"
          onPress={() => ticking.tick(items.slice(0, BULK_CASES).map(({ caseId }) => caseId))}
        >
          选中列表里的全部
        </Button>
      </View>
      <Buttons chosen={chosen} onPress={steps.open} />
      {steps.openKey && first ? (
        <StepSheet
          move={moveOf(steps.openKey)}
          subject={subjectOf(first)}
          draft={steps.draft}
          notice={
            <Notice kind="information" title={`${chosen.length} 件案件一起办理`}>
              每一件单独办理，办不成的会告诉你原因。
            </Notice>
          }
          onChange={steps.revise}
          onClose={steps.close}
          onSend={steps.send}
        />
      ) : null}
      {outcomes ? <BulkOutcomes outcomes={outcomes} onClose={ticking.end} /> : null}
    </View>
  )
}
