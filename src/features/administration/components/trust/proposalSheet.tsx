import type { BallotFilter, Ruling } from '@contract/trust'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { ReasonSheet } from '@/components/reasonSheet'
import { showToast } from '@/components/toast'
import { actNames, filterWords } from '../../trustWords'

interface ProposalSheetProps {
  campaignId: string
  act: Ruling['act']
  filter: BallotFilter
  onClose: () => void
  onProposed: () => unknown
}

/** Proposes what another person then confirms. */
export const ProposalSheet = ({ campaignId, act, filter, onClose, onProposed }: ProposalSheetProps) => {
  const send = async (reason: string, requestId: string): Promise<string | null> => {
    const input = { campaignId, act, filter, reason }
    const answer = await call('voting', 'proposeRuling', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    showToast('已提议，等另一位管理员同意')
    onProposed()
    return null
  }
  return (
    <ReasonSheet
      title={`提议${actNames[act]}选票`}
      explanation={`范围：${filterWords(filter)}。要另一位管理员同意才会生效，选票本身不会被改动。原因会随结果公布，投票人也能看到。`}
      button={`提议${actNames[act]}`}
      kind={act === 'strike' ? 'danger' : 'primary'}
      help="会公布，请不要写个人信息"
      onClose={onClose}
      onSend={send}
    />
  )
}
