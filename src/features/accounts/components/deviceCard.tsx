import type { Device } from '@contract/accounts'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { momentWords } from '@/words/moments'

/** One computer that is signed in. */
export const DeviceCard = ({ device, onEnd }: { device: Device; onEnd: () => void }) => {
  const words = device.isThis ? '退出登录' : '让它退出'
  return (
    <Card title={device.device}>
      {device.isThis ? <Badge tone="information" text="就是这台" icon="desk" /> : null}
      <KeyValue
        rows={[
          { key: '登录时间', value: momentWords(device.signedInAt) },
          { key: '最近使用', value: momentWords(device.lastUsedAt) },
          { key: '自动退出', value: `最晚 ${momentWords(device.expiresAt)}` },
          { key: '网络地址', value: device.requestAddress || '不清楚' },
        ]}
      />
      <Button kind="secondary" icon="leave" label={`${words}：${device.device}`} onPress={onEnd}>
        {words}
      </Button>
    </Card>
  )
}
