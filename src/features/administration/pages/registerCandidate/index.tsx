import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Skeleton } from '@/components/skeleton'
import { RegisterPageContent } from '../../components/candidate/registerPage'
import { Desk } from '../../components/desk'

export default function RegisterCandidatePage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Desk title="登记候选" current="campaigns">
      {(staff) => (
        <Answered answer={campaign} skeleton={<Skeleton shape="text" count={3} />}>
          {(value) => <RegisterPageContent campaign={value} staff={staff} />}
        </Answered>
      )}
    </Desk>
  )
}
