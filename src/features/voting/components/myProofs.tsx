import type { BallotProof } from '@contract/publicCount'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'
import { numberWords } from '@/words/numbers'
import { isInTree } from '../ballotProof'

const Proven = ({ proofs }: { proofs: BallotProof[] }) => (
  <>
    <Notice kind="success" title="手机已经验算，对得上">
      {`手机自己算了一遍：这一行和 ${proofs[0]?.path.length ?? 0} 个校验码合在一起，正好得到公布的根哈希。`}
    </Notice>
    <View>那一行写着你选的编号。只有你登录以后才知道是哪一行，不用告诉别人。</View>
  </>
)

const Wrong = () => (
  <Notice kind="error" title="验算对不上">
    你的选票和公布的根哈希对不上。请截图，告诉主办单位。
  </Notice>
)

/** Once the list is published: which lines of the public file are mine, checked on the phone itself. */
export const MyProofs = ({ campaignId }: { campaignId: string }) => {
  const answer = useAnswer(campaignId, () => call('voting', 'listMyProofs', { campaignId }))
  if (answer.state.status !== 'ready' || answer.state.value.proofs.length === 0) return null
  const { proofs } = answer.state.value
  return (
    <Card title="我的选票在公开文件里">
      <KeyValue
        rows={proofs.map(({ trackingCode, index, lines }) => ({
          key: proofs.length > 1 ? trackingCode : '位置',
          value: `第 ${numberWords(index + 1)} 行，共 ${numberWords(lines)} 行`,
        }))}
      />
      {proofs.every(isInTree) ? <Proven proofs={proofs} /> : <Wrong />}
      <Button kind="secondary" icon="count" onPress={() => open(routes.publicCount(campaignId))}>
        自己数一遍
      </Button>
    </Card>
  )
}
