import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { askToSend } from '@/messages/agreement'

/** 有进展时微信通知我. Without it everything still stands in the inbox. Nothing where there is no such template. */
export const NotifyMe = () => {
  const settings = useAnswer('messageSettings', () => call('messages', 'getSettings', {}))
  const [isAgreed, setAgreed] = useState(false)
  const templates = settings.state.status === 'ready' ? settings.state.value.templates : []
  const template = templates.find(({ kind }) => kind === 'caseMoved')
  if (!template || template.isAgreed) return null
  if (isAgreed) return <Notice kind="success" title="有进展时微信会通知你" />
  const ask = async () => {
    const trouble = await askToSend([template])
    if (trouble) showToast(trouble)
    else setAgreed(true)
  }
  return (
    <Button kind="secondary" icon="notify" onPress={ask}>
      有进展时微信通知我
    </Button>
  )
}
