import type { CampaignKind, VotingRules } from '@contract/campaigns'
import { placeName } from '@contract/places/names'
import type { Candidate } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useIsSignedIn } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Photo } from '@/components/photo'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { photoKindWords } from '@/words/campaigns'
import { channelName, kindWords } from '@/words/kinds'
import { useDraft } from '../../draft'
import './index.scss'

const Facts = ({ candidate, kind }: { candidate: Candidate; kind: CampaignKind }) => (
  <Card>
    <View className="candidate__name">{candidate.name}</View>
    <View className="candidate__summary">{candidate.summary}</View>
    <KeyValue
      rows={[
        { key: '选票上的编号', value: `${candidate.number} 号` },
        { key: '所在地区', value: `${placeName(candidate.districtCode)} ${candidate.streetName}` },
        ...candidate.facts.map(({ label, text }) => ({ key: label, value: text })),
        { key: '推荐渠道', value: channelName(candidate.channel, kind) },
      ]}
    />
  </Card>
)

const Photos = ({ photos }: Pick<Candidate, 'photos'>) =>
  photos.map(({ url, kind, description }) => (
    <View key={url} className="candidate__photo">
      <Photo url={url} description={description} />
      <View className="candidate__caption">
        {photoKindWords[kind]}：{description}
      </View>
    </View>
  ))

const paragraphsOf = (text: string): string[] =>
  text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')

const Achievements = ({ achievements }: Pick<Candidate, 'achievements'>) => (
  <Card title="工作实绩">
    {paragraphsOf(achievements).map((paragraph) => (
      <View key={paragraph} className="candidate__paragraph">
        {paragraph}
      </View>
    ))}
  </Card>
)

const Opinions = ({ campaignId, candidate }: { campaignId: string; candidate: Candidate }) => (
  <Card>
    <ListRow
      icon="comment"
      title={candidate.comments > 0 ? `公众意见 ${candidate.comments} 条` : '公众意见'}
      line="看看大家怎么说，也可以写下你的意见"
      onPress={() => open(routes.comments(campaignId, candidate.candidateId))}
    />
  </Card>
)

interface ChoiceProps {
  /** What the entries are called: 组织. */
  entry: string
  campaignId: string
  candidateId: string
  limit: VotingRules['choices']
}

const Choice = ({ entry, campaignId, candidateId, limit }: ChoiceProps) => {
  const { choices, toggle } = useDraft(campaignId)
  const left = limit.max - choices.length
  if (choices.includes(candidateId))
    return (
      <Button kind="secondary" icon="success" onPress={() => toggle(candidateId)}>
        已选，点这里取消
      </Button>
    )
  return (
    <Button icon="vote" disabled={left <= 0} onPress={() => toggle(candidateId)}>
      {left > 0 ? `选这个${entry}（还可选 ${left} 个）` : `已选满 ${limit.max} 个`}
    </Button>
  )
}

export default function CandidatePage() {
  const { campaignId = '', candidateId = '' } = useRouter().params
  const isSignedIn = useIsSignedIn()
  const candidate = useAnswer(candidateId, () => call('voting', 'getCandidate', { candidateId }))
  const campaign = useAnswer(campaignId || null, () => call('voting', 'getCampaign', { campaignId }))
  const myVote = useAnswer(isSignedIn && campaignId ? campaignId : null, () =>
    call('voting', 'getMyVote', { campaignId }),
  )
  useRefreshOnPull(candidate.refresh, myVote.refresh)
  const mayVote = myVote.state.status === 'ready' && myVote.state.value.mayVote
  const held = campaign.state.status === 'ready' ? campaign.state.value : null
  const kind = held?.kind ?? 'organisations'
  const { entry, candidate: title } = kindWords[kind]
  return (
    <Page
      title={title}
      footer={
        mayVote && held ? (
          <Choice
            entry={entry}
            campaignId={campaignId}
            candidateId={candidateId}
            limit={held.rules.choices}
          />
        ) : null
      }
    >
      <Answered answer={candidate} skeleton={<Skeleton shape="card" count={2} />}>
        {(value) => (
          <>
            <Photos photos={value.photos.slice(0, 1)} />
            <Facts candidate={value} kind={kind} />
            <Achievements achievements={value.achievements} />
            <Photos photos={value.photos.slice(1)} />
            <Opinions campaignId={value.campaignId} candidate={value} />
          </>
        )}
      </Answered>
    </Page>
  )
}
