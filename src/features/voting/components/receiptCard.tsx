import type { Receipt } from '@contract/voting'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { showToast } from '@/components/toast'
import { requireConsent } from '@/privacy/consent'
import { momentWords } from '@/words/moments'
import './receiptCard.scss'

const copy = async (trackingCode: string) => {
  if (!(await requireConsent())) return
  try {
    await Taro.setClipboardData({ data: trackingCode })
    showToast('凭证号已复制')
  } catch {
    showToast('没能复制，请抄下凭证号')
  }
}

/** Proof of having voted. It shows nothing of the choices. */
export const ReceiptCard = ({ receipt }: { receipt: Receipt }) => (
  <Card>
    <Badge
      tone={receipt.state === 'counted' ? 'done' : 'waiting'}
      text={receipt.state === 'counted' ? '已计入票数' : '已保存，等待计票'}
    />
    <View className="receiptCard__caption">凭证号</View>
    <View className="receiptCard__code">{receipt.trackingCode}</View>
    <KeyValue
      rows={[
        { key: '活动', value: receipt.campaignName },
        { key: '投票时间', value: momentWords(receipt.castAt) },
        ...(receipt.day ? [{ key: '投票日', value: receipt.day }] : []),
      ]}
    />
    <Button kind="secondary" onPress={() => copy(receipt.trackingCode)}>
      复制凭证号
    </Button>
  </Card>
)
