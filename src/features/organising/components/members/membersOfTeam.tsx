import type { Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Skeleton } from '@/components/skeleton'
import { TeamEditor } from '@/components/teamEditor'
import { goBack } from '@/routes'
import { teamKindWords } from '@/words/volunteering'
import { MemberCard } from './memberCard'
import { type MemberAct, MemberSheets } from './memberSheets'
import './members.scss'

const useMembers = (organisationId: string, state: 'asked' | 'member') =>
  usePages(`members/${organisationId}/${state}`, {
    ask: (after: string | undefined) => call('volunteers', 'listMembers', { organisationId, state, after }),
    read: ({ members, next }) => ({ items: members, next }),
  })

type Book = ReturnType<typeof useMembers>

interface ListProps {
  book: Book
  empty: string
  team: Team
  onAct: (act: MemberAct) => void
}

const MemberList = ({ book, empty, team, onAct }: ListProps) => (
  <Answered answer={book} skeleton={<Skeleton shape="card" count={2} />}>
    {() =>
      book.items.length === 0 ? (
        <EmptyState icon="people" reason={empty} />
      ) : (
        <>
          {book.items.map((member) => (
            <MemberCard key={member.membershipId} member={member} team={team} onAct={onAct} />
          ))}
          {book.hasMore ? (
            <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
              再看一些
            </Button>
          ) : null}
        </>
      )
    }
  </Answered>
)

const AboutTeam = ({ team, onChanged }: { team: Team; onChanged: () => Promise<void> }) => {
  const [isEditing, setEditing] = useState(false)
  if (isEditing)
    return (
      <TeamEditor
        organisationId={team.organisationId}
        placeCode={team.placeCode}
        team={team}
        onChanged={onChanged}
        onClose={() => setEditing(false)}
      />
    )
  return (
    <Card title={team.name}>
      <KeyValue
        rows={[
          { key: '类别', value: teamKindWords[team.kind] },
          { key: '怎样加入', value: team.joining === 'open' ? '随时可以加入' : '申请后由你答复' },
          { key: '队员', value: `${team.members} 人` },
          { key: '负责的网格', value: `${team.gridCodes.length} 个` },
        ]}
      />
      <Button kind="secondary" icon="edit" onPress={() => setEditing(true)}>
        修改服务队
      </Button>
    </Card>
  )
}

const Lists = ({ team, onTeamChanged }: { team: Team; onTeamChanged: () => Promise<void> }) => {
  const [act, setAct] = useState<MemberAct | null>(null)
  const asking = useMembers(team.organisationId, 'asked')
  const members = useMembers(team.organisationId, 'member')
  const refreshAll = async () => {
    await Promise.all([asking.refresh(), members.refresh(), onTeamChanged()])
  }
  useRefreshOnPull(refreshAll)
  return (
    <>
      <View className="members__head">等你答复</View>
      <MemberList book={asking} empty="没有等待答复的申请" team={team} onAct={setAct} />
      <View className="members__head">队员</View>
      <MemberList book={members} empty="还没有队员" team={team} onAct={setAct} />
      <AboutTeam team={team} onChanged={onTeamChanged} />
      {act ? (
        <MemberSheets act={act} team={team} onClose={() => setAct(null)} onChanged={refreshAll} />
      ) : null}
    </>
  )
}

/** The people of one team. */
export const MembersOfTeam = ({ organisationId }: { organisationId: string }) => {
  const team = useAnswer(`team/${organisationId}`, () => call('volunteers', 'getTeam', { organisationId }))
  const isNone = team.state.status === 'failed' && team.state.error.code === 'team_not_found'
  if (isNone)
    return (
      <EmptyState
        icon="people"
        reason="这个组织还不是志愿服务队，请管理员在“组织”里设置。"
        way={{ text: '返回', onPress: goBack }}
      />
    )
  return (
    <Answered answer={team} skeleton={<Skeleton shape="card" count={3} />}>
      {(value) => <Lists team={value} onTeamChanged={team.refresh} />}
    </Answered>
  )
}
