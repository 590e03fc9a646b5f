import type { Campaign, CampaignSummary } from '@contract/voting'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { DocumentButton } from '@/components/documentButton'
import { EmptyState } from '@/components/emptyState'
import { useIsDesk } from '@/components/page/desk'
import { Skeleton } from '@/components/skeleton'
import { SplitView } from '@/components/splitView'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { isSeenState } from '../../nominationWords'
import { receivedUnits } from '../../receivedUnits'
import type { Staff } from '../../useStaff'
import { rolesAt } from '../../workplace'
import { MoreButton } from '../moreButton'
import { NominationFilters, type NominationsView } from './nominationFilters'
import { NominationList } from './nominationList'
import { NominationReview } from './nominationReview'
import type { NominationsFilters } from './nominationsPage'
import { QuotaBar } from './quotaBar'

interface ReceivedProps {
  staff: Staff
  campaign: Campaign
  campaigns: CampaignSummary[]
  filters: NominationsFilters
  onChange: (part: Partial<NominationsFilters>) => void
}

const EVERYTHING = 'all'

/** What waits for this person is shown first: districts review, the city takes onto the ballot paper. */
const stateOf = (state: string | undefined, isCity: boolean): NominationsView['state'] => {
  if (state === EVERYTHING) return undefined
  if (isSeenState(state)) return state
  return isCity ? 'forwarded' : 'submitted'
}

const isOfCity = ({ grants }: Staff, { cityCode }: Campaign): boolean =>
  rolesAt(grants, cityCode).includes('administrator')

const useReceived = ({ campaignId, at, unit, state }: NominationsView) => {
  const where = { campaignId, placeCode: at, departmentId: unit.departmentId ?? undefined }
  const key = `${campaignId}/${at}/${unit.departmentId}`
  const quotas = useAnswer(key, () => call('nominations', 'listQuotas', where))
  const book = usePages(`${key}/${state}`, {
    ask: (after: string | undefined) => call('nominations', 'listNominations', { ...where, state, after }),
    read: ({ nominations, next }) => ({ items: nominations, next }),
  })
  return { quotas, book }
}

type ShownProps = Omit<ReceivedProps, 'staff'> & {
  staff: Staff
  view: NominationsView
  units: NominationsView['unit'][]
}

const List = ({
  staff,
  campaign,
  campaigns,
  filters,
  view,
  units,
  onChange,
  received,
}: ShownProps & {
  received: ReturnType<typeof useReceived>
}) => {
  const { quotas, book } = received
  const isDesk = useIsDesk()
  const { campaignId } = campaign
  const choose = (nominationId: string) =>
    isDesk ? onChange({ nominationId }) : open(routes.reviewNomination(nominationId))
  return (
    <>
      <NominationFilters
        within={staff.placeCode}
        campaigns={campaigns}
        units={units}
        view={view}
        onChange={onChange}
      />
      {quotas.state.status === 'ready' ? <QuotaBar quotas={quotas.state.value.quotas} /> : null}
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {() => <NominationList nominations={book.items} openId={filters.nominationId} onChoose={choose} />}
      </Answered>
      <MoreButton book={book} />
      {isOfCity(staff, campaign) ? (
        <DocumentButton
          words="下载全部申报（表格）"
          make={(requestId) => call('nominations', 'exportNominations', { campaignId }, { requestId })}
        />
      ) : null}
    </>
  )
}

const Shown = (props: ShownProps) => {
  const { filters, view } = props
  const received = useReceived(view)
  const { quotas, book } = received
  const isDesk = useIsDesk()
  useRefreshOnPull(book.refresh, quotas.refresh)
  const lookAnew = async () => void (await Promise.all([book.refresh(), quotas.refresh()]))
  const { nominationId } = filters
  return (
    <SplitView
      hasDetail={isDesk && nominationId !== undefined}
      list={<List {...props} received={received} />}
      detail={
        nominationId ? (
          <NominationReview
            key={nominationId}
            subjectId={nominationId}
            onDone={async (words) => {
              showToast(words)
              await lookAnew()
            }}
            onChanged={lookAnew}
          />
        ) : (
          <EmptyState icon="inbox" reason="从列表里选一份，在这里看和处理" />
        )
      }
    />
  )
}

/** What a place or a department has received of one campaign, with its quota; at a desk beside what is open. */
export const Received = (props: ReceivedProps) => {
  const { staff, campaign, filters } = props
  const { cityCode, nomination, campaignId } = campaign
  const departments = nomination?.quotas.departments ?? []
  const units = receivedUnits(staff.grants, staff.placeCode, { cityCode, departments })
  const unit = units.find(({ departmentId }) => departmentId === filters.departmentId) ?? units[0]
  if (nomination === null || !unit) return <EmptyState icon="lock" reason="这个活动没有要你审核的申报。" />
  const state = stateOf(filters.state, isOfCity(staff, campaign))
  const view = { campaignId, at: filters.at ?? staff.placeCode, unit, state }
  return <Shown {...props} view={view} units={units} />
}
