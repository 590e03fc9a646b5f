import { PAGE_SIZE } from '../../contract/limits'
import type { nominations, QuotaView } from '../../contract/nominations'
import { districtsOf } from '../../contract/places/names'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { linkPhotos } from '../platform/photos'
import { placeFields } from '../platform/places'
import type { Methods } from '../platform/serve'
import { coverOf, presentForwarded, presentSummary } from './presented'
import type { NominationRow } from './rows'
import { quotaOf } from './rules'
import * as store from './store'

type NominationsMethods = Methods<typeof nominations>

export const listForwarded: NominationsMethods['listForwarded'] = async ({ input }) => {
  const { campaignId, districtCode, after } = input
  if (!(await findCampaign(campaignId))) return fail({ code: 'campaign_not_found' })
  const rows = await store.listForwarded(campaignId, districtCode, after)
  const page = rows.slice(0, PAGE_SIZE)
  const links = await linkPhotos(page.map(coverOf))
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.forwardedOrder ?? null) : null
  return ok({ nominations: page.map((row) => presentForwarded(row, links)), next })
}

/** What a list is about: a place, or a department of a campaign, which stands at the campaign's own place. */
export async function placeOfList({
  campaignId,
  placeCode,
  departmentId,
}: {
  campaignId: string
  placeCode: string
  departmentId?: string | undefined
}): Promise<Scope | null> {
  if (departmentId === undefined) return { placeCode, organisationId: null }
  const campaign = await findCampaign(campaignId)
  return campaign && { placeCode: campaign.cityCode, organisationId: departmentId }
}

export const listNominations: NominationsMethods['listNominations']['run'] = async ({ input }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const rows = await store.listReceived(input)
  const page: NominationRow[] = rows.slice(0, PAGE_SIZE)
  const links = await linkPhotos(page.map(coverOf))
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ nominations: page.map((row) => presentSummary(row, campaign.name, links)), next })
}

export const listQuotas: NominationsMethods['listQuotas']['run'] = async ({ input }) => {
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const [used, waiting] = await Promise.all([store.listUsed(campaign._id), store.countWaiting(campaign._id)])
  const usedBy = new Map(used.map((counter) => [counter.unit, counter.used]))
  const waitingFor = new Map(waiting.map(({ _id, waiting }) => [_id, waiting]))
  return ok({
    quotas: unitsOf(campaign, input.placeCode, input.departmentId).map((unit) => {
      const key = unit.departmentId ?? unit.placeCode
      return { ...unit, used: usedBy.get(key) ?? 0, waiting: waitingFor.get(key) ?? 0 }
    }),
  })
}

/** The reviewing units within a place: its districts, and at the campaign's own place its departments too. */
function unitsOf(
  { nomination, cityCode }: CampaignRow,
  placeCode: string,
  departmentId: string | undefined,
): Omit<QuotaView, 'used' | 'waiting'>[] {
  if (nomination === null) return []
  const { quotas } = nomination
  const departments = quotas.departments
    .filter(({ organisationId }) => departmentId === undefined || organisationId === departmentId)
    .map(({ organisationId, name, quota }) => ({
      placeCode: cityCode,
      departmentId: organisationId,
      name,
      quota,
    }))
  if (departmentId !== undefined) return departments
  const district = placeFields(placeCode).districtCode
  const codes = district === null ? districtsOf(placeCode).map(({ code }) => code) : [district]
  const districts = codes.map((code) => {
    const unit = { placeCode: code, departmentId: null }
    return { ...unit, name: null, quota: quotaOf(quotas, unit) }
  })
  return placeCode === cityCode ? [...districts, ...departments] : districts
}
