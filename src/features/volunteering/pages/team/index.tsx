import type { Team } from '@contract/volunteering/people'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { JoinCard } from '../../components/teams/joinCard'
import { TeamActivities } from '../../components/teams/teamActivities'
import { TeamHead } from '../../components/teams/teamHead'
import { useMyVolunteer } from '../../useMyVolunteer'

/** For whoever leads this team. */
const useIsLeader = (organisationId: string, isSignedIn: boolean, owner: string): boolean => {
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  if (me.state.status !== 'ready') return false
  return me.state.value.grants.some(
    (grant) => grant.role === 'organisationLeader' && grant.organisationId === organisationId,
  )
}

const Leading = ({ organisationId }: { organisationId: string }) => (
  <Card title="你是负责人">
    <ListRow
      icon="people"
      title="队员和入队申请"
      line="答复申请，安排队员进网格"
      onPress={() => open(routes.members(organisationId))}
    />
    <ListRow
      icon="calendar"
      title="组织活动"
      line="安排系列活动，打开签到码"
      onPress={() => open(routes.organising(organisationId))}
    />
  </Card>
)

const Content = ({ organisationId }: { organisationId: string }) => {
  const { isSignedIn, owner, answer: mine } = useMyVolunteer()
  const team = useAnswer(`team/${owner}/${organisationId}`, () =>
    call('volunteers', 'getTeam', { organisationId }),
  )
  const isLeader = useIsLeader(organisationId, isSignedIn, owner)
  useRefreshOnPull(team.refresh)
  const isVolunteer = isSignedIn ? mine.state.status !== 'ready' || mine.state.value.volunteer !== null : null
  return (
    <Answered answer={team} skeleton={<Skeleton shape="card" count={2} />}>
      {(value: Team) => (
        <>
          <TeamHead team={value} />
          {isLeader ? <Leading organisationId={organisationId} /> : null}
          <JoinCard team={value} isVolunteer={isVolunteer} onChanged={team.refresh} />
          <TeamActivities organisationId={organisationId} />
          <Card>
            <ListRow
              icon="result"
              title="榜单"
              line="服务队和志愿者的服务时长"
              onPress={() => open(routes.boards())}
            />
          </Card>
        </>
      )}
    </Answered>
  )
}

/** A service team: what it is, how to join, what it does next. */
export default function TeamPage() {
  const { organisationId } = useRouter().params
  return (
    <Page title="服务队">
      {organisationId ? (
        <Content organisationId={organisationId} />
      ) : (
        <EmptyState
          icon="people"
          reason="没有说是哪支服务队。"
          way={{ text: '看全部服务队', onPress: () => replaceBy(routes.teams()) }}
        />
      )}
    </Page>
  )
}
