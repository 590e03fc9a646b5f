import { now } from '../../platform/clock'
import { keyedName } from '../../platform/secrets'
import type { HourEntryRow } from '../../platform/volunteering/rows'
import { type Counting, countEntries, type Known, NOTHING_KNOWN } from './amounts'
import type { FoldedChange, FoldedCollection, FoldedRows, StretchRow } from './rows'
import * as store from './store'

/**
 * Counts follow the ledger of hours, in its order, stretch by stretch. What a stretch changes is worked out once and
 * written down before anything is changed; each row is then replaced only by a later one. So a stretch that two timers
 * carry out at once, or that is carried out again after a crash, counts once.
 */

/** An entry carries the time at which its call began, and may be committed as late as a function may run. */
export const COMMITTED_WITHIN = 90_000
/** Entries in one stretch: what is written down of it stays well below what one row may hold. */
const ENTRIES_AT_ONCE = 40
const CHANGES_AT_ONCE = 16
/** Nobody can still be at a stretch that was made before this: no function runs for longer than a minute. */
const STRETCHES_KEPT = 3_600_000

const DIGITS = 13

/** The key under which everything of a person is counted: it does not lead back. */
export const personKey = (accountId: string): string => keyedName('servicePerson', accountId)

/** Counts what has been entered, until `deadline`; answers how many entries of the ledger it went past. */
export async function foldEntries(deadline: number): Promise<number> {
  const settledUntil = now() - COMMITTED_WITHIN
  let passed = 0
  while (now() < deadline) {
    const after = (await store.findProgress())?.until ?? ''
    const found = (await store.findStretch(after)) ?? (await nextStretch(after, settledUntil))
    if (!found) {
      await store.advance(after, after, settledUntil)
      break
    }
    passed += found.entries
    await carryOut(after, found)
  }
  await store.removeStretches(now() - STRETCHES_KEPT, (await store.findProgress())?.until ?? '')
  return passed
}

/** What was written down and is not finished is carried out to its end. */
export async function finishStretch(): Promise<void> {
  const after = (await store.findProgress())?.until ?? ''
  const stretch = await store.findStretch(after)
  if (stretch) await carryOut(after, stretch)
}

type Stretch = Omit<StretchRow, '_id'>

async function carryOut(after: string, { changes, until }: Stretch): Promise<void> {
  for (let start = 0; start < changes.length; start += CHANGES_AT_ONCE)
    await Promise.all(changes.slice(start, start + CHANGES_AT_ONCE).map(store.carryOut))
  await store.advance(after, until, Number(until.slice(0, DIGITS)))
}

/** Written down; where somebody else was faster, theirs. Null: nothing more is settled. */
async function nextStretch(after: string, settledUntil: number): Promise<Stretch | null> {
  const settled = String(settledUntil).padStart(DIGITS, '0')
  const entries = await store.listEntries(after, settled, ENTRIES_AT_ONCE)
  const until = entries.at(-1)?.order
  if (until === undefined) return null
  const countings = await lookUp(entries.filter(isCounted))
  const known = await loadRows(countEntries(countings, NOTHING_KNOWN, until))
  const changes = countEntries(countings, known, until)
  const stretch = { until, entries: entries.length, madeAt: now(), changes }
  const outcome = await store.insertStretch(after, stretch)
  return outcome === 'inserted' ? stretch : store.findStretch(after)
}

/** Hours that were entered afterwards count nowhere but in the own total. */
const isCounted = (entry: HourEntryRow): entry is Attended =>
  entry.ledger === 'recorded' && entry.attendanceId !== null
type Attended = HourEntryRow & { attendanceId: string }

const attendanceKeyOf = ({ attendanceId }: Attended): string => keyedName('servedAttendance', attendanceId)

const unique = (ids: string[]): string[] => [...new Set(ids)]

async function lookUp(entries: Attended[]): Promise<Counting[]> {
  const accountIds = unique(entries.map(({ accountId }) => accountId))
  const [served, volunteers, wishes, organisations] = await Promise.all([
    store.listServed(unique(entries.map(attendanceKeyOf))),
    store.listVolunteers(accountIds),
    store.listWishes(accountIds),
    store.listOrganisations(unique(entries.map(({ organisationId }) => organisationId))),
  ])
  const servedBy = new Map(served.map((row) => [row._id, row]))
  const volunteerOf = new Map(volunteers.map((row) => [row._id, row]))
  const organisationOf = new Map(organisations.map((row) => [row._id, row]))
  const leaving = new Set(wishes.map(({ accountId }) => accountId))
  return entries.map((entry) => {
    const attendanceKey = attendanceKeyOf(entry)
    const volunteer = volunteerOf.get(entry.accountId)
    const organisation = organisationOf.get(entry.organisationId)
    return {
      entry,
      attendanceKey,
      organisationName: organisation?.name ?? entry.organisationName,
      accountId: volunteer && !leaving.has(entry.accountId) ? entry.accountId : null,
      served: servedBy.get(attendanceKey) ?? {
        person: personKey(entry.accountId),
        organisationPlace: organisation?.placeCode ?? finestPlace(entry),
        streetCode: volunteer?.streetCode ?? null,
        gridCode: volunteer?.gridCode ?? null,
      },
    }
  })
}

const finestPlace = ({ cityCode, districtCode, streetCode, villageCode }: HourEntryRow): string =>
  villageCode ?? streetCode ?? districtCode ?? cityCode

/** The rows that are about to change, as they are. */
async function loadRows(changes: FoldedChange[]): Promise<Known> {
  const names = [...new Set(changes.map(({ collection }) => collection))]
  const idsIn = (name: FoldedCollection) =>
    changes.flatMap(({ collection, row }) => (collection === name ? [row._id] : []))
  const found = await Promise.all(names.map(async (name) => store.listFolded(name, idsIn(name))))
  const rows = new Map(
    names.flatMap((name, index) => (found[index] ?? []).map((row) => [`${name}/${row._id}`, row] as const)),
  )
  return {
    find: <Name extends FoldedCollection>(name: Name, id: string) =>
      rows.get(`${name}/${id}`) as FoldedRows[Name] | undefined,
  }
}
