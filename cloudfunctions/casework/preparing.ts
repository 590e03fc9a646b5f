import type { CaseStepInput } from '../../contract/casework'
import { isWithin } from '../../contract/places/within'
import type { ChangeProblem } from '../platform/cases/changeCase'
import { firstDesk } from '../platform/cases/desks'
import { findCategory } from '../platform/cases/loadRules'
import { keepCasePhotos } from '../platform/cases/photos'
import { type CasePhotoRow, type CaseRow, geoPoint } from '../platform/cases/rows'
import type { Step } from '../platform/cases/steps'
import { findInTable } from '../platform/nationalTable'
import { findOrganisation } from '../platform/organisations'
import { topPlaces } from '../platform/places'
import { mayReceive } from './rules'
import * as store from './store'

/** Looks up what steps need, before the transaction in which they are taken. */

export type LookUpProblem =
  | { code: 'department_not_found' }
  | { code: 'colleague_not_found' }
  | { code: 'category_not_found' }
  | { code: 'place_not_found' }
  | { code: 'photo_unreadable'; index: number }

export type ActProblem = ChangeProblem | LookUpProblem

type At = Pick<CaseRow, 'placeCode' | 'deskCode' | 'departmentId'>
type Found = Step | { problem: LookUpProblem }

/** In their order: a department is looked for where an earlier step has moved the case to. */
export async function prepareSteps(
  row: At,
  inputs: readonly CaseStepInput[],
  now: number,
): Promise<{ steps: Step[] } | { problem: LookUpProblem }> {
  const steps: Step[] = []
  let at = row
  for (const input of inputs) {
    const found = await lookUp(input, at, now)
    if ('problem' in found) return found
    steps.push(found)
    if (found.place) at = movedTo(at, found.place.placeCode)
  }
  return { steps }
}

const movedTo = (at: At, placeCode: string): At => ({
  ...at,
  placeCode,
  deskCode: isWithin(placeCode, at.deskCode) ? at.deskCode : firstDesk(placeCode),
})

function lookUp(input: CaseStepInput, at: At, now: number): Promise<Found> | Found {
  switch (input.act) {
    case 'dispatch':
    case 'redispatch':
      return withDepartment(input, at)
    case 'handOver':
      return withColleague(input, at, now)
    case 'recategorise':
      return withCategory(input)
    case 'relocate':
      return withPlace(input)
    case 'note':
    case 'handle':
      return withPhotos(input)
    default:
      return input
  }
}

type Input<A extends CaseStepInput['act']> = Extract<CaseStepInput, { act: A }>

async function withDepartment(
  { departmentId, ...step }: Input<'dispatch' | 'redispatch'>,
  at: At,
): Promise<Found> {
  const organisation = await findOrganisation(departmentId)
  if (!organisation || !mayReceive(organisation, at)) return { problem: { code: 'department_not_found' } }
  const { _id, name, placeCode } = organisation
  return { ...step, department: { _id, name, placeCode } }
}

async function withColleague({ grantId, ...step }: Input<'handOver'>, at: At, now: number): Promise<Found> {
  const grant = await store.findGrant(grantId)
  const holds =
    grant?.role === 'handler' &&
    grant.organisationId === at.departmentId &&
    (grant.endsAt === null || grant.endsAt > now)
  if (!grant || !holds) return { problem: { code: 'colleague_not_found' } }
  return { ...step, colleague: { _id: grant._id, name: grant.name } }
}

async function withCategory({ act, categoryId }: Input<'recategorise'>): Promise<Found> {
  const found = await findCategory(categoryId)
  if (!found || found.category.isRetired) return { problem: { code: 'category_not_found' } }
  return { act, category: found.category, catalogueVersion: found.version }
}

function withPlace({ act, placeCode, address, position }: Input<'relocate'>): Found {
  const isServed = topPlaces().some((top) => isWithin(placeCode, top))
  if (!isServed || !isKnown(placeCode)) return { problem: { code: 'place_not_found' } }
  return { act, place: { placeCode, address, location: position && geoPoint(position) } }
}

const VILLAGE = 12

/** Grids are kept by staff, not in the table: of one, its village is asked for. */
const isKnown = (placeCode: string): boolean => findInTable(placeCode.slice(0, VILLAGE)) !== undefined

async function withPhotos({ photos, ...step }: Input<'note' | 'handle'>): Promise<Found> {
  const kept = await keepCasePhotos(photos)
  return 'unreadable' in kept
    ? { problem: { code: 'photo_unreadable', index: kept.unreadable } }
    : { ...step, photos: kept }
}

export const photosOf = (steps: readonly Step[]): CasePhotoRow[] => steps.flatMap(({ photos = [] }) => photos)

export const uploadsOf = (inputs: readonly CaseStepInput[]): string[] =>
  inputs.flatMap((input) => ('photos' in input ? input.photos : []))
