import { collection, command } from '../../platform/database/collection'
import { listWishes } from '../../platform/forgetting'
import type { OrganisationRow } from '../../platform/organisations'
import { listVolunteers } from '../../platform/volunteering/names'
import type { HourEntryRow } from '../../platform/volunteering/rows'
import type {
  FoldedChange,
  FoldedCollection,
  FoldedRows,
  PersonRow,
  ProgressRow,
  ServedRow,
  StretchRow,
} from './rows'

/** Every query of folding, one function each. */

const entries = collection<HourEntryRow>('hourEntries')
const organisations = collection<OrganisationRow>('organisations')
const served = collection<ServedRow>('serviceAttendances')
const people = collection<PersonRow>('servicePeople')
const progress = collection<ProgressRow>('serviceProgress')
const stretches = collection<StretchRow>('serviceStretches')

const IDS_AT_ONCE = 100

/** Entries between two orders, both excluded. */
export const listEntries = (after: string, before: string, limit: number): Promise<HourEntryRow[]> =>
  entries.list(
    { order: command.and([command.gt(after), command.lt(before)]) },
    { orderBy: { order: 'asc' }, limit },
  )

export const listOrganisations = (ids: string[]): Promise<OrganisationRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : organisations.list({ _id: command.in(ids) }, { limit: ids.length })

export const listServed = (ids: string[]): Promise<ServedRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : served.list({ _id: command.in(ids) }, { limit: ids.length })

export { listVolunteers, listWishes }

/** However many there are. */
export async function listFolded<Name extends FoldedCollection>(
  name: Name,
  ids: string[],
): Promise<FoldedRows[Name][]> {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  )
  const rows = collection<FoldedRows[Name]>(name)
  const found = await Promise.all(
    parts.map((part) => rows.list({ _id: command.in(part) }, { limit: part.length })),
  )
  return found.flat()
}

const PROGRESS = 'folding'

export const findProgress = (): Promise<ProgressRow | null> => progress.find(PROGRESS)

/** From one entry to a later one, once. */
export async function advance(from: string, until: string, countedUntil: number): Promise<void> {
  if (await progress.changeOne({ _id: PROGRESS, until: from }, { until, countedUntil })) return
  if (from === '') await progress.insert({ _id: PROGRESS, until, countedUntil })
}

/** Before the first entry there is none that could name it. */
const stretchId = (after: string): string => (after === '' ? 'first' : after)

export const findStretch = (after: string): Promise<StretchRow | null> => stretches.find(stretchId(after))

export const insertStretch = (after: string, stretch: Omit<StretchRow, '_id'>) =>
  stretches.insert({ _id: stretchId(after), ...stretch })

const REMOVED_AT_ONCE = 200

/** Those that everything has gone past, and that nobody can still be at. */
export const removeStretches = (madeBefore: number, until: string): Promise<number> =>
  stretches.removeSome({ madeAt: command.lt(madeBefore), until: command.lte(until) }, REMOVED_AT_ONCE)

/** Replaces a row by a later one. A row that is as late or later stays. */
export async function carryOut({ collection: name, row }: FoldedChange): Promise<void> {
  const { _id, ...fields } = row
  const rows = collection<FoldedRows[typeof name]>(name)
  if (await rows.changeOne({ _id, foldedUntil: command.lt(row.foldedUntil) }, fields)) return
  await rows.insert(row)
}

const LINES_AT_ONCE = 100
const DIGITS = 13

/** The lines of a person from before a moment become nobody's; answers how many there were. */
export const dropAccount = (accountId: string, before: number): Promise<number> =>
  people.changeSome(
    { accountId, foldedUntil: command.lt(String(before).padStart(DIGITS, '0')) },
    { accountId: null },
    LINES_AT_ONCE,
  )

const LINES_SHOWN = 200

export const listLines = (accountId: string): Promise<PersonRow[]> =>
  people.list({ accountId }, { limit: LINES_SHOWN })
