import { FilterChips } from '@/components/chip'
import { routes } from '@/routes'
import { useFilters } from '../../useFilters'
import { AlertsPart } from './alertsPart'
import { PendingPart } from './pendingPart'
import { RulingsPart } from './rulingsPart'

const PARTS = [
  { value: 'alerts', text: '异常投票' },
  { value: 'pending', text: '待核查选票' },
  { value: 'rulings', text: '处理记录' },
] as const
type Part = (typeof PARTS)[number]['value']

const isPart = (part: string | undefined): part is Part => PARTS.some(({ value }) => value === part)

const FILTERS = ['part', 'alertId'] as const

/** What the program found unusual, the ballots that wait, and what two people decided about ballots. */
export const TrustPageContent = ({ campaignId }: { campaignId: string }) => {
  const [{ part, alertId }, change] = useFilters(FILTERS, (filters) => routes.trust(campaignId, filters))
  const shown = isPart(part) ? part : 'alerts'
  return (
    <>
      <FilterChips
        options={[...PARTS]}
        chosen={shown}
        onChoose={(chosen) => change({ part: chosen, alertId: undefined })}
      />
      {shown === 'alerts' ? (
        <AlertsPart
          campaignId={campaignId}
          alertId={alertId}
          onChoose={(chosen) => change({ alertId: chosen })}
        />
      ) : null}
      {shown === 'pending' ? (
        <PendingPart campaignId={campaignId} onProposed={() => change({ part: 'rulings' })} />
      ) : null}
      {shown === 'rulings' ? <RulingsPart campaignId={campaignId} /> : null}
    </>
  )
}
