import type { CaseCourse } from '@contract/cases/cases'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { Waiting } from '@/components/waiting'
import { useOutbox, useSentMeanwhile } from '@/outbox'
import { replaceBy, routes } from '@/routes'
import { CaseActs } from '../../components/caseActs'
import { CaseHead, CasePictures } from '../../components/caseHead'
import { Course } from '../../components/course'
import { RatingCard } from '../../components/ratingCard'
import { GivenRating, RatingOutcome } from '../../components/ratingOutcome'
import { useTakenBack } from '../../useTakenBack'

const TITLE = '问题进展'

const Merged = ({ mergedInto }: { mergedInto: string }) => (
  <Notice kind="information" title="和另一件合并处理">
    两件是同一个问题。进展在那一件里看。
    <Button kind="secondary" onPress={() => replaceBy(routes.case(mergedInto))}>
      去看那一件
    </Button>
  </Notice>
)

/** Whether a rating of this case waits in the outbox. */
const useIsRating = (caseId: string): boolean =>
  useOutbox().view.waiting.some(
    ({ work, refusal }) => work.method === 'rateCase' && work.input.caseId === caseId && refusal === null,
  )

interface ContentProps {
  course: CaseCourse
  outcome: 'recorded' | 'reopened' | 'supervised' | null
  isRating: boolean
  onChanged: () => Promise<void>
}

const Content = ({ course, outcome, isRating, onChanged }: ContentProps) => {
  const { refusal, turn } = useTakenBack(course.caseId)
  const { own, mergedInto } = course
  return (
    <>
      {outcome ? <RatingOutcome outcome={outcome} /> : null}
      {refusal ? (
        <Notice kind="warning" title="没有发出去">
          {refusal}
        </Notice>
      ) : null}
      <Waiting />
      {mergedInto ? <Merged mergedInto={mergedInto} /> : null}
      <CaseHead course={course} />
      <CasePictures course={course} />
      {own?.mayRate && !isRating ? <RatingCard key={turn} course={course} own={own} /> : null}
      {own?.rating ? <GivenRating rating={own.rating} /> : null}
      <CaseActs course={course} onChanged={onChanged} />
      <Card title="经过">
        <Course steps={course.steps} />
      </Card>
    </>
  )
}

/** A street problem and its course: whose it is can rate, add and take back; everyone else can follow and join. */
export default function CasePage() {
  const { caseId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  const isRating = useIsRating(caseId)
  const answer = useAnswer(`${owner}/${caseId}`, () => call('reporting', 'getCase', { caseId }))
  useRefreshOnPull(answer.refresh)
  const rated = useSentMeanwhile(answer.refresh).find(
    (sent) => sent.method === 'rateCase' && sent.caseId === caseId,
  )
  const course = answer.state.status === 'ready' ? answer.state.value : null
  useShareAppMessage(() => ({
    title: course ? `${course.categoryName}：看看处理得怎样` : TITLE,
    path: routes.case(caseId),
  }))
  return (
    <Page title={TITLE}>
      <Answered answer={answer} skeleton={<Skeleton shape="card" count={2} />}>
        {(value) => (
          <Content
            course={value}
            outcome={rated?.method === 'rateCase' ? rated.value.outcome : null}
            isRating={isRating}
            onChanged={answer.refresh}
          />
        )}
      </Answered>
    </Page>
  )
}
