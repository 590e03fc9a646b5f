import type { CampaignSummary } from '@contract/voting'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon/names'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { open, routes } from '@/routes'
import { campaignState } from '@/words/campaigns'
import { kindWords } from '@/words/kinds'
import { momentWords, spanWords } from '@/words/moments'

const timesOf = ({ votingState, ...campaign }: CampaignSummary) => [
  ...(campaign.nominationOpensAt === null || campaign.nominationClosesAt === null
    ? []
    : [{ key: '申报', value: spanWords(campaign.nominationOpensAt, campaign.nominationClosesAt) }]),
  ...(votingState === 'none'
    ? [{ key: '投票', value: '不设投票' }]
    : [
        { key: '投票开始', value: momentWords(campaign.votingOpensAt) },
        { key: '投票结束', value: momentWords(campaign.votingClosesAt) },
      ]),
]

interface Entry {
  icon: IconName
  title: string
  line: string
  address: string
}

const ofVoting = (campaignId: string): Entry[] => [
  {
    icon: 'count',
    title: '计票和候选名单',
    line: '结束投票、清点、确认、公布',
    address: routes.count(campaignId),
  },
  {
    icon: 'rising',
    title: '异常投票和选票处理',
    line: '看异常提示，由两人剔除或计入选票',
    address: routes.trust(campaignId),
  },
]

/** The ballot paper takes candidates until the first ballot freezes it; the page says when that was. */
const ofPaper = ({ campaignId, kind, votingState, nominationOpensAt }: CampaignSummary): Entry[] =>
  votingState === 'none' || votingState === 'notOpen'
    ? [
        {
          icon: 'people',
          title: `登记${kindWords[kind].candidate}`,
          line:
            nominationOpensAt === null ? '不接受申报，由工作人员录入' : '没有在线上申报的，由工作人员录入',
          address: routes.registerCandidate(campaignId),
        },
      ]
    : []

/** What only the campaign's own administrators do, in the order of its stages. */
const ofAdministration = (campaign: CampaignSummary): Entry[] => {
  const { campaignId, cityCode, votingState } = campaign
  return [
    ...ofPaper(campaign),
    ...(votingState === 'none' ? [] : ofVoting(campaignId)),
    {
      icon: 'people',
      title: '评审',
      line: '工作小组评分，专家评审和擂台演讲',
      address: routes.judgingOf(campaignId),
    },
    {
      icon: 'result',
      title: '获评名单',
      line: '确认、公布，材料汇编和结果表格',
      address: routes.winners(campaignId),
    },
    {
      icon: 'building',
      title: '优秀组织奖',
      line: '逐项核对单位的条件，评定',
      address: routes.awardUnits({ campaignId }),
    },
    {
      icon: 'edit',
      title: '修改活动',
      line: '介绍、时间、申报表、规则、评审',
      address: routes.editCampaign({ cityCode, campaignId }),
    },
    {
      icon: 'add',
      title: '照它办一次新的',
      line: '日期移到下一季，其余都可以改',
      address: routes.editCampaign({ cityCode, copyFrom: campaignId }),
    },
  ]
}

const ofNomination = ({ campaignId, nominationOpensAt }: CampaignSummary, placeCode: string): Entry[] =>
  nominationOpensAt === null
    ? []
    : [
        {
          icon: 'inbox',
          title: '申报情况',
          line: '看申报、初审、推荐名额',
          address: routes.nominations(placeCode, { campaignId }),
        },
      ]

const ofEveryone = ({ campaignId, kind }: CampaignSummary): Entry[] => [
  {
    icon: 'list',
    title: `${kindWords[kind].candidate}的文字`,
    line: '修改介绍和工作实绩',
    address: routes.candidatesOf(campaignId),
  },
  {
    icon: 'document',
    title: '公开的规则和结果',
    line: '大家看到的说明',
    address: routes.aboutCampaign(campaignId),
  },
]

interface CampaignWorkProps {
  campaign: CampaignSummary
  /** The cloud's time. */
  now: number
  mayAdminister: boolean
  /** Where the person works. */
  placeCode: string
}

/** A campaign at the workbench: where it is, and everything that is done with it. */
export const CampaignWork = ({ campaign, now, mayAdminister, placeCode }: CampaignWorkProps) => (
  <Card title={campaign.name}>
    <Badge {...campaignState(campaign, now)} />
    <KeyValue rows={timesOf(campaign)} />
    {[
      ...ofNomination(campaign, placeCode),
      ...(mayAdminister ? ofAdministration(campaign) : []),
      ...ofEveryone(campaign),
    ].map(({ address, ...words }) => (
      <ListRow key={address} {...words} onPress={() => open(address)} />
    ))}
  </Card>
)
