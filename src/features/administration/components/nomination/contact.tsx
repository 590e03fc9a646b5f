import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { showToast } from '@/components/toast'

interface Shown {
  leader: string | null
  phone: string | null
}

/** Person and telephone of the form, shown when asked for; that is kept. */
export const Contact = ({ nominationId, hasContact }: { nominationId: string; hasContact: boolean }) => {
  const [shown, setShown] = useState<Shown | null>(null)
  const reveal = async () => {
    const requestId = newRequestId()
    const answer = await call('nominations', 'revealNominationContact', { nominationId }, { requestId })
    if (answer.ok) setShown(answer.value)
    else showToast(errorText(answer.error))
  }
  if (!hasContact) return null
  return (
    <Card title="联系申报人">
      {shown ? (
        <KeyValue
          rows={[
            { key: '负责人', value: shown.leader ?? '没有填' },
            { key: '联系方式', value: shown.phone ?? '没有填' },
          ]}
        />
      ) : (
        <>
          <View>负责人和联系方式加密保存。你查看时会记在工作记录里。</View>
          <Button kind="secondary" icon="phone" onPress={reveal}>
            查看联系方式
          </Button>
        </>
      )}
    </Card>
  )
}
