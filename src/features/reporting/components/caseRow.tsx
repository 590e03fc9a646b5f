import type { PublicCaseSummary } from '@contract/cases/cases'
import type { ReactNode } from 'react'
import { Badge } from '@/components/badge'
import { ListRow } from '@/components/listRow'
import { citizenStateWords, distanceWords } from '@/words/cases'
import { dayWords } from '@/words/moments'

interface CaseRowProps {
  summary: PublicCaseSummary
  /** In place of its state. */
  badge?: ReactNode
  /** Beside what stands there anyway. */
  also?: string
  onPress?: () => unknown
}

/** A problem in a list: its photo, what and where, since when, and what has become of it. */
export const CaseRow = ({ summary, badge, also, onPress }: CaseRowProps) => {
  const { categoryName, address, distance, reportedAt, state, coverUrl, joined } = summary
  const { text, tone } = citizenStateWords[state]
  const line = [
    address,
    distance === null ? '' : `相距 ${distanceWords(distance)}`,
    `${dayWords(reportedAt)} 上报`,
    joined > 0 ? `${joined} 人也遇到` : '',
    also ?? '',
  ]
  return (
    <ListRow
      photo={{ url: coverUrl, description: `${categoryName}的照片` }}
      title={categoryName}
      line={line.filter(Boolean).join(' · ')}
      below={badge ?? <Badge tone={tone} text={text} />}
      onPress={onPress}
    />
  )
}
