import { TEAM_WORDS_MAX } from '@contract/limits'
import type { MembershipState, Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { open, openTab, routes } from '@/routes'
import { membershipWords } from '@/words/volunteering'
import { joiningWords } from '../../peopleWords'
import { membershipTones } from './myTeams'

interface SheetProps {
  team: Team
  onClose: () => void
  onChanged: () => Promise<void>
}

const AskSheet = ({ team, onClose, onChanged }: SheetProps) => {
  const [words, setWords] = useState('')
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const isOpen = team.joining === 'open'
  const ask = async () => {
    const input = { organisationId: team.organisationId, words: words.trim() }
    const answer = await call('volunteers', 'askToJoin', input, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    await onChanged()
    onClose()
  }
  const type = (typed: string) => {
    setWords(typed)
    setRequestId(newRequestId())
    setTrouble(undefined)
  }
  return (
    <Sheet
      title={isOpen ? `加入${team.name}` : `申请加入${team.name}`}
      isOpen
      onClose={onClose}
      actions={<Button onPress={ask}>{isOpen ? '加入' : '提交申请'}</Button>}
    >
      <View>负责人能看到你的姓名、特长、有空的时间和所在街镇。</View>
      <Field
        label="想对负责人说的（选填）"
        value={words}
        maxLength={TEAM_WORDS_MAX}
        isLong
        error={trouble}
        onChange={type}
      />
    </Sheet>
  )
}

const LeaveSheet = ({ team, onClose, onChanged }: SheetProps) => {
  const [requestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isAsking = team.membership === 'asked'
  const leave = async () => {
    const answer = await call(
      'volunteers',
      'leaveTeam',
      { organisationId: team.organisationId },
      { requestId },
    )
    if (!answer.ok) return setTrouble(errorText(answer.error))
    await onChanged()
    onClose()
  }
  return (
    <Sheet
      title={isAsking ? '撤回申请' : '离开服务队'}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="danger" onPress={leave}>
          {isAsking ? '撤回申请' : '离开'}
        </Button>
      }
    >
      <View>{isAsking ? '撤回以后还可以再申请。' : '已经记下的时长不变，以后还可以再加入。'}</View>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
    </Sheet>
  )
}

interface JoinCardProps {
  team: Team
  /** Null: not signed in. */
  isVolunteer: boolean | null
  onChanged: () => Promise<void>
}

const isInside = (membership: MembershipState | null): boolean =>
  membership === 'asked' || membership === 'member'

const Way = ({ team, isVolunteer, onAsk }: Omit<JoinCardProps, 'onChanged'> & { onAsk: () => void }) => {
  if (isVolunteer === null) return <Button onPress={() => openTab(routes.mine)}>登录后加入</Button>
  if (!isVolunteer) return <Button onPress={() => open(routes.volunteerProfile)}>先注册成为志愿者</Button>
  return <Button onPress={onAsk}>{team.joining === 'open' ? '加入' : '申请加入'}</Button>
}

/** How one stands to the team, and what one can do about it. */
export const JoinCard = ({ team, isVolunteer, onChanged }: JoinCardProps) => {
  const [sheet, setSheet] = useState<'ask' | 'leave' | null>(null)
  const { membership, isClosed } = team
  const close = () => setSheet(null)
  return (
    <Card>
      {membership && membership !== 'left' ? (
        <Badge tone={membershipTones[membership]} text={membershipWords[membership]} />
      ) : null}
      {isClosed ? <View>这支服务队已经停用，不再接受加入。</View> : null}
      {!isClosed && !isInside(membership) ? (
        <>
          <View>{joiningWords[team.joining]}</View>
          <Way team={team} isVolunteer={isVolunteer} onAsk={() => setSheet('ask')} />
        </>
      ) : null}
      {isInside(membership) ? (
        <Button kind="quiet" onPress={() => setSheet('leave')}>
          {membership === 'asked' ? '撤回申请' : '离开服务队'}
        </Button>
      ) : null}
      {sheet === 'ask' ? <AskSheet team={team} onClose={close} onChanged={onChanged} /> : null}
      {sheet === 'leave' ? <LeaveSheet team={team} onClose={close} onChanged={onChanged} /> : null}
    </Card>
  )
}
