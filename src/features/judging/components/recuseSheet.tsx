import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { ReasonSheet } from '@/components/reasonSheet'

interface RecuseSheetProps {
  sessionId: string
  entry: { candidateId: string; name: string }
  onClose: () => void
  onDone: () => Promise<void>
}

/** 回避: a judge stands aside from one entry. */
export const RecuseSheet = ({ sessionId, entry, onClose, onDone }: RecuseSheetProps) => {
  const { candidateId, name } = entry
  const send = async (reason: string, requestId: string) => {
    const answer = await call('judging', 'recuseMyself', { sessionId, candidateId, reason }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    await onDone()
    onClose()
    return null
  }
  return (
    <ReasonSheet
      title="回避这个对象"
      explanation={`回避后，你不给“${name}”打分，已经打的分也不再计算。你自己不能撤销。`}
      button="确认回避"
      kind="danger"
      help="会写进评审纪要，例如：我是这个组织的顾问"
      onClose={onClose}
      onSend={send}
    />
  )
}
