import type { Activity } from '@contract/volunteering/activities'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { useWatched } from '@/cloud/useWatched'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { ShareButton } from '@/components/shareButton'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, routes } from '@/routes'
import { presenceActAt } from '@/words/activities'
import { useSigningUp } from '../../activity/useSigningUp'
import { likelyRole, shareTitle, wayOn } from '../../activity/words'
import { ActivityHead } from '../../components/activity/head'
import { ObstacleSheet } from '../../components/activity/obstacleSheet'
import { OwnCard, PresenceCard } from '../../components/activity/ownCard'
import { RolesCard } from '../../components/activity/rolesCard'
import { TermsCard } from '../../components/activity/termsCard'
import { WhereCard } from '../../components/activity/whereCard'
import { Afterwards } from '../../components/after/afterwards'

const TITLE = '活动'
/** While a place is being settled. */
const SETTLING = 2000

/** The caller's own presence, asked for only once there can be any. */
const usePresence = (activity: Activity | null) => {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const isAsked =
    activity !== null &&
    activity.state !== 'cancelled' &&
    (activity.state !== 'coming' || presenceActAt(activity, Date.now()) !== null)
  const { activityId = '' } = activity ?? {}
  const { state } = useAnswer(isSignedIn && isAsked ? `presence/${owner}/${activityId}` : null, () =>
    call('attendance', 'getMyPresence', { activityId }),
  )
  return state.status === 'ready' ? state.value.presence : null
}

interface FooterProps {
  activity: Activity
  roleId: string | null
  isIn: boolean
  onSignUp: (roleId: string) => Promise<void>
}

const Footer = ({ activity, roleId, isIn, onSignUp }: FooterProps) => {
  const isSignedIn = useIsSignedIn()
  const way = wayOn(activity, roleId, isSignedIn)
  if (way === 'signIn') return <Button onPress={() => openTab(routes.mine)}>登录以后报名</Button>
  if (way !== null && roleId !== null)
    return (
      <Button icon="volunteering" onPress={() => onSignUp(roleId)}>
        {way === 'signUp' ? '报名' : '报名候补'}
      </Button>
    )
  const act = activity.state === 'cancelled' || !isSignedIn ? null : presenceActAt(activity, Date.now())
  if (act === null) return null
  return (
    <Button icon="scan" onPress={() => open(routes.checkIn(activity.activityId))}>
      {act === 'out' || isIn ? '现场签退' : '现场签到'}
    </Button>
  )
}

const hasFooter = (activity: Activity, roleId: string | null, isSignedIn: boolean): boolean =>
  wayOn(activity, roleId, isSignedIn) !== null ||
  (isSignedIn && activity.state !== 'cancelled' && presenceActAt(activity, Date.now()) !== null)

interface LoadedProps {
  activity: Activity
  onChanged: () => Promise<void>
}

const Loaded = ({ activity, onChanged }: LoadedProps) => {
  const isSignedIn = useIsSignedIn()
  const [picked, setPicked] = useState<string | null>(null)
  const signing = useSigningUp(activity, onChanged)
  const presence = usePresence(activity)
  const roleId = picked ?? likelyRole(activity.roles)
  const mayChoose = wayOn(activity, roleId, isSignedIn) !== null
  const isIn = presence?.checkIn != null
  return (
    <Page
      title={TITLE}
      footer={
        hasFooter(activity, roleId, isSignedIn) ? (
          <Footer activity={activity} roleId={roleId} isIn={isIn} onSignUp={(role) => signing.signUp(role)} />
        ) : null
      }
      overlay={
        signing.obstacle && roleId ? (
          <ObstacleSheet obstacle={signing.obstacle} activity={activity} roleId={roleId} signing={signing} />
        ) : null
      }
    >
      {presence ? <PresenceCard presence={presence} /> : null}
      {activity.own && !(presence && activity.state === 'over') ? (
        <OwnCard activity={activity} own={activity.own} onChanged={onChanged} />
      ) : null}
      <ActivityHead activity={activity} />
      {activity.state === 'running' || activity.state === 'over' ? <Afterwards activity={activity} /> : null}
      <WhereCard activity={activity} />
      <RolesCard activity={activity} chosen={mayChoose ? roleId : null} onChoose={setPicked} />
      <TermsCard activity={activity} />
      <ShareButton />
    </Page>
  )
}

/** An activity in plain words, and everything that a citizen can do with it. */
export default function ActivityPage() {
  const { activityId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  const answer = useAnswer(`${owner}/${activityId}`, () => call('activities', 'getActivity', { activityId }))
  const activity = answer.state.status === 'ready' ? answer.state.value : null
  useWatched(answer.refreshQuietly, { pause: SETTLING, isOn: activity?.own?.state === 'queued' })
  useRefreshOnPull(answer.refresh)
  useShareAppMessage(() => {
    const imageUrl = activity?.photos[0]?.pageUrl
    return {
      title: activity ? shareTitle(activity) : TITLE,
      path: routes.activity(activityId),
      ...(imageUrl ? { imageUrl } : {}),
    }
  })
  if (activity) return <Loaded activity={activity} onChanged={answer.refresh} />
  return (
    <Page title={TITLE}>
      <Answered answer={answer} skeleton={<Skeleton shape="card" count={2} />}>
        {() => null}
      </Answered>
    </Page>
  )
}
