import type { StaffMember } from '@contract/administration'
import type { MemberKind } from '@contract/judging'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choiceField'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { accountCode } from '../../inputWords'
import { listJudges, memberKindChoices } from '../../judges'
import { type ChairProps, seenOf, troubleOf } from './act'

interface FieldsProps extends ChairProps {
  judges: StaffMember[]
}

const useSeating = ({ view, onDone, judges }: FieldsProps) => {
  const [accountId, setAccountId] = useState<string | null>(null)
  const [memberKind, setMemberKind] = useState<MemberKind | null>(null)
  const [isAsked, setAsked] = useState(false)
  const seat = async () => {
    setAsked(true)
    const person = judges.find((judge) => judge.accountId === accountId)
    if (!person || !memberKind) return
    const input = { ...seenOf(view), accountId: person.accountId, name: person.name, memberKind }
    const trouble = troubleOf(await call('judging', 'seatJudge', input, { requestId: newRequestId() }))
    if (trouble) showToast(trouble)
    else {
      setAccountId(null)
      setAsked(false)
    }
    await onDone()
  }
  return { accountId, setAccountId, memberKind, setMemberKind, isAsked, seat }
}

const Fields = (props: FieldsProps) => {
  const { judges, view } = props
  const { accountId, setAccountId, memberKind, setMemberKind, isAsked, seat } = useSeating(props)
  const seatedIds = view.panel.map((member) => member.accountId)
  const waiting = judges.filter((judge) => !seatedIds.includes(judge.accountId))
  if (waiting.length === 0) return null
  return (
    <>
      <ChoiceField
        label="添加评委"
        choices={waiting.map((judge) => ({
          value: judge.accountId,
          text: judge.name,
          line: `账号尾号 ${accountCode(judge.accountId)}`,
        }))}
        value={accountId}
        error={isAsked && !accountId ? '请选择评委' : undefined}
        onChange={setAccountId}
      />
      <ChoiceField
        label="来自"
        choices={memberKindChoices}
        value={memberKind}
        error={isAsked && !memberKind ? '请选择评委来自哪里' : undefined}
        onChange={setMemberKind}
      />
      <Button kind="secondary" icon="add" onPress={seat}>
        加入评审组
      </Button>
    </>
  )
}

/** Puts people who hold the role of judge on the panel. */
export const SeatForm = (props: ChairProps) => {
  const { campaignId } = props.view
  const answer = useAnswer(`judges/${campaignId}`, () => listJudges(campaignId))
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" />}>
      {({ judges, cityCode }) => (
        <>
          {judges.length === 0 ? (
            <EmptyState icon="people" reason="本市还没有评委。先在“人员”里任命，再安排到评审组。" />
          ) : (
            <Fields {...props} judges={judges} />
          )}
          <Button kind="quiet" onPress={() => open(routes.appoint(cityCode))}>
            任命新的评委
          </Button>
        </>
      )}
    </Answered>
  )
}
