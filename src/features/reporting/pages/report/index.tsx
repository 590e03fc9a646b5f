import type { Catalogue } from '@contract/cases/categories'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { useOutbox } from '@/outbox'
import { openTab, replaceBy, routes } from '@/routes'
import { DraftLine } from '../../components/draftLine'
import { HandedIn } from '../../components/handedIn'
import { ReportForm } from '../../components/reportForm'
import { SimilarSheet } from '../../components/similarSheet'
import { categoryIn } from '../../draft/reportDraft'
import { useReportDraft } from '../../draft/useReportDraft'
import { useCatalogue } from '../../useCatalogue'
import { useHandingIn } from '../../useHandingIn'

const TITLE = '上报问题'

/** What the cloud does not take comes back into the form, with its reason. */
const useRefused = (
  draft: ReturnType<typeof useReportDraft>,
  { requestId, startAgain }: ReturnType<typeof useHandingIn>,
) => {
  const { outbox, view } = useOutbox()
  const refused = view.waiting.find((each) => each.requestId === requestId && each.refusal !== null)
  const isStill = view.sending === null
  useEffect(() => {
    if (!refused || !isStill) return
    const outgoing = outbox.take(refused.requestId)
    if (!outgoing) return
    draft.takeBack(outgoing)
    startAgain()
  })
}

/** Who comes from an activity reports what was found there, and the next one too. */
const useFoundAt = (
  draft: ReturnType<typeof useReportDraft>,
  { requestId }: ReturnType<typeof useHandingIn>,
  activityId: string | undefined,
) => {
  const isWriting = requestId === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every report
  useEffect(() => {
    if (activityId && isWriting) draft.revise({ activityId })
  }, [activityId, isWriting])
}

interface ReportingProps {
  catalogue: Catalogue
  draftId: string | undefined
  opensCamera: boolean
  activityId: string | undefined
}

const Reporting = ({ catalogue, draftId, opensCamera, activityId }: ReportingProps) => {
  const draft = useReportDraft(draftId)
  const category = categoryIn(catalogue, draft.draft.form.categoryId)
  const handing = useHandingIn(draft, category)
  useRefused(draft, handing)
  useFoundAt(draft, handing, activityId)
  const join = (caseId: string) => {
    for (const photo of draft.draft.photos) draft.removePhoto(photo)
    draft.clear()
    return replaceBy(routes.case(caseId))
  }
  if (handing.requestId !== null)
    return (
      <Page title={TITLE}>
        <HandedIn requestId={handing.requestId} onAgain={handing.startAgain} />
      </Page>
    )
  return (
    <Page
      title={TITLE}
      footer={
        <>
          <DraftLine savedAt={draft.draft.savedAt} isKept={draft.isKept} />
          <Button icon="send" onPress={handing.handIn}>
            提交上报
          </Button>
        </>
      }
      overlay={
        handing.similar.length > 0 ? (
          <SimilarSheet
            cases={handing.similar}
            onJoined={join}
            onReport={handing.handInAnyway}
            onClose={handing.closeSimilar}
          />
        ) : null
      }
    >
      <ReportForm draft={draft} catalogue={catalogue} problems={handing.problems} opensCamera={opensCamera} />
    </Page>
  )
}

const SignInFirst = () => (
  <Page title={TITLE}>
    <EmptyState
      icon="person"
      reason="登录以后可以上报，也能收到进展。"
      way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
    />
  </Page>
)

/** 随申拍: from a photo to a report in under a minute. */
export default function ReportPage() {
  const { draft, camera, activityId } = useRouter().params
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const catalogue = useCatalogue()
  if (!isSignedIn) return <SignInFirst />
  if (catalogue.state.status !== 'ready')
    return (
      <Page title={TITLE}>
        <Answered answer={catalogue} skeleton={<Skeleton shape="card" count={2} />}>
          {() => null}
        </Answered>
      </Page>
    )
  return (
    <Reporting
      key={owner}
      catalogue={catalogue.state.value}
      draftId={draft}
      opensCamera={camera === 'open'}
      activityId={activityId}
    />
  )
}
