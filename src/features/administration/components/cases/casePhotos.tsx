import type { StaffCase } from '@contract/cases/cases'
import { View } from '@tarojs/components'
import { BeforeAfter } from '@/components/beforeAfter'
import { Card } from '@/components/card'
import { latestAfter } from '../../caseWords'

/** As it was reported, and as the department left it, side by side. */
export const CasePhotos = ({ shown }: { shown: StaffCase }) => {
  const after = latestAfter(shown)
  return (
    <Card title="照片">
      <View className={`caseDetail__photos ${after.length > 0 ? 'caseDetail__photos--both' : ''}`}>
        <BeforeAfter before={shown.before} after={after} noneBefore="上报时没有照片" />
      </View>
    </Card>
  )
}
