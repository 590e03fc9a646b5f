import type { PublicCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { CaseRow } from './caseRow'

interface SimilarSheetProps {
  cases: PublicCaseSummary[]
  /** Where one's part is counted now. */
  onJoined: (caseId: string) => void
  onReport: () => unknown
  onClose: () => void
}

/** Pressed twice it counts once: the cloud counts people. */
const join = async (caseId: string, onJoined: (caseId: string) => void): Promise<void> => {
  const answer = await call('reporting', 'joinCase', { caseId }, { requestId: newRequestId() })
  if (answer.ok) onJoined(answer.value.caseId)
  else showToast(errorText(answer.error))
}

/** 附近已经有人报过: joining counts as much, and spares a second visit. */
export const SimilarSheet = ({ cases, onJoined, onReport, onClose }: SimilarSheetProps) => (
  <Sheet
    title="附近已经有人报过"
    isOpen
    onClose={onClose}
    actions={
      <Button kind="quiet" onPress={onReport}>
        不是同一个，继续上报
      </Button>
    }
  >
    <View>如果是同一个问题，点“我也遇到”就行：会记上一笔，有进展也会告诉你。</View>
    {cases.map((summary) => (
      <View key={summary.caseId}>
        <CaseRow summary={summary} />
        <Button
          kind="secondary"
          label={`我也遇到：${summary.categoryName}，${summary.address}`}
          onPress={() => join(summary.caseId, onJoined)}
        >
          我也遇到
        </Button>
      </View>
    ))}
  </Sheet>
)
