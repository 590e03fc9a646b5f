import { createHash } from 'node:crypto'
import type { Category } from '../../contract/cases/categories'
import { isWithin } from '../../contract/places/within'
import { findRoute, loadCalendar, loadCatalogue } from '../platform/cases/loadRules'
import { insertCase } from '../platform/cases/newCase'
import { type CaseRow, geoPoint } from '../platform/cases/rows'
import { shanghaiTime } from '../platform/clock'
import { submitContent } from '../platform/contents/submit'
import { toGcj02 } from '../platform/datums'
import type { HttpRequest } from '../platform/httpEvent'
import { secondsToWait } from '../platform/pace'
import { isKnownPlace, placeWords } from '../platform/placeNames'
import { placeInText } from '../platform/placesInText'
import { seal } from '../platform/sealed'
import { keyedName } from '../platform/secrets'
import { failing, type Outcome, refusing } from './documents'
import { secretName } from './keys'
import { findOffered, readArea } from './reading'
import type { ApiKeyRow } from './rows'
import { type Filing, type Form, given, isOwnId, readFiling } from './rules'
import * as store from './store'

/** Filing a report with a key. */

/** A program that files more is broken, or is not meant well. */
const PACE = { calls: 60, seconds: 60 }
/** Without an id of its own, the same words of the same key within this time are the same report. */
const SAME_WORDS = 10 * 60_000

/** The key that a request names, if it may be used; null when it names none that may. */
export async function findUsableKey(secret: string | null): Promise<ApiKeyRow | null> {
  if (secret === null) return null
  const row = await store.findKeyOfSecret(secretName(secret))
  return row && row.revokedAt === null ? row : null
}

export async function postRequest(request: HttpRequest, form: Form, now: number): Promise<Outcome> {
  const key = await findUsableKey(given(form.fields, 'api_key'))
  if (!key) return refusing(403, '没有提供 api_key，或者它不正确、已经停用。')
  const wait = secondsToWait(`open311 ${key._id}`, PACE, now)
  if (wait > 0) return refusing(429, `提交太快了，请等 ${wait} 秒。`)
  const place = readArea(form.fields)
  if ('refused' in place) return place.refused
  const code = given(form.fields, 'service_code')
  if (code === null) return refusing(400, '没有提供 service_code。')
  const category = await findOffered(code)
  if (!category) return refusing(404, '没有这个 service_code。')
  const read = readFiling(form, category)
  if ('problems' in read)
    return failing(
      400,
      read.problems.map((description) => ({ code: 400, description })),
    )
  const ownId = request.headers['idempotency-key']
  if (ownId !== undefined && !isOwnId(ownId))
    return refusing(400, 'Idempotency-Key 是 8 到 64 个字母、数字或短横。')
  return receipt(await fileOnce({ key, category, filing: read.filing, form, ownId, now }))
}

interface Filed {
  key: ApiKeyRow
  category: Category
  filing: Filing
  form: Form
  ownId: string | undefined
  now: number
}

/** What was sent, whatever the order of its fields. */
const wordsOf = ({ fields, attributes }: Form): string =>
  createHash('sha256')
    .update(JSON.stringify([Object.entries(fields).sort(), Object.entries(attributes).sort()]))
    .digest('hex')

async function fileOnce({ key, category, filing, form, ownId, now }: Filed): Promise<CaseRow> {
  const [kind, name] = ownId === undefined ? ['words', wordsOf(form)] : ['id', ownId]
  const filingId = keyedName('apiFiling', key._id, kind, name)
  const sameFor = ownId === undefined ? SAME_WORDS : Number.POSITIVE_INFINITY
  const caseId = await store.claimCase({ filingId, keyId: key._id, sameFor, now })
  const placeCode = await findPlace(filing, key.placeCode)
  const address = filing.address ?? (placeWords(placeCode) || '地图上的位置')
  const contentId = await keepWords({ caseId, category, filing, placeCode, now })
  const { position, description, answers, contact } = filing
  const { row } = await insertCase({
    begun: {
      _id: caseId,
      source: 'open311',
      accountId: null,
      foreignNumber: null,
      description,
      answers,
      contentId,
      photos: [],
      placeCode,
      address,
      location: position && geoPoint(toGcj02(position, 'wgs84')),
      sealedContact: contact && seal(caseId, JSON.stringify(contact)),
      seenAt: now,
      reportedAt: now,
    },
    category,
    catalogueVersion: (await loadCatalogue()).version,
    requestId: caseId,
    actor: 'reporter',
    route: await findRoute({ category, placeCode, at: now, source: 'open311' }),
    calendar: await loadCalendar(),
  })
  return row
}

/** The finest place that is known of where it lies; never outside of what the key is for. */
async function findPlace({ address, addressId, position }: Filing, area: string): Promise<string> {
  if (addressId !== null && isKnownPlace(addressId) && isWithin(addressId, area)) return addressId
  const named = address === null ? null : placeInText(address, area)
  const isStreet = named !== null && named.length > '310106'.length
  const near =
    position && !isStreet ? await store.nearestStreet(toGcj02(position, 'wgs84'), named ?? area) : null
  return near ?? named ?? area
}

interface Words {
  caseId: string
  category: Category
  filing: Filing
  placeCode: string
  now: number
}

/** Nobody is known who wrote it, so WeChat cannot be asked about it: staff look before anyone sees it. */
async function keepWords({ caseId, category, filing, placeCode, now }: Words): Promise<string | null> {
  const text = [filing.description, filing.address ?? ''].filter(Boolean).join('\n')
  if (text === '') return null
  const submission = {
    kind: 'report' as const,
    subject: `case/${caseId}`,
    subjectName: category.name,
    placeCode,
    accountId: null,
    openid: null,
    text,
    pictures: [],
    requestId: caseId,
  }
  return (await submitContent(submission, now)).contentId
}

const receipt = ({ number, dueAt }: CaseRow): Outcome => ({
  status: 200,
  root: 'service_requests',
  content: [
    {
      service_request_id: number,
      service_notice: dueAt === null ? null : `预计在 ${shanghaiTime(dueAt)} 以前处理。`,
      account_id: null,
    },
  ],
})
