import type { MyTeam, Volunteer } from '@contract/volunteering/people'
import { useState } from 'react'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { open, openTab, routes } from '@/routes'
import { ProfileEditor } from '../../components/profile/profileEditor'
import { ProfileView } from '../../components/profile/profileView'
import { SignInFirst } from '../../components/signInFirst'
import { MyTeams } from '../../components/teams/myTeams'
import { hasProfileDraft } from '../../profile/useProfileDraft'
import { useMyVolunteer } from '../../useMyVolunteer'

const TITLE = '志愿者'

const Arrived = () => (
  <>
    <Notice kind="success" title="你已经是志愿者了">
      接下来可以找一场活动报名，或者加入一支服务队。
    </Notice>
    <Button icon="calendar" onPress={() => openTab(routes.volunteering)}>
      看看有哪些活动
    </Button>
  </>
)

interface RegisteredProps {
  volunteer: Volunteer
  teams: MyTeam[]
  hasJustCome: boolean
  refresh: () => Promise<void>
}

const Registered = ({ volunteer, teams, hasJustCome, refresh }: RegisteredProps) => {
  const [isRevising, setRevising] = useState(hasProfileDraft)
  if (isRevising)
    return (
      <ProfileEditor
        volunteer={volunteer}
        onLookAnew={refresh}
        onDone={async () => {
          await refresh()
          showToast('已保存')
          setRevising(false)
        }}
        onGiveUp={() => setRevising(false)}
      />
    )
  return (
    <Page title={TITLE}>
      {hasJustCome ? <Arrived /> : null}
      <ProfileView volunteer={volunteer} onRevise={() => setRevising(true)} />
      <MyTeams teams={teams} />
      <Card>
        <ListRow
          icon="people"
          title="找服务队"
          line="按地区和类别找，可以申请加入"
          onPress={() => open(routes.teams())}
        />
      </Card>
    </Page>
  )
}

/** 志愿者: registering, or what is registered. */
export default function ProfilePage() {
  const { isSignedIn, owner, answer } = useMyVolunteer()
  const [newcomer, setNewcomer] = useState<string | null>(null)
  useRefreshOnPull(answer.refresh)
  if (!isSignedIn)
    return (
      <Page title={TITLE}>
        <SignInFirst reason="登录以后可以注册成为志愿者。" />
      </Page>
    )
  if (answer.state.status !== 'ready')
    return (
      <Page title={TITLE}>
        <Answered answer={answer} skeleton={<Skeleton shape="card" count={2} />}>
          {() => null}
        </Answered>
      </Page>
    )
  const { volunteer, teams } = answer.state.value
  return volunteer ? (
    <Registered
      key={owner}
      volunteer={volunteer}
      teams={teams}
      hasJustCome={newcomer === owner}
      refresh={answer.refresh}
    />
  ) : (
    <ProfileEditor
      key={owner}
      volunteer={null}
      onDone={async () => {
        setNewcomer(owner)
        await answer.refresh()
      }}
      onLookAnew={answer.refresh}
      onGiveUp={() => undefined}
    />
  )
}
