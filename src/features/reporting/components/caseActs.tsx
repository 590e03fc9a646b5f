import type { CaseCourse } from '@contract/cases/cases'
import { isOpenState } from '@contract/cases/workflow'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useIsSignedIn } from '@/cloud/session'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { ShareButton } from '@/components/shareButton'
import { showToast } from '@/components/toast'
import { openTab, routes } from '@/routes'
import { RemarkSheet } from './remarkSheet'
import { WithdrawSheet } from './withdrawSheet'

interface ActsProps {
  course: CaseCourse
  onChanged: () => Promise<void>
}

const useTakingPart = ({ course: { caseId, relation }, onChanged }: ActsProps) => ({
  join: async () => {
    const answer = await call('reporting', 'joinCase', { caseId }, { requestId: newRequestId() })
    if (!answer.ok) return showToast(errorText(answer.error))
    showToast('已记上，有进展会告诉你')
    await onChanged()
  },
  follow: async () => {
    const input = { caseId, isFollowing: relation === null }
    const answer = await call('reporting', 'followCase', input, { requestId: newRequestId() })
    if (!answer.ok) return showToast(errorText(answer.error))
    await onChanged()
  },
})

const OthersActs = (props: ActsProps) => {
  const { relation, state } = props.course
  const { join, follow } = useTakingPart(props)
  const isSignedIn = useIsSignedIn()
  if (!isSignedIn)
    return (
      <Button kind="secondary" icon="person" onPress={() => openTab(routes.mine)}>
        登录后可以关注
      </Button>
    )
  return (
    <>
      {isOpenState(state) && relation !== 'joined' ? (
        <Button icon="people" onPress={join}>
          我也遇到
        </Button>
      ) : null}
      {relation === 'joined' ? (
        <Notice kind="success" title="你也遇到，已经记上">
          有进展会通知你。
        </Notice>
      ) : (
        <Button kind="secondary" icon="follow" onPress={follow}>
          {relation === 'following' ? '不再关注' : '关注进展'}
        </Button>
      )}
    </>
  )
}

const OwnActs = ({ course, onChanged }: ActsProps) => {
  const [opened, setOpened] = useState<'remark' | 'withdraw' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      {course.own?.mayRemark ? (
        <Button kind="secondary" icon="edit" onPress={() => setOpened('remark')}>
          补充说明
        </Button>
      ) : null}
      {course.own?.mayWithdraw ? (
        <Button kind="quiet" onPress={() => setOpened('withdraw')}>
          撤回上报
        </Button>
      ) : null}
      {opened === 'remark' ? <RemarkSheet course={course} onClose={close} /> : null}
      {opened === 'withdraw' ? (
        <WithdrawSheet caseId={course.caseId} onDone={onChanged} onClose={close} />
      ) : null}
    </>
  )
}

/** What the person can do with it. */
export const CaseActs = (props: ActsProps) => (
  <Card>
    {props.course.own ? <OwnActs {...props} /> : <OthersActs {...props} />}
    <ShareButton />
  </Card>
)
