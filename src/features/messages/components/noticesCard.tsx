import type { MessageTemplate } from '@contract/messages'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { showToast } from '@/components/toast'
import { askToSend } from '@/messages/agreement'
import { messageKindWords } from '@/words/messages'
import './noticesCard.scss'

const termWords: Record<MessageTemplate['term'], string> = {
  once: '同意一次，发一条',
  long: '同意一次，一直有效',
}

interface OneProps {
  template: MessageTemplate
  onAgreed: () => Promise<void>
}

const One = ({ template, onAgreed }: OneProps) => {
  const { name, line } = messageKindWords[template.kind]
  const agree = async () => {
    const trouble = await askToSend([template])
    if (trouble) return showToast(trouble)
    await onAgreed()
  }
  return (
    <View className="noticesCard__one">
      <View className="noticesCard__head">
        <View className="noticesCard__name">{name}</View>
        {template.isAgreed ? <Badge tone="done" text="已同意" /> : <Badge tone="plain" text="没有同意" />}
      </View>
      <View className="noticesCard__line">
        {line}。{termWords[template.term]}。
      </View>
      {template.isAgreed ? null : (
        <Button kind="secondary" icon="notify" label={`接收微信通知：${name}`} onPress={agree}>
          接收微信通知
        </Button>
      )}
    </View>
  )
}

interface NoticesCardProps {
  templates: MessageTemplate[]
  onAgreed: () => Promise<void>
}

/** Which messages WeChat may send as well. */
export const NoticesCard = ({ templates, onAgreed }: NoticesCardProps) => (
  <Card title="微信通知">
    <View className="noticesCard__line">
      所有消息都在“我的”里的“消息”里。你同意以后，还会发到微信的“服务通知”。
    </View>
    {templates.length === 0 ? (
      <View className="noticesCard__line">现在没有可以订阅的微信通知。</View>
    ) : (
      templates.map((template) => <One key={template.kind} template={template} onAgreed={onAgreed} />)
    )}
    {templates.some(({ isAgreed }) => isAgreed) ? (
      <View className="noticesCard__line">
        不想再收时，点小程序右上角的“…”，进入“设置”“通知管理”，关掉就可以。
      </View>
    ) : null}
  </Card>
)
