import { planOf } from '@contract/campaignPresets'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, replaceBy, routes } from '@/routes'
import { copiedPlan, draftOfCampaign, newCampaign } from '../../campaignDraft'
import type { Staff } from '../../useStaff'
import { rolesAt } from '../../workplace'
import { CopyEarlier } from './copyEarlier'
import { Editing } from './editorPage'

const Done = ({ campaignId, isNew }: { campaignId: string; isNew: boolean }) => (
  <>
    <Notice kind="success" title={isNew ? '活动已经公布' : '修改已经公开'}>
      {isNew ? '现在大家都能看到它和它的规则。' : '改动和原因写在公开的说明页上。'}
    </Notice>
    <Card title="接下来">
      <View>
        公开的说明页写着全部规则。第一份申报、第一张选票和评审开始，会各自把有关的部分定下来，以后不能再改。
      </View>
      <Button kind="secondary" icon="document" onPress={() => open(routes.aboutCampaign(campaignId))}>
        看公开的说明页
      </Button>
      <Button kind="quiet" onPress={() => replaceBy(routes.campaigns)}>
        回到活动列表
      </Button>
    </Card>
  </>
)

const New = ({ cityCode, onDone }: { cityCode: string; onDone: (campaignId: string) => void }) => {
  const first = useMemo(() => newCampaign(planOf('organisations', Date.now())), [])
  return (
    <Editing
      target={{ name: `new-${cityCode}`, cityCode, campaign: null, first }}
      head={<CopyEarlier cityCode={cityCode} />}
      onLookAnew={async () => undefined}
      onDone={onDone}
    />
  )
}

interface OfCampaignProps {
  campaign: Campaign
  isCopy: boolean
  onLookAnew: () => Promise<void>
  onDone: (campaignId: string) => void
}

const OfCampaign = ({ campaign, isCopy, onLookAnew, onDone }: OfCampaignProps) => {
  const { campaignId, cityCode } = campaign
  const first = useMemo(
    () => (isCopy ? newCampaign(copiedPlan(campaign, campaign.now)) : draftOfCampaign(campaign)),
    [campaign, isCopy],
  )
  const target = {
    name: isCopy ? `copy-${campaignId}` : campaignId,
    cityCode,
    campaign: isCopy ? null : campaign,
    first,
  }
  return (
    <>
      {isCopy ? (
        <Notice kind="information" title={`复制自“${campaign.name}”`}>
          日期已经移到下一季，名称里的年份也换了。文字、规则和名额照旧，请逐项看一遍。封面照片要重新选。
        </Notice>
      ) : null}
      <Editing target={target} onLookAnew={onLookAnew} onDone={onDone} />
    </>
  )
}

interface FromCampaignProps {
  staff: Staff
  campaignId: string
  isCopy: boolean
  onDone: (campaignId: string) => void
}

const FromCampaign = ({ staff, campaignId, isCopy, onDone }: FromCampaignProps) => {
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Answered answer={campaign} skeleton={<Skeleton shape="text" count={4} />}>
      {(value) =>
        rolesAt(staff.grants, value.cityCode).includes('administrator') ? (
          <OfCampaign campaign={value} isCopy={isCopy} onLookAnew={campaign.refresh} onDone={onDone} />
        ) : (
          <NotAllowed />
        )
      }
    </Answered>
  )
}

const NotAllowed = () => (
  <EmptyState icon="lock" reason="只有管理员可以办理活动" way={{ text: '返回', onPress: goBack }} />
)

/** A new campaign, one after an earlier one, or a change of one that runs: as the address says. */
export const CampaignEditorPage = ({ staff }: { staff: Staff }) => {
  const { campaignId, copyFrom } = useRouter().params
  const [doneId, setDoneId] = useState<string | null>(null)
  if (doneId) return <Done campaignId={doneId} isNew={!campaignId} />
  const known = campaignId ?? copyFrom
  if (known) return <FromCampaign staff={staff} campaignId={known} isCopy={!campaignId} onDone={setDoneId} />
  if (!staff.roles.includes('administrator')) return <NotAllowed />
  return <New cityCode={staff.placeCode} onDone={setDoneId} />
}
