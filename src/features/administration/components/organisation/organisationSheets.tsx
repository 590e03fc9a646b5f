import type { Organisation, OrganisationContact } from '@contract/places/organisations'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { ReasonSheet } from '@/components/reasonSheet'
import { showToast } from '@/components/toast'

export type OrganisationAct = 'close' | 'reopen' | 'reveal'

interface OrganisationSheetsProps {
  organisation: Organisation
  act: OrganisationAct
  onClose: () => void
  onContact: (contact: OrganisationContact) => void
  onChanged: () => Promise<void>
}

/** What is asked before one of the acts. */
export const OrganisationSheets = ({
  organisation: { organisationId, name },
  act,
  onClose,
  onContact,
  onChanged,
}: OrganisationSheetsProps) => {
  const reveal = async (reason: string, requestId: string) => {
    const input = { organisationId, reason }
    const answer = await call('places', 'revealOrganisationContact', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    onContact(answer.value)
    onClose()
    return null
  }
  const changeTo =
    (method: 'closeOrganisation' | 'reopenOrganisation', said: string) =>
    async (reason: string, requestId: string) => {
      const answer = await call('places', method, { organisationId, reason }, { requestId })
      if (!answer.ok) return errorText(answer.error)
      showToast(said)
      onClose()
      await onChanged()
      return null
    }
  if (act === 'reveal')
    return (
      <ReasonSheet
        title="看联系方式"
        explanation="只在需要联系这个组织时看。每看一次都会记下是谁看的、为什么。"
        button="看联系方式"
        onClose={onClose}
        onSend={reveal}
      />
    )
  if (act === 'close')
    return (
      <ReasonSheet
        title={`停用${name}`}
        explanation="停用后不能再选它，以前的记录都保留。以后可以恢复。"
        button="停用"
        kind="danger"
        onClose={onClose}
        onSend={changeTo('closeOrganisation', '已停用')}
      />
    )
  return (
    <ReasonSheet
      title={`恢复${name}`}
      explanation="恢复后又可以选它。"
      button="恢复"
      onClose={onClose}
      onSend={changeTo('reopenOrganisation', '已恢复')}
    />
  )
}
