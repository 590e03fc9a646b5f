import { View } from '@tarojs/components'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Pressable } from '@/components/pressable'
import { momentWords } from '@/words/moments'
import type { Act } from '../acts'
import { accountCode } from '../inputWords'
import './actCard.scss'

/** The end of the account's id; the whole of it when pressed, and for screen readers. */
const Account = ({ accountId }: { accountId: string }) => {
  const [isWhole, setIsWhole] = useState(false)
  const short = `账号尾号 ${accountCode(accountId)}`
  return (
    <Pressable
      className="actCard__account words-break"
      label={`${short}，完整编号 ${accountId}`}
      onPress={() => setIsWhole(!isWhole)}
    >
      {isWhole ? accountId : short}
    </Pressable>
  )
}

/** Who did what, when, and what came of it. */
export const ActCard = ({ act }: { act: Act }) => (
  <Card title={act.title}>
    <Badge {...act.outcome} />
    {act.trouble ? <View className="actCard__trouble">{act.trouble}</View> : null}
    <KeyValue rows={[{ key: '时间', value: momentWords(act.at) }, ...act.lines]} />
    <Account accountId={act.accountId} />
  </Card>
)
