import type { Organisation } from '@contract/places/organisations'
import type { Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { type Answer, useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Skeleton } from '@/components/skeleton'
import { TeamEditor } from '@/components/teamEditor'
import { open, routes } from '@/routes'
import { teamKindWords } from '@/words/volunteering'
import '../listPage.scss'

/** Null: the organisation is no service team. */
const useTeam = (organisationId: string): Answer<Team | null> =>
  useAnswer<Team | null>(`team/${organisationId}`, async () => {
    const answer = await call('volunteers', 'getTeam', { organisationId })
    return !answer.ok && answer.error.code === 'team_not_found' ? { ok: true, value: null } : answer
  })

const Facts = ({ team, onEdit }: { team: Team; onEdit: () => void }) => (
  <Card title="志愿服务队">
    <KeyValue
      rows={[
        { key: '类别', value: teamKindWords[team.kind] },
        { key: '怎样加入', value: team.joining === 'open' ? '随时可以加入' : '申请后由负责人答复' },
        { key: '队员', value: `${team.members} 人` },
        { key: '负责的网格', value: `${team.gridCodes.length} 个` },
      ]}
    />
    <View className="listActs">
      <Button
        kind="secondary"
        icon="people"
        label="看队员和入队申请"
        onPress={() => open(routes.members(team.organisationId))}
      >
        队员
      </Button>
      {team.isClosed ? null : (
        <Button kind="secondary" icon="edit" onPress={onEdit}>
          修改服务队
        </Button>
      )}
    </View>
  </Card>
)

const None = ({ isClosed, onEdit }: { isClosed: boolean; onEdit: () => void }) =>
  isClosed ? null : (
    <Card title="志愿服务队">
      <View>还不是服务队。设为服务队以后，志愿者可以在“服务队”里找到它、申请加入。</View>
      <Button kind="secondary" icon="volunteering" onPress={onEdit}>
        设为服务队
      </Button>
    </Card>
  )

/** Whether the organisation is a service team, and of which kind. */
export const TeamCard = ({ organisation }: { organisation: Organisation }) => {
  const { organisationId, placeCode, isClosed } = organisation
  const team = useTeam(organisationId)
  const [isEditing, setEditing] = useState(false)
  return (
    <Answered answer={team} skeleton={<Skeleton shape="text" />}>
      {(value) => {
        if (isEditing)
          return (
            <TeamEditor
              organisationId={organisationId}
              placeCode={placeCode}
              team={value}
              onChanged={team.refresh}
              onClose={() => setEditing(false)}
            />
          )
        const edit = () => setEditing(true)
        return value ? <Facts team={value} onEdit={edit} /> : <None isClosed={isClosed} onEdit={edit} />
      }}
    </Answered>
  )
}
