import { REVIEW_TIME } from '@contract/limits'
import type { MessageTemplate } from '@contract/messages'
import type { ContentState } from '@contract/moderation'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { askToSend } from '@/messages/agreement'
import { open, routes } from '@/routes'
import { contentStateWords } from '@/words/contents'

interface Words {
  kind: 'success' | 'information' | 'warning'
  sentence: string
}

const reviewHours = REVIEW_TIME / 3_600_000

const words: Record<ContentState, Words> = {
  visible: { kind: 'success', sentence: '你的意见大家都能看到了。谢谢你。' },
  checking: { kind: 'information', sentence: '正在自动检查，一般几分钟。通过后就会公开，你不用等在这里。' },
  underReview: {
    kind: 'information',
    sentence: `你的意见要由工作人员看过再公开，一般在 ${reviewHours} 小时以内。有了结果，会放在“我的”里的“消息”里。`,
  },
  hidden: {
    kind: 'warning',
    sentence: '自动检查认为不适合公开，现在只有你自己能看到。觉得不对，可以在“我写的内容”里申请人工复核。',
  },
  withdrawn: { kind: 'information', sentence: '你已经撤回这段意见。' },
}

/** Offered where something is still to come, and not agreed to before. */
const TellMe = ({ templates }: { templates: MessageTemplate[] }) => {
  const [isAgreed, setAgreed] = useState(false)
  if (templates.length === 0) return null
  if (isAgreed) return <>有结果时，微信会通知你。</>
  const ask = async () => {
    const trouble = await askToSend(templates)
    if (trouble) showToast(trouble)
    else setAgreed(true)
  }
  return (
    <Button kind="secondary" icon="notify" onPress={ask}>
      有结果时用微信通知我
    </Button>
  )
}

const useTemplates = (): MessageTemplate[] => {
  const settings = useAnswer('messageSettings', () => call('messages', 'getSettings', {}))
  if (settings.state.status !== 'ready') return []
  const isAbout = ({ kind, isAgreed }: MessageTemplate) =>
    (kind === 'contentReleased' || kind === 'contentHidden') && !isAgreed
  return settings.state.value.templates.filter(isAbout)
}

/** What became of what was just sent, what happens next, and what can be done now. */
export const SentNotice = ({ state }: { state: ContentState }) => {
  const templates = useTemplates()
  const { kind, sentence } = words[state]
  const mayTell = state === 'checking' || state === 'underReview'
  return (
    <Notice kind={kind} title={`意见已收到：${contentStateWords[state].text}`}>
      {sentence}
      {mayTell ? <TellMe templates={templates} /> : null}
      <Button kind="quiet" onPress={() => open(routes.contents)}>
        看我写的内容
      </Button>
    </Notice>
  )
}
