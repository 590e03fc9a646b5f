import { OPEN_DRAFTS } from '../../contract/limits'
import type { nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import { linkPhotos } from '../platform/photos'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { endWorkIn } from '../platform/work'
import { partedValues } from './contact'
import { draftCounter } from './draftCounter'
import { coverOf, filesOf, presentOwn, presentSummary } from './presented'
import type { NominationEntry, NominationRow } from './rows'
import { authorMay, hasDone, isOpen, isReviewer, nominationStage, reviewPlace } from './rules'
import * as store from './store'
import { stateAfter } from './transitions'

/** What authors do until a nomination is handed in, and how they take it back. */

type NominationsMethods = Methods<typeof nominations>

export const findOwn = async (nominationId: string, accountId: string): Promise<NominationRow | null> => {
  const row = await store.findNomination(nominationId)
  return row?.accountId === accountId ? row : null
}

export const listMyNominations: NominationsMethods['listMyNominations'] = async ({ input, caller }) => {
  const rows = await store.listByAuthor(caller.accountId, input.campaignId)
  const [links, names] = await Promise.all([linkPhotos(rows.map(coverOf)), campaignNames(rows)])
  return ok({
    nominations: rows.map((row) => presentSummary(row, names.get(row.campaignId) ?? '', links)),
  })
}

export async function campaignNames(rows: NominationRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const found = await Promise.all(ids.map(findCampaign))
  return new Map(found.flatMap((campaign) => (campaign ? [[campaign._id, campaign.name] as const] : [])))
}

export const getMyNomination: NominationsMethods['getMyNomination'] = async ({ input, caller, now }) => {
  const row = await findOwn(input.nominationId, caller.accountId)
  const campaign = row && (await findCampaign(row.campaignId))
  if (!row || !campaign) return fail({ code: 'nomination_not_found' })
  return ok(presentOwn(row, campaign, await linkPhotos(filesOf(row)), now))
}

/** In the history an author is never named: it must hold nothing of a person who deletes the account. */
export const byAuthor = { by: 'author', name: null }

type Starting = Parameters<NominationsMethods['startNomination']>[0]

function newDraft({ input, caller, requestId, now }: Starting, area: string): NominationRow {
  const entry: NominationEntry = {
    act: 'started',
    requestId,
    ...byAuthor,
    at: now,
    version: 1,
    state: 'draft',
  }
  return {
    ...input,
    ...placeFields(area),
    _id: keyedName('nomination', caller.accountId, requestId),
    accountId: caller.accountId,
    state: 'draft',
    name: '',
    placeCode: '',
    inDistrict: null,
    summary: '',
    values: {},
    sealedContact: null,
    photos: [],
    reviews: [],
    version: 1,
    startedAt: now,
    savedAt: now,
    submittedAt: null,
    forwardedAt: null,
    unit: null,
    candidateId: null,
    order: null,
    forwardedOrder: null,
    saves: [],
    history: [entry],
  }
}

export const startNomination: NominationsMethods['startNomination'] = async (call) => {
  const { input, caller, now } = call
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const draft = newDraft(call, campaign.cityCode)
  if (await findOwn(draft._id, caller.accountId)) return ok({ nominationId: draft._id })
  const stage = nominationStage(campaign, now)
  if (!campaign.nomination?.channels.includes(input.channel)) return fail({ code: 'channel_not_offered' })
  if (!stage || !isOpen(stage, now)) {
    const { opensAt, closesAt } = stage ?? { opensAt: 0, closesAt: 0 }
    return fail({ code: 'nominations_closed', opensAt, closesAt })
  }
  if (!isReviewer(campaign.nomination, input.departmentId)) return fail({ code: 'organisation_not_found' })
  const isThere = await store.changingNomination(draft._id, async (transaction, row) => {
    if (row) return true
    const counter = draftCounter(caller.accountId, input.campaignId)
    if (!(await store.takeOneIn(transaction, counter, OPEN_DRAFTS))) return false
    await store.putNominationIn(transaction, draft)
    return true
  })
  return isThere ? ok({ nominationId: draft._id }) : fail({ code: 'too_many_drafts' })
}

/** Requests that are remembered: a phone tries one three times before it sends the next. */
const SAVES_KEPT = 20

export const saveNomination: NominationsMethods['saveNomination'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const own = await findOwn(input.nominationId, caller.accountId)
  const campaign = own && (await findCampaign(own.campaignId))
  if (!own || !campaign) return fail({ code: 'nomination_not_found' })
  const { name, placeCode, summary } = input
  const parted = partedValues(own._id, input.values, campaign.nomination?.fields ?? [])
  return store.changingNomination(own._id, async (transaction, row) => {
    if (row?.accountId !== caller.accountId) return fail({ code: 'nomination_not_found' })
    const before = hasDone(row.saves, requestId)
    if (before) return ok({ version: before.version, savedAt: before.at })
    if (!authorMay(campaign, row.state, now).mayEdit) return fail({ code: 'nomination_not_editable' })
    if (row.version !== input.version) return fail({ code: 'changed_meanwhile' })
    const version = row.version + 1
    await store.putNominationIn(transaction, {
      ...row,
      ...placeFields(reviewPlace({ ...row, placeCode }, campaign.cityCode)),
      ...parted,
      name,
      placeCode,
      inDistrict: placeCode === '' ? null : placeFields(placeCode).districtCode,
      summary,
      version,
      savedAt: now,
      saves: [...row.saves, { requestId, version, at: now }].slice(-SAVES_KEPT),
    })
    return ok({ version, savedAt: now })
  })
}

export const withdrawNomination: NominationsMethods['withdrawNomination'] = ({
  input,
  caller,
  requestId,
  now,
}) =>
  store.changingNomination(input.nominationId, async (transaction, row) => {
    if (row?.accountId !== caller.accountId) return fail({ code: 'nomination_not_found' })
    // Taken back by this request or another: it is as was asked.
    const before = row.history.find(({ act }) => act === 'withdrawn')
    if (before) return ok({ withdrawnAt: before.at })
    const state = stateAfter('withdrawn', row.state)
    if (!state) return fail({ code: 'nomination_not_withdrawable' })
    const version = row.version + 1
    const entry: NominationEntry = { act: 'withdrawn', requestId, ...byAuthor, at: now, version, state }
    if (row.state === 'draft')
      await store.giveBackIn(transaction, draftCounter(caller.accountId, row.campaignId)._id)
    await endWorkIn(transaction, 'reviewNomination', row._id, now)
    await store.putNominationIn(transaction, {
      ...row,
      state,
      version,
      order: null,
      savedAt: now,
      history: [...row.history, entry],
    })
    return ok({ withdrawnAt: now })
  })
