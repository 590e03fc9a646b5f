import type { Annulment } from '@contract/volunteerHours'
import type { PropsWithChildren } from 'react'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { momentWords } from '@/words/moments'
import { minutesWords } from '@/words/volunteering'
import { annulmentWords } from '../../hoursWords'

/** What was taken back from whom and why, and what the person says to it. */
export const AnnulmentCard = ({ annulment, children }: PropsWithChildren<{ annulment: Annulment }>) => {
  const { name, title, organisationName, day, minutes, reason, annulledAt, appeal, decision } = annulment
  return (
    <Card title={title}>
      <Badge {...annulmentWords[annulment.state]} />
      <KeyValue
        rows={[
          { key: '志愿者', value: name },
          { key: '单位', value: organisationName },
          { key: '服务日期', value: day },
          { key: '撤销的时长', value: minutesWords(minutes) },
          { key: '撤销原因', value: reason },
          { key: '撤销时间', value: momentWords(annulledAt) },
          ...(appeal === null ? [] : [{ key: '本人申诉', value: appeal }]),
          ...(decision === null ? [] : [{ key: '申诉处理', value: decision }]),
        ]}
      />
      {children}
    </Card>
  )
}
