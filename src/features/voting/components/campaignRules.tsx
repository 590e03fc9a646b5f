import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sentences } from '@/components/campaignPlan'
import { CampaignTimeline } from '@/components/campaignPlan/timeline'
import { Card } from '@/components/card'
import { open, routes } from '@/routes'
import { chaptersOf } from '@/words/planChapters'

const HOW_TO_VOTE = 'ballot'

/** How to vote, in sentences; the stages; and the way to everything else that is decided about the campaign. */
export const CampaignRules = ({ campaign }: { campaign: Campaign }) => (
  <>
    {chaptersOf(campaign)
      .filter(({ key }) => key === HOW_TO_VOTE)
      .map(({ key, title, sentences }) => (
        <Card key={key} title={title}>
          <Sentences sentences={sentences} />
        </Card>
      ))}
    <Card title="活动安排">
      <CampaignTimeline stages={campaign.stages} now={campaign.now} />
    </Card>
    <Card title="活动介绍">
      <Sentences sentences={[campaign.introduction]} />
    </Card>
    <Card title="参选条件和评选标准">
      <Sentences sentences={[campaign.eligibility, ...campaign.criteria]} />
    </Card>
    <Card title="依据">
      <View>{campaign.basis}</View>
      <Button
        kind="secondary"
        icon="document"
        onPress={() => open(routes.aboutCampaign(campaign.campaignId))}
      >
        全部规则、改动和结果
      </Button>
    </Card>
  </>
)
