import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { accessible } from '@/components/accessible'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { CaseRow } from './caseRow'

interface MergeTargetFieldProps {
  caseId: string
  value: string | null
  error: string | undefined
  onChange: (caseId: string) => void
}

/** Open cases of the same category around it, nearest first, with their pictures: to see whether they are the same. */
export const MergeTargetField = ({ caseId, value, error, onChange }: MergeTargetFieldProps) => {
  const answer = useAnswer(caseId, () => call('casework', 'listMergeTargets', { caseId }))
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="row" count={2} />}>
      {({ cases }) =>
        cases.length === 0 ? (
          <EmptyState icon="place" reason="附近没有同类别的在办案件，不能合并。" />
        ) : (
          <View {...accessible({ role: 'radiogroup', label: '并到哪一个案件' })}>
            {error ? (
              <View className="stepSheet__error" {...accessible({ role: 'alert' })}>
                {error}
              </View>
            ) : null}
            {cases.map((shown) => (
              <CaseRow
                key={shown.caseId}
                shown={shown}
                now={Date.now()}
                choosing={{ role: 'radio', isChosen: shown.caseId === value }}
                onPress={() => onChange(shown.caseId)}
              />
            ))}
          </View>
        )
      }
    </Answered>
  )
}
