import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ReasonSheet } from '@/components/reasonSheet'

interface Contact {
  name: string | null
  phone: string
}

const Shown = ({ name, phone }: Contact) => (
  <>
    <KeyValue
      rows={[
        { key: '称呼', value: name ?? '没有留' },
        { key: '电话', value: phone },
      ]}
    />
    <Button
      kind="secondary"
      icon="phone"
      // A person who changes their mind at the phone's own question is no failure.
      onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
    >
      打电话
    </Button>
  </>
)

/** How to reach who reported it: shown to who gives a reason, and that is kept. */
export const CaseContact = ({ caseId, hasContact }: { caseId: string; hasContact: boolean }) => {
  const [shown, setShown] = useState<Contact | null>(null)
  const [isAsking, setAsking] = useState(false)
  const reveal = async (reason: string, requestId: string): Promise<string | null> => {
    const answer = await call('casework', 'revealReporterContact', { caseId, reason }, { requestId })
    if (!answer.ok) return errorText(answer.error)
    setShown(answer.value)
    setAsking(false)
    return null
  }
  if (!hasContact) return null
  return (
    <Card title="联系上报人">
      {shown ? (
        <Shown {...shown} />
      ) : (
        <>
          <View>联系方式加密保存。查看要写明原因，会记在工作记录里。</View>
          <Button kind="secondary" icon="phone" onPress={() => setAsking(true)}>
            查看联系方式
          </Button>
        </>
      )}
      {isAsking ? (
        <ReasonSheet
          title="查看联系方式"
          explanation="只在办案需要时查看，不要转给别人。"
          button="查看"
          onClose={() => setAsking(false)}
          onSend={reveal}
        />
      ) : null}
    </Card>
  )
}
