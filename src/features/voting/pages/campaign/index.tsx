import type { Campaign, MyVote } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { FilterChips } from '@/components/chip'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { momentWords } from '@/words/moments'
import { CampaignHead, FoldedCampaignHead } from '../../components/campaignHead'
import { CampaignRules } from '../../components/campaignRules'
import { CandidateList } from '../../components/candidateList'
import { MyVoteNotice } from '../../components/myVoteNotice'
import { WayToVote } from '../../components/wayToVote'
import { useCandidateFilter } from '../../useCandidateFilter'

type Part = 'candidates' | 'rules'

const partsOf = ({ kind }: Campaign): { value: Part; text: string }[] => [
  { value: 'candidates', text: kindWords[kind].candidate },
  { value: 'rules', text: '规则和安排' },
]

const Opinions = ({ campaignId }: { campaignId: string }) => (
  <Card>
    <ListRow
      icon="comment"
      title="公众意见"
      line="看看大家怎么说，也可以写下你的"
      onPress={() => open(routes.comments(campaignId))}
    />
  </Card>
)

/** The way to nominate while that is open, afterwards to what was put forward. */
const Nominations = ({ campaign }: { campaign: Campaign }) => {
  const { campaignId, nominationOpensAt, nominationClosesAt, now } = campaign
  if (nominationOpensAt === null || nominationClosesAt === null || now < nominationOpensAt) return null
  return (
    <Card>
      {now < nominationClosesAt ? (
        <ListRow
          icon="edit"
          title="正在申报"
          line={`推荐一个${kindWords[campaign.kind].entry}，${momentWords(nominationClosesAt)} 截止`}
          onPress={() => open(routes.nominate(campaignId))}
        />
      ) : (
        <ListRow
          icon="list"
          title="各区推荐的名单"
          line="初审以后推荐到市里的"
          onPress={() => open(routes.forwarded(campaignId))}
        />
      )}
    </Card>
  )
}

const Content = ({ campaign, myVote }: { campaign: Campaign; myVote: MyVote | null }) => {
  const [part, setPart] = useState<Part>('candidates')
  const filter = useCandidateFilter()
  return (
    <>
      {part === 'candidates' && filter.isNarrowed ? (
        <FoldedCampaignHead name={campaign.name} />
      ) : (
        <>
          <CampaignHead campaign={campaign} />
          <MyVoteNotice campaign={campaign} myVote={myVote} />
          <Nominations campaign={campaign} />
          <Opinions campaignId={campaign.campaignId} />
        </>
      )}
      <FilterChips options={partsOf(campaign)} chosen={part} onChoose={setPart} />
      {part === 'candidates' ? (
        <CandidateList campaign={campaign} filter={filter} mayChoose={myVote?.mayVote === true} />
      ) : (
        <CampaignRules campaign={campaign} />
      )}
    </>
  )
}

export default function CampaignPage() {
  const { campaignId = '' } = useRouter().params
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  const myVote = useAnswer(isSignedIn ? `${owner}/${campaignId}` : null, () =>
    call('voting', 'getMyVote', { campaignId }),
  )
  useRefreshOnPull(campaign.refresh, myVote.refresh)
  const vote = myVote.state.status === 'ready' ? myVote.state.value : null
  const rules = campaign.state.status === 'ready' ? campaign.state.value.rules : null
  return (
    <Page
      title="活动"
      footer={vote?.mayVote && rules ? <WayToVote campaignId={campaignId} choices={rules.choices} /> : null}
    >
      <Answered answer={campaign} skeleton={<Skeleton shape="card" count={2} />}>
        {(value) => <Content campaign={value} myVote={vote} />}
      </Answered>
    </Page>
  )
}
