import { useRouter } from '@tarojs/taro'
import { Desk } from '../../components/desk'
import { TrustPageContent } from '../../components/trust/trustPage'

export default function TrustPage() {
  const { campaignId = '' } = useRouter().params
  return (
    <Desk title="异常投票和选票处理" current="campaigns">
      {() => <TrustPageContent campaignId={campaignId} />}
    </Desk>
  )
}
