import type { MyReport } from '@contract/reporting'
import { Badge } from '@/components/badge'
import { ListRow } from '@/components/listRow'
import { open, routes } from '@/routes'
import { citizenStateWords, relationWords } from '@/words/cases'
import { dayWords, momentWords } from '@/words/moments'

const lineOf = ({ address, reportedAt, dueAt, closedAt, isOverdue, relation }: MyReport): string => {
  const due =
    dueAt === null || closedAt !== null ? `${dayWords(reportedAt)} 上报` : `${momentWords(dueAt)} 前处理`
  const parts = [
    relation === 'reporter' ? '' : relationWords[relation],
    address,
    isOverdue ? '已超过承诺时间，正在催办' : due,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** One of one's own problems in a list. What waits for the person says so first. */
export const ReportRow = ({ report }: { report: MyReport }) => {
  const { caseId, categoryName, coverUrl, waitsForRating, state } = report
  const { text, tone } = citizenStateWords[state]
  return (
    <ListRow
      photo={{ url: coverUrl, description: `${categoryName}的照片` }}
      title={categoryName}
      line={lineOf(report)}
      below={
        waitsForRating ? (
          <Badge tone="information" icon="star" text="等你评价" />
        ) : (
          <Badge tone={tone} text={text} />
        )
      }
      onPress={() => open(routes.case(caseId))}
    />
  )
}
