import type { StaffCaseSummary } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { errorCodeText } from '@/cloud/errorText'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { ListRow } from '@/components/listRow'
import { Sheet } from '@/components/sheet'

export interface Outcome {
  shown: StaffCaseSummary
  /** Code of what stood in the way, or null. */
  error: string | null
}

/** What has become of each case; those that failed first. */
export const BulkOutcomes = ({ outcomes, onClose }: { outcomes: Outcome[]; onClose: () => void }) => {
  const failed = outcomes.filter(({ error }) => error !== null)
  const done = outcomes.length - failed.length
  return (
    <Sheet
      title={failed.length === 0 ? `${done} 件都办好了` : `办好 ${done} 件，${failed.length} 件没有办成`}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>知道了</Button>}
    >
      <View>
        {[...failed, ...outcomes.filter(({ error }) => error === null)].map(({ shown, error }) => (
          <ListRow
            key={shown.caseId}
            title={`${shown.categoryName} ${shown.number}`}
            line={error === null ? shown.address : errorCodeText(error)}
            trailing={
              error === null ? <Badge tone="done" text="已办" /> : <Badge tone="wrong" text="没有办成" />
            }
          />
        ))}
      </View>
    </Sheet>
  )
}
