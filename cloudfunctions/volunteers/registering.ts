import { randomBytes } from 'node:crypto'
import { CARD_CODE_LENGTH } from '../../contract/limits'
import { isWithin } from '../../contract/places/within'
import { fail, ok } from '../../contract/result'
import type { volunteers } from '../../contract/volunteers'
import { findInTable } from '../platform/nationalTable'
import { placeFields, topPlaces } from '../platform/places'
import { seal } from '../platform/sealed'
import { base32 } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findVolunteer, openVolunteer, shownNameOf } from '../platform/volunteering/names'
import type { SealedVolunteer, VolunteerRow } from '../platform/volunteering/rows'
import { listMyTeams } from './myTeams'
import { presentVolunteer } from './presented'
import { ageProblem, guardianKept, hasDone, isHome, nextAgeCheck } from './rules'
import * as store from './store'

type VolunteersMethods = Methods<typeof volunteers>

export const getMyVolunteer: VolunteersMethods['getMyVolunteer'] = async ({ caller: { accountId }, now }) => {
  const [row, teams] = await Promise.all([findVolunteer(accountId), listMyTeams(accountId)])
  return ok({ volunteer: row && presentVolunteer(row, now), teams })
}

const aCardCode = (): string => base32(randomBytes(CARD_CODE_LENGTH), CARD_CODE_LENGTH)

type Details = Parameters<VolunteersMethods['register']>[0]['input']

/** Somebody who lives in a grid that has been closed since stays there until they choose another. */
async function problemOf(input: Details, before: VolunteerRow | null, now: number) {
  const { bornIn, guardian, placeCode, gridCode } = input
  const problem = ageProblem(bornIn, guardian !== null, now)
  if (problem) return problem
  const isServed = topPlaces().some((top) => isWithin(placeCode, top))
  if (!isServed || !isHome(findInTable(placeCode)?.level)) return 'place_not_found'
  if (gridCode === null) return null
  if (!isWithin(gridCode, placeCode)) return 'grid_not_found'
  if (gridCode === before?.gridCode || (await store.listOpenGrids([gridCode])).length > 0) return null
  return 'grid_not_found'
}

function fieldsOf(accountId: string, input: Details, before: SealedVolunteer | null, now: number) {
  const { name, bornIn, placeCode, gridCode, skills, times, isListed } = input
  const guardian = guardianKept(input.guardian, before?.guardian ?? null, bornIn, now)
  return {
    ...placeFields(placeCode),
    placeCode,
    gridCode,
    sealed: seal(accountId, JSON.stringify({ name, bornIn, guardian } satisfies SealedVolunteer)),
    shownName: shownNameOf(name),
    isListed,
    skills: [...new Set(skills)],
    times: [...new Set(times)],
    ageCheckAt: nextAgeCheck({ guardian }, now),
  }
}

export const register: VolunteersMethods['register'] = async ({
  input,
  caller: { accountId },
  requestId,
  now,
}) => {
  const problem = await problemOf(input, null, now)
  for (;;) {
    const known = await findVolunteer(accountId)
    if (known && hasDone(known.history, requestId)) return ok({ volunteer: presentVolunteer(known, now) })
    if (known) return fail({ code: 'already_registered' })
    if (problem) return fail({ code: problem })
    const row: VolunteerRow = {
      ...fieldsOf(accountId, input, null, now),
      _id: accountId,
      cardCode: aCardCode(),
      registeredAt: now,
      version: 1,
      history: [{ act: 'registered', requestId, accountId, at: now, reason: null }],
    }
    // Refused: the person is there by now, or another card has this code.
    if ((await store.insertVolunteer(row)) === 'inserted')
      return ok({ volunteer: presentVolunteer(row, now) })
  }
}

export const revise: VolunteersMethods['revise'] = async ({
  input,
  caller: { accountId },
  requestId,
  now,
}) => {
  const row = await findVolunteer(accountId)
  if (!row) return fail({ code: 'not_volunteer' })
  if (hasDone(row.history, requestId)) return ok({ volunteer: presentVolunteer(row, now) })
  const problem = await problemOf(input, row, now)
  if (problem) return fail({ code: problem })
  const change = fieldsOf(accountId, input, openVolunteer(row), now)
  const entry = { act: 'revised', requestId, accountId, at: now, reason: null } as const
  const isChanged = await store.changeVolunteer(accountId, input.basedOn, change, entry)
  const current = await findVolunteer(accountId)
  if (!current) return fail({ code: 'not_volunteer' })
  if (!isChanged && !hasDone(current.history, requestId)) return fail({ code: 'changed_meanwhile' })
  return ok({ volunteer: presentVolunteer(current, now) })
}

export const renewCard: VolunteersMethods['renewCard'] = async ({
  caller: { accountId },
  requestId,
  now,
}) => {
  const entry = { act: 'cardRenewed', requestId, accountId, at: now, reason: null } as const
  const row = await findVolunteer(accountId)
  if (!row) return fail({ code: 'not_volunteer' })
  if (hasDone(row.history, requestId)) return ok({ cardCode: row.cardCode })
  for (;;) {
    const after = aCardCode()
    const outcome = await store.changeCard(accountId, { before: row.cardCode, after }, entry)
    if (outcome === true) return ok({ cardCode: after })
    if (outcome === 'taken') continue
    // Renewed at this very moment, by this request or by another tap: one new card is what was asked for.
    const current = await findVolunteer(accountId)
    return current ? ok({ cardCode: current.cardCode }) : fail({ code: 'not_volunteer' })
  }
}
