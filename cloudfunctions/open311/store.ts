import type { Position } from '../../contract/cases/cases'
import type { CaseRow } from '../platform/cases/rows'
import { collection, command, inTransaction, nearPoint } from '../platform/database/collection'
import { placeFields, withinPlace } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { ApiFilingRow, ApiKeyCountRow, ApiKeyRow } from './rows'

/** Every query of open311, one function each. */

const keys = collection<ApiKeyRow>('apiKeys')
const filings = collection<ApiFilingRow>('apiFilings')
const cases = collection<CaseRow>('cases')

// Keys

export const findKey = (keyId: string): Promise<ApiKeyRow | null> => keys.find(keyId)

export const findKeyOfSecret = async (secretName: string): Promise<ApiKeyRow | null> =>
  (await keys.list({ secretName }, { limit: 1 }))[0] ?? null

const KEYS_SHOWN = 200

/** Of a place and all below it, newest first. */
export const listKeys = (placeCode: string): Promise<ApiKeyRow[]> =>
  keys.list(withinPlace(placeCode), { orderBy: { createdAt: 'desc' }, limit: KEYS_SHOWN })

/** Keeps a new key unless its place has `most` already. The same request answers with the key it made. */
export const keepKey = (row: ApiKeyRow, most: number): Promise<ApiKeyRow | 'too_many'> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<ApiKeyRow>('apiKeys', row._id)
    if (before) return before
    const count = await transaction.find<ApiKeyCountRow>('apiKeyCounts', row.placeCode)
    const active = count?.active ?? 0
    if (active >= most) return 'too_many'
    await transaction.put('apiKeyCounts', { _id: row.placeCode, active: active + 1 })
    await transaction.put('apiKeys', row)
    return row
  })

/** Revokes it once; what comes later changes nothing. */
export const revokeKey = (
  keyId: string,
  entry: ApiKeyRow['history'][number],
): Promise<{ before: ApiKeyRow | null; after: ApiKeyRow | null }> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<ApiKeyRow>('apiKeys', keyId)
    if (!before || before.revokedAt !== null) return { before, after: before }
    const count = await transaction.find<ApiKeyCountRow>('apiKeyCounts', before.placeCode)
    const after = { ...before, revokedAt: entry.at, history: [...before.history, entry] }
    await transaction.put('apiKeys', after)
    await transaction.put('apiKeyCounts', { _id: before.placeCode, active: (count?.active ?? 1) - 1 })
    return { before, after }
  })

// What keys have filed

export async function countFiled(keyIds: string[]): Promise<Map<string, number>> {
  if (keyIds.length === 0) return new Map()
  const groups = await filings.aggregate<{ _id: string; times: number }>([
    { $match: { keyId: { $in: keyIds } } },
    { $group: { _id: '$keyId', times: { $sum: '$times' } } },
    { $limit: keyIds.length },
  ])
  return new Map(groups.map(({ _id, times }) => [_id, times]))
}

export interface Claim {
  /** Derived from the key and the client's own id of the report, or else from its words. */
  filingId: string
  keyId: string
  /** For how long the same filing means the same case, in milliseconds. */
  sameFor: number
  now: number
}

/** The id of the case that this filing makes, or has made; decided once, however many come at the same time. */
export const claimCase = ({ filingId, keyId, sameFor, now }: Claim): Promise<string> =>
  inTransaction(async (transaction) => {
    const before = await transaction.find<ApiFilingRow>('apiFilings', filingId)
    if (before && now - before.filedAt < sameFor) return before.caseId
    const times = (before?.times ?? 0) + 1
    const caseId = keyedName('case', 'open311', filingId, String(times))
    await transaction.put('apiFilings', { _id: filingId, keyId, caseId, filedAt: now, times })
    return caseId
  })

/** Which of these cases the key has filed. */
export const listFiledBy = async (keyId: string, caseIds: string[]): Promise<string[]> =>
  caseIds.length === 0
    ? []
    : (await filings.list({ caseId: command.in(caseIds), keyId }, { limit: caseIds.length })).map(
        ({ caseId }) => caseId,
      )

// Cases

export interface CaseFilter {
  area: string
  /** `order` of cases begins with their time of report. */
  from: string
  until: string
  categoryIds: string[] | null
  isOpen: boolean | null
  limit: number
  skip: number
}

/** What the public lists show, newest first. */
export const listCases = ({ area, from, until, categoryIds, isOpen, limit, skip }: CaseFilter) =>
  cases.list(
    {
      ...withinPlace(area),
      isListed: true,
      order: command.gte(from).and(command.lt(until)),
      ...(categoryIds === null ? {} : { categoryId: command.in(categoryIds) }),
      ...(isOpen === null ? {} : { isOpen }),
    },
    { orderBy: { order: 'desc' }, limit, skip },
  )

export const listCasesByNumber = (numbers: string[]): Promise<CaseRow[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : cases.list({ number: command.in(numbers) }, { limit: numbers.length })

const NEAR_METRES = 1000

/** Street of the nearest case that is known around a position, or null. */
export async function nearestStreet({ longitude, latitude }: Position, area: string): Promise<string | null> {
  const near = { geometry: nearPoint(longitude, latitude), maxDistance: NEAR_METRES }
  const where = { location: command.geoNear(near), ...withinPlace(area) }
  const [nearest] = await cases.list(where, { limit: 1 })
  return nearest ? placeFields(nearest.placeCode).streetCode : null
}
