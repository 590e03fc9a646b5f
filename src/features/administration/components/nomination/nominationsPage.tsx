import type { CampaignSummary } from '@contract/voting'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { routes } from '@/routes'
import { type Filters, useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { Received } from './received'

const KEYS = ['campaignId', 'at', 'departmentId', 'state', 'nominationId'] as const
export type NominationsFilters = Filters<(typeof KEYS)[number]>

interface OfCampaignProps {
  staff: Staff
  campaigns: CampaignSummary[]
  filters: NominationsFilters
  onChange: (part: Partial<NominationsFilters>) => void
}

const OfCampaign = ({ campaigns, filters, ...rest }: OfCampaignProps) => {
  const campaignId = filters.campaignId ?? campaigns[0]?.campaignId ?? ''
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Answered answer={campaign} skeleton={<Skeleton shape="row" count={4} />}>
      {(value) => (
        <Received key={campaignId} campaign={value} campaigns={campaigns} filters={filters} {...rest} />
      )}
    </Answered>
  )
}

/** Campaigns that take nominations, the newest first; the first is shown unless the address names another. */
export const NominationsPageContent = ({ staff }: { staff: Staff }) => {
  const { placeCode } = staff
  const [filters, change] = useFilters(KEYS, (next) => routes.nominations(placeCode, next))
  const campaigns = useAnswer('campaigns', () => call('voting', 'listCampaigns', {}))
  return (
    <Answered answer={campaigns} skeleton={<Skeleton shape="row" count={4} />}>
      {(value) => {
        const taking = value.campaigns.filter(({ nominationOpensAt }) => nominationOpensAt !== null)
        return taking.length === 0 && !filters.campaignId ? (
          <EmptyState icon="document" reason="现在没有接受申报的活动。" />
        ) : (
          <OfCampaign staff={staff} campaigns={taking} filters={filters} onChange={change} />
        )
      }}
    </Answered>
  )
}
