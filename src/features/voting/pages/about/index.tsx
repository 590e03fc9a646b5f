import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { PlanInWords, Sentences } from '@/components/campaignPlan'
import { CampaignTimeline } from '@/components/campaignPlan/timeline'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, replaceBy, routes } from '@/routes'
import { fullDayWords, momentWords } from '@/words/moments'
import { changeWords, frozenSentence, nowSentence } from '@/words/planChanges'
import { resultLinks } from '../../resultLinks'

/** Asks only where there may be something. */
const useWhatHasCome = (campaign: Campaign) => {
  const { campaignId, nomination, experts, frozen } = campaign
  const mayBeForwarded = nomination !== null && frozen.some(({ part }) => part === 'nomination')
  const forwarded = useAnswer(mayBeForwarded ? `forwarded/${campaignId}` : null, () =>
    call('nominations', 'listForwarded', { campaignId }),
  )
  const session = useAnswer(experts !== null ? `session/${campaignId}` : null, () =>
    call('judging', 'getPublicSession', { campaignId }),
  )
  return {
    hasForwarded: forwarded.state.status === 'ready' && forwarded.state.value.nominations.length > 0,
    session: session.state.status === 'ready' ? session.state.value.state : null,
  }
}

const Results = ({ campaign }: { campaign: Campaign }) => {
  const links = resultLinks({ campaign, ...useWhatHasCome(campaign) })
  return links.length > 0 ? (
    <Card title="各阶段的结果">
      {links.map(({ icon, title, line, address }) => (
        <ListRow key={address} icon={icon} title={title} line={line} onPress={() => open(address)} />
      ))}
    </Card>
  ) : null
}

const Fixed = ({ frozen }: Pick<Campaign, 'frozen'>) => (
  <Card title="哪些已经定下来">
    {frozen.length > 0 ? (
      <Sentences sentences={frozen.map(frozenSentence)} />
    ) : (
      <View>还没有。第一份申报、第一张选票和评审开始，会各自把有关的规则定下来。</View>
    )}
  </Card>
)

const Changes = ({ changes }: Pick<Campaign, 'changes'>) => (
  <Card title="公布以后的改动">
    {changes.length > 0 ? (
      <KeyValue
        rows={changes.map((change) => ({
          key: `${fullDayWords(change.at).slice(0, '2026年'.length)}${momentWords(change.at)}`,
          value: `${changeWords(change)}。原因：${change.reason}`,
        }))}
      />
    ) : (
      <View>没有改动。</View>
    )}
  </Card>
)

const Basis = ({ campaign }: { campaign: Campaign }) => (
  <Card title="依据">
    <KeyValue
      rows={[
        { key: '主办单位', value: campaign.organiser },
        { key: '依据文件', value: campaign.basis },
        ...(campaign.rulesHash
          ? [{ key: `投票规则第 ${campaign.rulesVersion} 版的校验码`, value: campaign.rulesHash }]
          : []),
      ]}
    />
  </Card>
)

const Content = ({ campaign }: { campaign: Campaign }) => (
  <>
    <Card title={campaign.name}>
      <View>{nowSentence(campaign.stages, campaign.now)}</View>
      <CampaignTimeline stages={campaign.stages} now={campaign.now} />
    </Card>
    <Results campaign={campaign} />
    <Card title="参选条件">
      <Sentences sentences={[campaign.eligibility]} />
    </Card>
    {campaign.criteria.length > 0 ? (
      <Card title="评选标准">
        <Sentences sentences={campaign.criteria} />
      </Card>
    ) : null}
    <PlanInWords plan={campaign} />
    <Fixed frozen={campaign.frozen} />
    <Changes changes={campaign.changes} />
    <Basis campaign={campaign} />
    <Button kind="quiet" onPress={() => replaceBy(routes.campaign(campaign.campaignId))}>
      打开活动页
    </Button>
  </>
)

/** Everything that is decided about a campaign, in plain words made from the plan itself. */
export default function AboutPage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  useRefreshOnPull(campaign.refresh)
  return (
    <Page title="规则、改动和结果">
      <Answered answer={campaign} skeleton={<Skeleton shape="text" count={4} />}>
        {(value) => <Content campaign={value} />}
      </Answered>
    </Page>
  )
}
