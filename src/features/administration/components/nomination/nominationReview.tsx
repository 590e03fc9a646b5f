import type { QuotaView, ReviewedNomination as Reviewed } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { unitOf } from '../../nominationWords'
import { useStaff } from '../../useStaff'
import type { WorkDetailProps } from '../../workDetail'
import { rolesAt } from '../../workplace'
import { ReviewActs } from './reviewActs'
import { ReviewedNomination } from './reviewedNomination'
import './nomination.scss'
import './nominationDesk.scss'

const useNomination = (nominationId: string) => {
  const nomination = useAnswer(nominationId, () => call('nominations', 'getNomination', { nominationId }))
  const known = nomination.state.status === 'ready' ? nomination.state.value : null
  const campaignId = known?.campaignId ?? ''
  const campaign = useAnswer(known && campaignId, () => call('voting', 'getCampaign', { campaignId }))
  const quotas = useAnswer(known && nominationId, () =>
    call('nominations', 'listQuotas', {
      campaignId,
      ...unitOf(known ?? { departmentId: null, placeCode: '' }),
    }),
  )
  return { nomination, campaign, quotas }
}

type Shown = { nomination: Reviewed; campaign: Campaign; unit: QuotaView | null } & Pick<
  WorkDetailProps,
  'onDone' | 'onChanged'
>

const Content = (props: Shown) => {
  const { staff } = useStaff(false)
  const mayAdmit = rolesAt(staff?.grants ?? [], props.campaign.cityCode).includes('administrator')
  return (
    <>
      <ReviewedNomination nomination={props.nomination} campaign={props.campaign} unit={props.unit} />
      <ReviewActs {...props} mayAdmit={mayAdmit} />
    </>
  )
}

/** A nomination to be reviewed: the whole form, and what can be done with it. */
export const NominationReview = ({
  subjectId,
  onDone,
  onChanged,
}: Pick<WorkDetailProps, 'subjectId' | 'onDone' | 'onChanged'>) => {
  const { nomination, campaign, quotas } = useNomination(subjectId)
  const [hasChanged, setHasChanged] = useState(false)
  const lookAnew = () => Promise.all([nomination.refresh(), quotas.refresh()])
  const handleChanged = async () => {
    await Promise.all([lookAnew(), onChanged()])
    setHasChanged(true)
  }
  const handleDone: WorkDetailProps['onDone'] = async (words) => {
    setHasChanged(false)
    await Promise.all([onDone(words), lookAnew()])
  }
  const unit = quotas.state.status === 'ready' ? (quotas.state.value.quotas[0] ?? null) : null
  return (
    <Answered answer={nomination} skeleton={<Skeleton shape="text" count={3} />}>
      {(value) => (
        <Answered answer={campaign} skeleton={<Skeleton shape="text" count={3} />}>
          {(known) => (
            <View className="nominationReview">
              {hasChanged ? (
                <Notice kind="warning" title="这份申报刚刚有变化">
                  下面是新的情况，请看过以后再决定。
                </Notice>
              ) : null}
              <Content
                nomination={value}
                campaign={known}
                unit={unit}
                onDone={handleDone}
                onChanged={handleChanged}
              />
            </View>
          )}
        </Answered>
      )}
    </Answered>
  )
}
