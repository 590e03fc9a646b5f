import { type PlaceFields, placeFields } from '../../platform/places'
import type { HourEntryRow } from '../../platform/volunteering/rows'
import type { CountRow, FoldedChange, FoldedCollection, FoldedRows, ScopeKind, ServedRow } from './rows'

/** What an entry of the ledger changes. Pure. */

export type CountedEntry = Pick<
  HourEntryRow,
  'accountId' | 'attendanceId' | 'activityId' | 'organisationId' | 'minutes' | 'week' | 'month'
>

/** An entry, and what was looked up about it. */
export interface Counting {
  entry: CountedEntry
  attendanceKey: string
  /** How the attendance has been counted, or will be if it has not. */
  served: Pick<ServedRow, 'person' | 'organisationPlace' | 'streetCode' | 'gridCode'>
  organisationName: string
  /** Null: the person is not to be named any more. */
  accountId: string | null
}

export interface Known {
  find<Name extends FoldedCollection>(collection: Name, id: string): FoldedRows[Name] | undefined
}

export const countId = (kind: ScopeKind, subject: string, period: string): string =>
  `${kind}-${subject}-${period}`
export const personId = (board: string, person: string): string => `${board}-${person}`
export const personYearId = (person: string, year: string): string => `${person}-${year}`

const YEAR = 4
const nobody = { minutes: 0, people: 0, participations: 0, activities: 0 }

/** 1: it begins to count, -1: it counts no longer. */
const step = (before: number, after: number): number => Number(after > 0) - Number(before > 0)

type Begun<R> = Omit<R, 'foldedUntil'>

/** Rows as they are while a stretch is being counted. */
function rowsFrom(known: Known, until: string) {
  const changes = new Map<string, FoldedChange>()
  const change = <Name extends FoldedCollection>(
    collection: Name,
    begun: Begun<FoldedRows[Name]> & { _id: string },
    changed: (row: FoldedRows[Name]) => Partial<FoldedRows[Name]>,
  ): { before: FoldedRows[Name]; after: FoldedRows[Name] } => {
    const key = `${collection}/${begun._id}`
    const before = (changes.get(key)?.row ??
      known.find(collection, begun._id) ?? { ...begun, foldedUntil: '' }) as FoldedRows[Name]
    const after = { ...before, ...changed(before), foldedUntil: until }
    changes.set(key, { collection, row: after } as FoldedChange)
    return { before, after }
  }
  return { change, listed: () => [...changes.values()] }
}
type Rows = ReturnType<typeof rowsFrom>

interface Steps {
  minutes: number
  participations: number
  activities: number
}

function addTo(
  rows: Rows,
  { kind, subject, period, name = null, placeCode }: Partial<CountRow> & ScopeOf,
  added: Steps & { people: number },
): void {
  const fields: PlaceFields = placeFields(placeCode)
  const begun = { ...nobody, ...fields, kind, subject, period, name, placeCode, firstMonths: {} }
  rows.change('serviceCounts', { ...begun, _id: countId(kind, subject, period) }, (row) => ({
    name: name ?? row.name,
    minutes: row.minutes + added.minutes,
    people: row.people + added.people,
    participations: row.participations + added.participations,
    activities: row.activities + added.activities,
  }))
}
type ScopeOf = Pick<CountRow, 'kind' | 'subject' | 'period' | 'placeCode'>

/** A scope with boards: each person has a line in it, and is one of its people while the line is above 0. */
function countInScope(
  rows: Rows,
  scope: ScopeOf & Pick<CountRow, 'name'>,
  { served, accountId }: Counting,
  steps: Steps,
): void {
  const board = countId(scope.kind, scope.subject, scope.period)
  const begun = { _id: personId(board, served.person), board, accountId, minutes: 0 }
  const { before, after } = rows.change('servicePeople', begun, ({ minutes }) => ({
    accountId,
    minutes: minutes + steps.minutes,
  }))
  addTo(rows, scope, { ...steps, people: step(before.minutes, after.minutes) })
}

/** The first month of a year in which somebody served in a place; undefined: none. */
const firstMonth = (minutes: Record<string, number>, placeCode: string): string | undefined =>
  Object.keys(minutes)
    .filter((key) => key.startsWith(`${placeCode}/`) && (minutes[key] ?? 0) > 0)
    .sort()[0]
    ?.slice(placeCode.length + 1)

/** All organisations at a place and below: by month, with the people of the year by their first month. */
function countInPlace(rows: Rows, placeCode: string, { entry, served }: Counting, steps: Steps): void {
  const { month } = entry
  const year = month.slice(0, YEAR)
  const key = `${placeCode}/${month}`
  const { before, after } = rows.change(
    'serviceYears',
    { _id: personYearId(served.person, year), minutes: {} },
    ({ minutes }) => ({ minutes: { ...minutes, [key]: (minutes[key] ?? 0) + steps.minutes } }),
  )
  const scope = { kind: 'place', subject: placeCode, placeCode } as const
  const people = step(before.minutes[key] ?? 0, after.minutes[key] ?? 0)
  addTo(rows, { ...scope, period: month }, { ...steps, people })
  const [was, is] = [before, after].map(({ minutes }) => firstMonth(minutes, placeCode))
  addTo(rows, { ...scope, period: year }, { ...steps, people: Number(!!is) - Number(!!was) })
  if (was !== is) moveFirstMonth(rows, countId('place', placeCode, year), was, is)
}

function moveFirstMonth(rows: Rows, _id: string, was: string | undefined, is: string | undefined): void {
  const added = (months: Record<string, number>, month: string | undefined, by: number) =>
    month === undefined ? months : { ...months, [month]: (months[month] ?? 0) + by }
  // The row is there: it has just been added to.
  rows.change('serviceCounts', { _id } as CountRow, ({ firstMonths }) => ({
    firstMonths: added(added(firstMonths, was, -1), is, 1),
  }))
}

const levelsOf = (code: string): string[] => {
  const { cityCode, districtCode, streetCode, villageCode } = placeFields(code)
  return [cityCode, districtCode, streetCode, villageCode].flatMap((level) => level ?? [])
}

/** What is counted of the attendance and its activity, each once while its hours are above 0. */
function stepsOf(rows: Rows, { entry, attendanceKey, served }: Counting): Steps {
  const attendance = rows.change(
    'serviceAttendances',
    { ...served, _id: attendanceKey, minutes: 0 },
    ({ minutes }) => ({ minutes: minutes + entry.minutes }),
  )
  const participations = step(attendance.before.minutes, attendance.after.minutes)
  if (entry.activityId === null) return { minutes: entry.minutes, participations, activities: 0 }
  const activity = rows.change('serviceActivities', { _id: entry.activityId, participations: 0 }, (row) => ({
    participations: row.participations + participations,
  }))
  const activities = step(activity.before.participations, activity.after.participations)
  return { minutes: entry.minutes, participations, activities }
}

function countEntry(rows: Rows, counting: Counting): void {
  const { entry, served, organisationName: name } = counting
  const steps = stepsOf(rows, counting)
  const atHome = { ...steps, activities: 0 }
  for (const period of [entry.week, entry.month, entry.month.slice(0, YEAR)]) {
    const organisation = { kind: 'organisation', subject: entry.organisationId, period, name } as const
    countInScope(rows, { ...organisation, placeCode: served.organisationPlace }, counting, steps)
    for (const kind of ['street', 'grid'] as const) {
      const home = kind === 'street' ? served.streetCode : served.gridCode
      if (home)
        countInScope(rows, { kind, subject: home, period, name: null, placeCode: home }, counting, atHome)
    }
  }
  for (const placeCode of levelsOf(served.organisationPlace)) countInPlace(rows, placeCode, counting, steps)
}

/** Every row that changes, as it is after these entries; which ones these are does not depend on what is known of them. */
export function countEntries(countings: readonly Counting[], known: Known, until: string): FoldedChange[] {
  const rows = rowsFrom(known, until)
  for (const counting of countings) countEntry(rows, counting)
  return rows.listed()
}

export const NOTHING_KNOWN: Known = { find: () => undefined }
