import type { Member, Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { usePlacePath } from '@/components/placeName/names'
import { ReasonSheet } from '@/components/reasonSheet'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'

export interface MemberAct {
  kind: 'accept' | 'decline' | 'remove' | 'grid'
  member: Member
}

interface MemberSheetsProps {
  act: MemberAct
  team: Team
  onClose: () => void
  onChanged: () => Promise<void>
}

const useFinish = ({ onClose, onChanged }: MemberSheetsProps) => {
  const finish = async (
    answer: { ok: true } | { ok: false; error: Parameters<typeof errorText>[0] },
    done: string,
  ): Promise<string | null> => {
    if (!answer.ok) {
      if (answer.error.code === 'changed_meanwhile') await onChanged()
      return errorText(answer.error)
    }
    showToast(done)
    await onChanged()
    onClose()
    return null
  }
  return finish
}

const Accept = (props: MemberSheetsProps) => {
  const { member } = props.act
  const { membershipId } = member
  const [requestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const finish = useFinish(props)
  const accept = async () => {
    const input = { membershipId, answer: 'accept' as const, reason: null }
    setTrouble(await finish(await call('volunteers', 'answerMember', input, { requestId }), '已同意'))
  }
  return (
    <Sheet
      title={`同意${member.name}加入`}
      isOpen
      onClose={props.onClose}
      actions={<Button onPress={accept}>同意加入</Button>}
    >
      <View>
        {member.isMinor ? '这位志愿者未满 18 岁，监护人已经同意参加志愿服务。' : '同意后会通知本人。'}
      </View>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
    </Sheet>
  )
}

const sayings = {
  decline: {
    title: (name: string) => `不同意${name}加入`,
    explanation: '原因会告诉本人，以后还可以再申请。',
    button: '不同意',
    done: '已答复',
  },
  remove: {
    title: (name: string) => `请${name}离队`,
    explanation: '原因会告诉本人。已经记下的时长不变；再加入要由你同意。',
    button: '请离队',
    done: '已离队',
  },
} as const

const Refuse = (props: MemberSheetsProps & { answer: keyof typeof sayings }) => {
  const { answer, act } = props
  const { membershipId, name } = act.member
  const { title, explanation, button, done } = sayings[answer]
  const finish = useFinish(props)
  return (
    <ReasonSheet
      title={title(name)}
      explanation={explanation}
      button={button}
      kind="danger"
      help="会告诉本人，也会写进工作记录"
      onClose={props.onClose}
      onSend={async (reason, requestId) =>
        finish(
          await call('volunteers', 'answerMember', { membershipId, answer, reason }, { requestId }),
          done,
        )
      }
    />
  )
}

const GridChoice = ({
  code,
  isChosen,
  onPress,
}: {
  code: string
  isChosen: boolean
  onPress: () => void
}) => {
  const name = usePlacePath(code).at(-1) ?? code
  return (
    <Button kind={isChosen ? 'primary' : 'secondary'} icon={isChosen ? 'check' : 'place'} onPress={onPress}>
      {name}
    </Button>
  )
}

/** 进网格. */
const ChooseGrid = (props: MemberSheetsProps) => {
  const { act, team, onClose } = props
  const { membershipId, name, gridCode: before } = act.member
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const finish = useFinish(props)
  const assign = async (gridCode: string | null) => {
    const answer = await call('volunteers', 'assignGrid', { membershipId, gridCode }, { requestId })
    setRequestId(newRequestId())
    setTrouble(await finish(answer, gridCode === null ? '已取消' : '已安排'))
  }
  return (
    <Sheet title={`安排${name}进网格`} isOpen onClose={onClose}>
      <View>选一个本队负责的网格。</View>
      {team.gridCodes.map((code) => (
        <GridChoice key={code} code={code} isChosen={code === before} onPress={() => assign(code)} />
      ))}
      {before === null ? null : (
        <Button kind="quiet" onPress={() => assign(null)}>
          不再负责网格
        </Button>
      )}
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
    </Sheet>
  )
}

/** What is asked before a leader answers, arranges or removes. */
export const MemberSheets = (props: MemberSheetsProps) => {
  const { kind } = props.act
  if (kind === 'accept') return <Accept {...props} />
  if (kind === 'grid') return <ChooseGrid {...props} />
  return <Refuse {...props} answer={kind} />
}
