import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { goBack, replaceBy, routes } from '@/routes'
import { orderAsked } from '../../standpoint'
import { CaseRow } from './caseRow'

interface NextCaseProps {
  /** What has just been done. */
  said: string
  caseId: string
  organisationId: string
  /** As the list was ordered that the case was opened from. */
  order: string | undefined
}

/** What was done, and which case is next. */
export const NextCase = ({ said, caseId, organisationId, order }: NextCaseProps) => {
  const answer = useAnswer(`next/${caseId}`, () =>
    call('casework', 'listMine', { organisationId, of: 'department', ...orderAsked(order) }),
  )
  const openNext = (nextId: string) =>
    replaceBy(routes.staffCase({ caseId: nextId, organisationId, ...(order ? { order } : {}) }))
  return (
    <>
      <Notice kind="success" title={said} />
      <Answered answer={answer} skeleton={<Skeleton shape="row" />}>
        {({ cases, now }) => {
          const next = cases.find((each) => each.caseId !== caseId && each.state !== 'suspended')
          return next ? (
            <Card title="下一件">
              <CaseRow shown={next} now={now} onPress={() => openNext(next.caseId)} />
              <Button onPress={() => openNext(next.caseId)}>办下一件</Button>
            </Card>
          ) : (
            <Notice kind="information" title="没有别的待处置案件了" />
          )
        }}
      </Answered>
      <Button kind="secondary" onPress={goBack}>
        回到列表
      </Button>
    </>
  )
}
