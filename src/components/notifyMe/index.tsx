import type { MessageKind } from '@contract/messages'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { askToSend } from '@/messages/agreement'

interface NotifyMeProps {
  kinds: MessageKind[]
  /** When: 有进展时. */
  words: string
}

/** 有进展时微信通知我. Without it everything still stands in the inbox. Nothing where there is no such template. */
export const NotifyMe = ({ kinds, words }: NotifyMeProps) => {
  const settings = useAnswer('messageSettings', () => call('messages', 'getSettings', {}))
  const [isAgreed, setAgreed] = useState(false)
  const all = settings.state.status === 'ready' ? settings.state.value.templates : []
  const templates = all.filter(({ kind, isAgreed: isAlready }) => kinds.includes(kind) && !isAlready)
  if (templates.length === 0) return null
  if (isAgreed) return <Notice kind="success" title={`${words}微信会通知你`} />
  const ask = async () => {
    const trouble = await askToSend(templates)
    if (trouble) showToast(trouble)
    else setAgreed(true)
  }
  return (
    <Button kind="secondary" icon="notify" onPress={ask}>
      {words}微信通知我
    </Button>
  )
}
