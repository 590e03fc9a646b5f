import type { MembershipState, MyTeam } from '@contract/volunteering/people'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { usePlacePath } from '@/components/placeName/names'
import { open, routes } from '@/routes'
import { membershipWords, teamKindWords } from '@/words/volunteering'

export const membershipTones = {
  asked: 'waiting',
  member: 'done',
  declined: 'wrong',
  left: 'plain',
} as const satisfies Record<MembershipState, string>

const useLine = ({ kind, gridCode, reason }: MyTeam): string => {
  const grid = usePlacePath(gridCode).at(-1)
  return [teamKindWords[kind], gridCode && grid ? `负责${grid}` : '', reason ? `原因：${reason}` : '']
    .filter(Boolean)
    .join(' · ')
}

const TeamRow = ({ team }: { team: MyTeam }) => (
  <ListRow
    icon="people"
    title={team.name}
    line={useLine(team)}
    below={<Badge tone={membershipTones[team.state]} text={membershipWords[team.state]} />}
    onPress={() => open(routes.team(team.organisationId))}
  />
)

/** Teams that this person is in, has asked to join, or was turned down by. */
export const MyTeams = ({ teams }: { teams: MyTeam[] }) =>
  teams.length === 0 ? null : (
    <Card title="我的服务队">
      {teams.map((team) => (
        <TeamRow key={team.organisationId} team={team} />
      ))}
    </Card>
  )
