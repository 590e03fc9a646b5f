import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Skeleton } from '@/components/skeleton'
import { Desk } from '../../components/desk'
import { ListPreview } from '../../components/listPreview'

/** What the candidate list would be by other weights, beside what was declared. */
export default function PreviewPage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Desk title="换一种算法看看" current="campaigns">
      {() => (
        <Answered answer={campaign} skeleton={<Skeleton shape="text" count={3} />}>
          {({ rules }) => <ListPreview campaignId={campaignId} declared={rules} />}
        </Answered>
      )}
    </Desk>
  )
}
