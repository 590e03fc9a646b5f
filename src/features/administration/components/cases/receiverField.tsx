import { DUTIES } from '@contract/cases/duties'
import type { Proposal, Receiver } from '@contract/casework'
import { useEffect } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { ChoiceField } from '@/components/choiceField'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { proposalWords } from '../../caseProposal'
import type { StepSubject } from './stepFields'

interface ReceiverFieldProps {
  subject: StepSubject
  value: string | null
  error: string | undefined
  onChange: (departmentId: string) => void
}

interface ChoosingProps extends Omit<ReceiverFieldProps, 'subject'> {
  proposal: Proposal
  receivers: Receiver[]
  isBulk: boolean
}

const lineOf = ({ open, duties }: Receiver): string =>
  [`在办 ${open} 件`, ...duties.map((duty) => DUTIES[duty].name)].join(' · ')

const Choosing = ({ proposal, receivers, isBulk, value, error, onChange }: ChoosingProps) => {
  const proposed = isBulk ? null : proposal.departmentId
  // biome-ignore lint/correctness/useExhaustiveDependencies: the proposal is taken over once, until another is chosen
  useEffect(() => {
    if (value === null && proposed !== null) onChange(proposed)
  }, [proposed])
  if (receivers.length === 0)
    return (
      <EmptyState icon="building" reason="这里还没有可以派遣的部门。请管理员先登记组织，再指定职责单位。" />
    )
  const first = receivers.filter(({ organisationId }) => organisationId === proposed)
  const rest = receivers.filter(({ organisationId }) => organisationId !== proposed)
  return (
    <>
      {isBulk ? null : (
        <Notice kind={proposed === null ? 'warning' : 'information'} title={proposalWords(proposal).title}>
          {proposalWords(proposal).line}
        </Notice>
      )}
      <ChoiceField
        label="派给哪个部门"
        choices={[...first, ...rest].map((receiver) => ({
          value: receiver.organisationId,
          text: receiver.name,
          line: lineOf(receiver),
        }))}
        value={value}
        error={error}
        onChange={onChange}
      />
    </>
  )
}

/** The department that a case goes to: the proposal is chosen already, and says why. */
export const ReceiverField = ({ subject: { caseId, isBulk }, ...field }: ReceiverFieldProps) => {
  const answer = useAnswer(caseId, () => call('casework', 'listReceivers', { caseId }))
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" count={2} />}>
      {(found) => <Choosing {...found} isBulk={isBulk} {...field} />}
    </Answered>
  )
}
