import Taro, { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { HandedIn } from '../../components/handedIn'
import { NominationForm } from '../../components/nominationForm'
import '../../nominations.scss'

const Loading = () => <Skeleton shape="text" count={4} />

const useNomination = () => {
  const { nominationId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  const nomination = useAnswer(`${owner}/${nominationId}`, () =>
    call('nominations', 'getMyNomination', { nominationId }),
  )
  const campaignId = nomination.state.status === 'ready' ? nomination.state.value.campaignId : null
  const campaign = useAnswer(campaignId, () =>
    call('voting', 'getCampaign', { campaignId: campaignId ?? '' }),
  )
  return { nomination, campaign }
}

/** 推荐表: to fill in as long as its author may, to read afterwards. */
export default function NominationPage() {
  const { nomination, campaign } = useNomination()
  const change = async () => {
    await nomination.refresh()
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  if (nomination.state.status === 'ready' && campaign.state.status === 'ready') {
    const shown = { nomination: nomination.state.value, campaign: campaign.state.value, onChanged: change }
    return shown.nomination.mayEdit ? (
      <NominationForm key={shown.nomination.nominationId} {...shown} />
    ) : (
      <Page title="推荐表">
        <HandedIn {...shown} />
      </Page>
    )
  }
  return (
    <Page title="推荐表">
      <Answered answer={nomination} skeleton={<Loading />}>
        {() => (
          <Answered answer={campaign} skeleton={<Loading />}>
            {() => <Loading />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
