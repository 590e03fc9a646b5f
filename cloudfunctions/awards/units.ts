import type { awards, UnitCondition } from '../../contract/awards'
import { PAGE_SIZE } from '../../contract/limits'
import { isWithin } from '../../contract/places/within'
import { fail, ok } from '../../contract/result'
import { findCampaign } from '../platform/campaigns/campaigns'
import { hasDone } from '../platform/campaigns/history'
import { copyPictures, deletePictures } from '../platform/contents/pictures'
import { linkPhotos } from '../platform/photos'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { checkOf, checksOf, publishedWinners } from './conditions'
import { presentUnit } from './presented'
import type { AwardUnitRow, StaffCheck, WinnerEntry } from './rows'
import { unitOrder, unitState } from './rules'
import * as store from './store'

/** 优秀组织奖: units that are considered, what has been seen of their conditions, and the award. */

type AwardsMethods = Methods<typeof awards>

async function presented(rows: AwardUnitRow[], winners: WinnerEntry[] | null) {
  const checks = await Promise.all(rows.map((row) => checksOf(row, winners)))
  const files = checks.flat().flatMap(({ evidence }) => evidence.map(({ file }) => file))
  const links = await linkPhotos(files)
  return rows.map((row, index) => presentUnit(row, checks[index] ?? [], links))
}

async function answerUnit(row: AwardUnitRow) {
  const [unit] = await presented([row], await publishedWinners(row.campaignId))
  if (!unit) throw new Error(`unit ${row._id} was not presented`)
  return ok({ unit })
}

export const listAwardUnits: AwardsMethods['listAwardUnits']['run'] = async ({ input }) => {
  const { campaignId, after = '' } = input
  const [campaign, rows, winners] = await Promise.all([
    findCampaign(campaignId),
    store.listUnits(campaignId, after),
    publishedWinners(campaignId),
  ])
  if (!campaign) return fail({ code: 'campaign_not_found' })
  const page = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (page.at(-1)?.order ?? null) : null
  return ok({ units: await presented(page, winners), next })
}

const subjectOf = (unitId: string): string => `awardUnit/${unitId}`

export const addAwardUnit: AwardsMethods['addAwardUnit']['run'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const campaign = await findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  if (!isWithin(input.placeCode, campaign.cityCode)) return fail({ code: 'place_not_found' })
  const _id = keyedName('awardUnit', caller.accountId, requestId)
  const row: AwardUnitRow = {
    ...input,
    _id,
    checks: {},
    isAwarded: false,
    awardedAt: null,
    version: 1,
    order: unitOrder(input.placeCode, now, _id),
    history: [{ act: 'added', requestId, accountId: caller.accountId, at: now }],
  }
  note({ subject: subjectOf(_id), before: null, after: { name: row.name, placeCode: row.placeCode } })
  // A repeat of the same request finds its unit there already.
  if ((await store.insertUnit(row)) === 'inserted') return answerUnit(row)
  return answerUnit((await store.findUnit(input.campaignId, _id)) ?? row)
}

type Checking = Parameters<AwardsMethods['checkCondition']['run']>[0]

export const checkCondition: AwardsMethods['checkCondition']['run'] = async (call) => {
  const { input, requestId } = call
  const row = await store.findUnit(input.campaignId, input.unitId)
  if (!row) return fail({ code: 'unit_not_found' })
  if (hasDone(row.history, requestId)) return answerUnit(row)
  if (row.isAwarded) return fail({ code: 'unit_already_awarded' })
  if (row.version !== input.version) return fail({ code: 'changed_meanwhile' })
  const { isFixed } = await checkOf(input.condition, row, await publishedWinners(input.campaignId))
  if (isFixed) return fail({ code: 'known_by_program' })
  const evidence = await keepEvidence(input.evidence)
  if (!evidence) return fail({ code: 'evidence_unreadable' })
  const seen = { state: input.state, note: input.note, evidence, checkedAt: call.now }
  return writeCheck(row, seen, call)
}

/** Copies, so that what was checked stays as it was. Null: one of them cannot be read. */
async function keepEvidence(shown: Checking['input']['evidence']): Promise<StaffCheck['evidence'] | null> {
  const files = [...new Set(shown.map(({ file }) => file))]
  const copies = await copyPictures(files, 'awards')
  const copyOf = new Map(files.map((file, index) => [file, copies[index] ?? null]))
  const kept = shown.flatMap(({ file, name }) => {
    const copy = copyOf.get(file)
    return copy ? [{ file: copy, name }] : []
  })
  if (kept.length === shown.length) return kept
  await deletePictures(copies.filter((copy) => copy !== null))
  return null
}

async function writeCheck(row: AwardUnitRow, seen: StaffCheck, call: Checking) {
  const { input, caller, requestId, now, note } = call
  const { condition } = input
  const replaced = row.checks[condition]
  const entry = {
    act: 'checked',
    requestId,
    accountId: caller.accountId,
    at: now,
    condition,
    ...(replaced ? { replaced } : {}),
  }
  note({ subject: subjectOf(row._id), before: traced(condition, replaced), after: traced(condition, seen) })
  if (await store.keepCheck(row._id, row.version, condition, seen, entry))
    return answerUnit({
      ...row,
      checks: { ...row.checks, [condition]: seen },
      version: row.version + 1,
    })
  const current = await store.findUnit(input.campaignId, row._id)
  await deletePictures(seen.evidence.map(({ file }) => file))
  return current && hasDone(current.history, requestId)
    ? answerUnit(current)
    : fail({ code: 'changed_meanwhile' as const })
}

/** What the audit trail keeps of a check. */
const traced = (condition: UnitCondition, seen: StaffCheck | undefined) =>
  seen ? { condition, result: seen.state, note: seen.note, evidence: seen.evidence.length } : null

export const awardUnit: AwardsMethods['awardUnit']['run'] = async (call) => {
  const { input, caller, requestId, now, note } = call
  const row = await store.findUnit(input.campaignId, input.unitId)
  if (!row) return fail({ code: 'unit_not_found' })
  if (row.isAwarded) return answerUnit(row)
  if (row.version !== input.version) return fail({ code: 'changed_meanwhile' })
  const checks = await checksOf(row, await publishedWinners(input.campaignId))
  if (unitState(checks, false) !== 'ready') return fail({ code: 'conditions_not_met' })
  const entry = { act: 'awarded', requestId, accountId: caller.accountId, at: now }
  note({ subject: subjectOf(row._id), before: { isAwarded: false }, after: { isAwarded: true } })
  if (await store.awardUnit(row._id, row.version, entry))
    return answerUnit({ ...row, isAwarded: true, awardedAt: now, version: row.version + 1 })
  const current = await store.findUnit(input.campaignId, row._id)
  return current?.isAwarded ? answerUnit(current) : fail({ code: 'changed_meanwhile' })
}
