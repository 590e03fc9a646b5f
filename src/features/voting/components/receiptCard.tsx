import type { Receipt } from '@contract/voting'
import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { KeyValue } from '@/components/keyValue'
import { momentWords } from '@/words/moments'
import { receiptWords } from '../receiptWords'
import './receiptCard.scss'

/** Groups of four; where one line is too short for all of them, it breaks in the middle. */
const TrackingCode = ({ code }: { code: string }) => {
  const middle = code.indexOf('-', code.length / 2 - 1) + 1
  return (
    <View className="receiptCard__code">
      {code.slice(0, middle)}
      <Text className="receiptCard__half" userSelect>
        {code.slice(middle)}
      </Text>
    </View>
  )
}

/** Proof of having voted. It shows nothing of the choices. */
export const ReceiptCard = ({ receipt }: { receipt: Receipt }) => (
  <Card>
    <Badge tone={receiptWords[receipt.state].tone} text={receiptWords[receipt.state].text} />
    {receiptWords[receipt.state].line ? <View>{receiptWords[receipt.state].line}</View> : null}
    {receipt.reason ? <View>理由：{receipt.reason}</View> : null}
    <View className="receiptCard__caption">凭证号</View>
    <TrackingCode code={receipt.trackingCode} />
    <KeyValue
      rows={[
        { key: '活动', value: receipt.campaignName },
        { key: '投票时间', value: momentWords(receipt.castAt) },
        ...(receipt.day ? [{ key: '投票日', value: receipt.day }] : []),
      ]}
    />
    <CopyButton name="凭证号" text={receipt.trackingCode} />
  </Card>
)
