import type { Position } from '../../contract/cases/cases'
import { type Act, actsIn, type CaseState } from '../../contract/cases/workflow'
import { isWithin } from '../../contract/places/within'
import type { RoleGrant } from '../platform/access'
import { deskAbove, partsIn } from '../platform/cases/desks'
import { placeChain } from '../platform/cases/routing'
import { type CaseEntry, type CaseRow, positionOf } from '../platform/cases/rows'
import { alarmAt } from '../platform/cases/settle'

/** Decisions of casework beyond the table of steps. Pure: values in, values out. */

export type Acting = readonly RoleGrant[]

/** What this very request left, or null when it has not been carried out. */
export function leftBy(
  { history }: Pick<CaseRow, 'history'>,
  requestId: string,
): { version: number; state: CaseState } | null {
  const last = history.findLast((entry) => entry.requestId === requestId)
  return last ? { version: last.version, state: last.state } : null
}

/** What the table and the case leave open to somebody now, for the buttons of a screen. */
export function actsOpenTo(row: CaseRow, acting: Acting): Act[] {
  const actors = partsIn(acting, row).map(({ actor }) => actor)
  return actsIn(row.state, actors).filter((act) => {
    if (act === 'decline') return row.asked !== null
    if (act === 'escalate') return actors.some((actor) => deskAbove(row, actor) !== null)
    return true
  })
}

type Lying = Pick<CaseRow, 'placeCode' | 'deskCode'>

/** A department is given what lies where it is, above it, or elsewhere at the desk that has it. */
export const mayReceive = (
  organisation: { placeCode: string; isClosed: boolean },
  { placeCode, deskCode }: Lying,
): boolean =>
  !organisation.isClosed &&
  (isWithin(placeCode, organisation.placeCode) || isWithin(organisation.placeCode, deskCode))

/** Another open case, at a desk where the same person dispatches. */
export const mayAbsorb = (
  target: Pick<CaseRow, '_id' | 'isOpen' | 'deskCode' | 'departmentId'>,
  from: string,
  acting: Acting,
): boolean =>
  target._id !== from && target.isOpen && partsIn(acting, target).some(({ actor }) => actor === 'dispatcher')

/** Who is told: whoever has the case now, or those who answer for its desk. */
export type Audience = 'department' | 'assignee' | 'dispatchers' | 'supervisors'

/** Who does the next thing with a case. */
export function holderOf({ state, assigneeId }: Pick<CaseRow, 'state' | 'assigneeId'>): Audience {
  if (state === 'supervised') return 'supervisors'
  if (state !== 'dispatched' && state !== 'handling' && state !== 'suspended') return 'dispatchers'
  return assigneeId === null ? 'department' : 'assignee'
}

export type Alarm = 'soon' | 'late' | 'escalated'
const ALARMS: readonly Alarm[] = ['soon', 'late', 'escalated']

/** Alarms whose moment has come and that have not been given. Once it is late nobody is told that it soon will be. */
export function alarmsDue(
  row: Pick<CaseRow, 'state' | 'stateSince' | 'suspendedUntil' | 'alarmLevel' | 'stageDueAt'>,
  now: number,
): { level: number; alarms: Alarm[] } {
  let level = row.alarmLevel
  for (let next = alarmAt(row, row.stageDueAt); next !== null && next <= now; ) {
    level += 1
    next = alarmAt({ ...row, alarmLevel: level }, row.stageDueAt)
  }
  const alarms = ALARMS.slice(row.alarmLevel, level)
  return { level, alarms: alarms.includes('late') ? alarms.filter((alarm) => alarm !== 'soon') : alarms }
}

/** Who of staff is told of a step at once. Everything else they see in their lists. */
const TOLD: Partial<Record<Act, 'holder' | Audience>> = {
  dispatch: 'holder',
  redispatch: 'holder',
  handOver: 'holder',
  reject: 'holder',
  dissatisfy: 'holder',
  extend: 'holder',
  suspend: 'holder',
  resume: 'holder',
  decline: 'holder',
  remind: 'holder',
  return: 'dispatchers',
  askExtension: 'dispatchers',
  askSuspension: 'dispatchers',
  handle: 'dispatchers',
  escalate: 'dispatchers',
  complain: 'supervisors',
}

/**
 * The newest step that each audience is told of, among those they have not been told of. What has been overtaken meanwhile
 * is not told: a department that lost the case again has nothing to do.
 */
export function toTell(row: CaseRow): { entry: CaseEntry; audience: Audience }[] {
  const holder = holderOf(row)
  const newest = new Map<Audience, CaseEntry>()
  for (const entry of row.history.slice(row.toldStaff)) {
    const told = TOLD[entry.act]
    if (told !== undefined) newest.set(told === 'holder' ? holder : told, entry)
  }
  return [...newest].flatMap(([audience, entry]) =>
    isOvertaken(row, audience, holder) ? [] : [{ entry, audience }],
  )
}

const isOvertaken = (row: CaseRow, audience: Audience, holder: Audience): boolean =>
  !row.isOpen || (audience !== holder && row.asked === null)

const STREET = 9

/** Places whose organisations a case can be given to: its street, its district, and the city once its desk has it. */
export function placesOfReceivers({ placeCode, deskCode }: Lying): string[] {
  const chain = placeChain(placeCode.slice(0, STREET))
  return chain.slice(0, Math.max(1, chain.indexOf(deskCode)) + 1)
}

const EARTH_RADIUS = 6_371_008
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres over the ground. */
export function distanceBetween(from: Position, to: Position): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const square =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude)
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square)))
}

/** By growing distance; what has no position comes last. */
export const nearestFirst = <R extends Pick<CaseRow, 'location'>>(
  rows: readonly R[],
  from: Position,
): (R & { distance: number | null })[] =>
  rows
    .map((row) => {
      const position = positionOf(row.location)
      return { ...row, distance: position && distanceBetween(from, position) }
    })
    .sort((a, b) => (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE))
