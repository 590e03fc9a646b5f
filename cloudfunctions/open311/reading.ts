import type { Catalogue, Category } from '../../contract/cases/categories'
import { isWithin } from '../../contract/places/within'
import { loadCatalogue } from '../platform/cases/loadRules'
import { loadPublicParts, presentPublicCase } from '../platform/cases/publicCases'
import type { CaseRow } from '../platform/cases/rows'
import { isKnownPlace } from '../platform/placeNames'
import { topPlaces } from '../platform/places'
import { type Outcome, refusing } from './documents'
import { presentDefinition, presentRequest, presentService } from './presented'
import { orderFrom, type RequestFilter, readFilter } from './requestFilter'
import type { ApiKeyRow } from './rows'
import { type Fields, given } from './rules'
import * as store from './store'

/** Services, their definitions, and requests, for everyone to read. */

const offered = ({ categories }: Catalogue): Category[] => categories.filter(({ isRetired }) => !isRetired)

export const findOffered = async (code: string): Promise<Category | undefined> =>
  offered(await loadCatalogue()).find(({ categoryId }) => categoryId === code)

const SERVICE_NOT_FOUND = refusing(404, '没有这个 service_code。')

export const getServices = async (): Promise<Outcome> => ({
  status: 200,
  root: 'services',
  content: offered(await loadCatalogue()).map(presentService),
})

export async function getDefinition(code: string): Promise<Outcome> {
  const category = await findOffered(code)
  if (!category) return SERVICE_NOT_FOUND
  return { status: 200, root: 'service_definition', content: presentDefinition(category) }
}

/** The place that an address is about: the deployment's own, or a district or street of it. */
export function readArea(fields: Fields): { area: string } | { refused: Outcome } {
  const code = given(fields, 'jurisdiction_id')
  const [top, ...others] = topPlaces()
  if (code === null)
    return top && others.length === 0
      ? { area: top }
      : { refused: refusing(400, `没有提供 jurisdiction_id。可以是：${topPlaces().join('、')}。`) }
  const isServed = topPlaces().some((each) => code === each || (isWithin(code, each) && isKnownPlace(code)))
  return isServed
    ? { area: code }
    : { refused: refusing(404, '没有这个 jurisdiction_id。请填行政区划代码。') }
}

/** What everyone may see, and beside it what the asking key has filed itself. */
async function mayBeSeen(rows: CaseRow[], key: ApiKeyRow | null): Promise<CaseRow[]> {
  const hidden = rows.filter(({ isListed }) => !isListed).map(({ _id }) => _id)
  const own = new Set(key ? await store.listFiledBy(key._id, hidden) : [])
  return rows.filter(({ _id, isListed }) => isListed || own.has(_id))
}

async function answerWith(rows: CaseRow[], now: number): Promise<Outcome> {
  const parts = await loadPublicParts(rows, 'whole')
  return {
    status: 200,
    root: 'service_requests',
    content: rows.map((row) => presentRequest(row, presentPublicCase(row, parts, now))),
  }
}

const find = (area: string, { numbers, from, until, page, pageSize, ...filter }: RequestFilter) =>
  store.listCases({
    ...filter,
    area,
    from: orderFrom(from),
    until: orderFrom(until + 1),
    limit: pageSize,
    skip: (page - 1) * pageSize,
  })

export async function getRequests(fields: Fields, key: ApiKeyRow | null, now: number): Promise<Outcome> {
  const place = readArea(fields)
  if ('refused' in place) return place.refused
  const filter = readFilter(fields, now)
  if ('problems' in filter) return refusing(400, filter.problems.join(''))
  if (filter.numbers === null) return answerWith(await find(place.area, filter), now)
  return answerWith(await mayBeSeen(await store.listCasesByNumber(filter.numbers), key), now)
}

export async function getRequest(number: string, key: ApiKeyRow | null, now: number): Promise<Outcome> {
  const rows = await mayBeSeen(await store.listCasesByNumber([number]), key)
  return rows.length === 0 ? refusing(404, '没有这个 service_request_id。') : answerWith(rows, now)
}

/** Every report gets its number at once, so that no token is ever given; a number is taken for one. */
export async function getToken(token: string, key: ApiKeyRow | null): Promise<Outcome> {
  const [row] = await mayBeSeen(await store.listCasesByNumber([token]), key)
  if (!row) return refusing(404, '没有这个 token。每件报告都当即有 service_request_id。')
  return {
    status: 200,
    root: 'service_requests',
    content: [{ service_request_id: row.number, token }],
  }
}
