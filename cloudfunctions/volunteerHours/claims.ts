import { fail, ok } from '../../contract/result'
import type { volunteerHours } from '../../contract/volunteerHours'
import { ACTIVITY_UPLOADS } from '../../contract/volunteering/activities'
import { placeChain } from '../platform/cases/routing'
import { deletePictures } from '../platform/contents/pictures'
import { filesOf, type KeptPhoto, keepPhotos, type PhotoPlace, removeUploads } from '../platform/keptPhotos'
import { type Notice, notifyIn } from '../platform/messages'
import { findOrganisation, type KnownOrganisation } from '../platform/organisations'
import { linkPhotos } from '../platform/photos'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findVolunteer } from '../platform/volunteering/names'
import { pageOf } from './pages'
import { namesOf } from './people'
import { presentClaim } from './presented'
import type { ClaimRow } from './rows'
import { hasDone, mayBeClaimed, orderOf } from './rules'
import * as store from './store'
import { claimAfter } from './transitions'

/** Hours that a volunteer enters afterwards, with proof. */

type HoursMethods = Methods<typeof volunteerHours>
type Claiming = Parameters<HoursMethods['claimHours']>[0]

const PROOFS: PhotoPlace = { uploads: ACTIVITY_UPLOADS, folder: 'claimPhotos', purpose: 'claimPhoto' }

/** As `caller` sees them. */
export async function presentClaims(rows: ClaimRow[], caller: string) {
  const [links, name] = await Promise.all([
    linkPhotos(rows.flatMap(({ photos }) => filesOf(photos))),
    namesOf(rows.map(({ accountId }) => accountId)),
  ])
  return rows.map((row) => presentClaim(row, { name: name(row.accountId), caller, links }))
}

export async function answerClaimRow(row: ClaimRow, caller: string) {
  const [claim] = await presentClaims([row], caller)
  if (!claim) throw new Error(`no claim presented of ${row._id}`)
  return ok({ claim })
}

export const claimHours: HoursMethods['claimHours'] = async (call) => {
  const { input, caller, requestId, now } = call
  const claimId = keyedName('hourClaim', caller.accountId, requestId)
  const known = await store.findClaim(claimId)
  if (known) return answerClaimRow(known, caller.accountId)
  const [volunteer, organisation] = await Promise.all([
    findVolunteer(caller.accountId),
    findOrganisation(input.organisationId),
  ])
  if (!volunteer) return fail({ code: 'not_volunteer' })
  if (!organisation) return fail({ code: 'organisation_not_found' })
  if (organisation.isClosed) return fail({ code: 'organisation_closed' })
  if (!mayBeClaimed(input.day, now)) return fail({ code: 'day_not_possible' })
  const photos = await keepPhotos(PROOFS, input.photos)
  if ('unreadable' in photos) {
    // The same claim, sent at the same time, may have been faster and removed what was uploaded.
    const faster = await store.findClaim(claimId)
    return faster
      ? answerClaimRow(faster, caller.accountId)
      : fail({ code: 'photo_unreadable', index: photos.unreadable })
  }
  const row = await propose(newClaim(call, claimId, organisation, photos), now)
  await removeUploads(PROOFS, input.photos)
  return answerClaimRow(row, caller.accountId)
}

const newClaim = (
  { input, caller, requestId, now }: Claiming,
  claimId: string,
  { _id: organisationId, name, placeCode }: KnownOrganisation,
  photos: KeptPhoto[],
): ClaimRow => ({
  _id: claimId,
  accountId: caller.accountId,
  organisationId,
  organisationName: name,
  placeCode,
  day: input.day,
  minutes: input.minutes,
  what: input.what,
  photos,
  state: 'proposed',
  reason: null,
  proposedAt: now,
  order: orderOf(now, claimId),
  version: 1,
  history: [{ act: 'proposed', requestId, accountId: caller.accountId, at: now, reason: null }],
})

/** Once, together with the word to those who can answer it. */
async function propose(row: ClaimRow, now: number): Promise<ClaimRow> {
  const told = await whoAnswers(row, now)
  return store.inTransaction(async (transaction) => {
    const known = await transaction.find<ClaimRow>('hourClaims', row._id)
    if (known) return known
    await transaction.put('hourClaims', row)
    for (const accountId of told) await notifyIn(transaction, noticeOf(row, accountId), now)
    return row
  })
}

/** The leaders; where there is none but the person, the administrators who are nearest. */
async function whoAnswers(
  { organisationId, placeCode, accountId }: ClaimRow,
  now: number,
): Promise<string[]> {
  const others = (grants: { accountId: string }[]) => [
    ...new Set(grants.map((grant) => grant.accountId).filter((each) => each !== accountId)),
  ]
  const leaders = others(await store.listLeaders(organisationId, now))
  if (leaders.length > 0) return leaders
  const chain = placeChain(placeCode)
  const administrators = await store.listAdministratorsAt(chain, now)
  const nearest = chain.map((place) => others(administrators.filter((grant) => grant.placeCode === place)))
  return nearest.find((here) => here.length > 0) ?? []
}

const noticeOf = (row: ClaimRow, accountId: string): Notice => ({
  accountId,
  kind: 'volunteerWork',
  about: `hourClaim/${row._id}`,
  title: '有人补录志愿服务时长',
  line: `${row.organisationName}：${row.what}`,
  page: `features/organising/pages/claims/index?organisationId=${row.organisationId}`,
})

export const withdrawClaim: HoursMethods['withdrawClaim'] = async ({ input, caller, requestId, now }) => {
  const { accountId } = caller
  const outcome = await store.inTransaction(async (transaction) => {
    const row = await transaction.find<ClaimRow>('hourClaims', input.claimId)
    if (row?.accountId !== accountId) return 'claim_not_found' as const
    if (hasDone(row.history, requestId)) return { row, files: [] }
    const state = claimAfter(row.state, 'withdraw')
    if (state === null) return 'claim_is_decided' as const
    const entry = { act: 'withdrawn' as const, requestId, accountId, at: now, reason: null }
    const history = [...row.history, entry]
    const after: ClaimRow = { ...row, state, photos: [], version: row.version + 1, history }
    await transaction.put('hourClaims', after)
    return { row: after, files: filesOf(row.photos) }
  })
  if (typeof outcome === 'string') return fail({ code: outcome })
  // Nobody looks at the proof of what is no longer claimed.
  await deletePictures(outcome.files)
  return answerClaimRow(outcome.row, accountId)
}

export const listMyClaims: HoursMethods['listMyClaims'] = async ({ input, caller: { accountId } }) => {
  const { page, next } = pageOf(await store.listClaimsOf(accountId, input.after), ({ order }) => order)
  return ok({ claims: await presentClaims(page, accountId), next })
}
