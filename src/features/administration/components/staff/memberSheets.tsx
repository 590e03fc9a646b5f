import type { StaffMember } from '@contract/administration'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { ReasonSheet } from '@/components/reasonSheet'
import { showToast } from '@/components/toast'
import { roleWords } from '@/words/roles'
import { type Contact, MemberSheet } from './memberSheet'

interface MemberSheetsProps {
  member: StaffMember
  mayManage: boolean
  mayEnd: boolean
  onClose: () => void
  onEnded: () => Promise<void>
}

/** A member of staff over the page, and the questions that come before an act. */
export const MemberSheets = ({ member, mayManage, mayEnd, onClose, onEnded }: MemberSheetsProps) => {
  const [step, setStep] = useState<'member' | 'reveal' | 'end'>('member')
  const [contact, setContact] = useState<Contact | null>(null)
  const place = pathWords(usePlacePath(member.placeCode))
  const { grantId } = member
  const back = () => setStep('member')
  const reveal = async (reason: string, requestId: string) => {
    const answer = await call('administration', 'revealContact', { grantId, reason }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    setContact(answer.value)
    back()
    return null
  }
  const end = async (reason: string, requestId: string) => {
    const answer = await call('administration', 'endRole', { grantId, reason }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    showToast(`已结束${member.name}的身份`)
    onClose()
    await onEnded()
    return null
  }
  if (step === 'reveal')
    return (
      <ReasonSheet
        title={`看${member.name}的联系方式`}
        explanation="只在需要联系工作人员时看。每看一次都会记下是谁看的、为什么。"
        button="看联系方式"
        onClose={back}
        onSend={reveal}
      />
    )
  if (step === 'end')
    return (
      <ReasonSheet
        title={`结束${member.name}的身份`}
        explanation={`${member.name}将不再是${place}${roleWords[member.role]}，马上生效。对方会收到消息。`}
        button="结束身份"
        kind="danger"
        onClose={back}
        onSend={end}
      />
    )
  return (
    <MemberSheet
      member={member}
      contact={contact}
      mayManage={mayManage}
      mayEnd={mayEnd}
      onReveal={() => setStep('reveal')}
      onEnd={() => setStep('end')}
      onClose={onClose}
    />
  )
}
