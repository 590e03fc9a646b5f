import type { places } from '../../contract/places'
import { fail, ok } from '../../contract/result'
import { placeFields } from '../platform/places'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import type { GridEntry, GridRow } from './rows'
import { closedNameKey, hasDone, nameKey, nextGridCode } from './rules'
import * as store from './store'
import { findServed } from './table'

type PlacesMethods = Methods<typeof places>

export const placeOfGrid = async ({ gridCode }: { gridCode: string }): Promise<string | null> =>
  (await store.findGrid(gridCode))?._id ?? null

const subjectOf = (gridCode: string): string => `grid/${gridCode}`

const gridRow = (gridCode: string, villageCode: string, requestKey: string, entry: GridEntry): GridRow => ({
  ...placeFields(villageCode),
  _id: gridCode,
  villageCode,
  name: entry.name,
  nameKey: nameKey(villageCode, entry.name),
  requestKey,
  isClosed: false,
  history: [entry],
})

type Adding = { grid: GridRow } | 'name_taken' | 'numbers_used'

/**
 * Takes the number after the last one. The database refuses a number, a name or a request that is there already;
 * whoever only finds the number taken looks for the new last one and tries again.
 */
async function takeNumber(villageCode: string, requestKey: string, entry: GridEntry): Promise<Adding> {
  for (;;) {
    const own = await store.findGridOfRequest(requestKey)
    if (own) return { grid: own }
    const named = await store.findGridByName(nameKey(villageCode, entry.name))
    // The same request may have added it since.
    if (named) return named.requestKey === requestKey ? { grid: named } : 'name_taken'
    const last = await store.findLastGrid(villageCode)
    const gridCode = nextGridCode(villageCode, last?._id ?? null)
    if (gridCode === null) return 'numbers_used'
    const grid = gridRow(gridCode, villageCode, requestKey, entry)
    if ((await store.insertGrid(grid)) === 'inserted') return { grid }
  }
}

export const addGrid: PlacesMethods['addGrid'] = async ({ input, caller, requestId, now, note }) => {
  const { villageCode, name } = input
  if (!findServed(villageCode)) return fail({ code: 'place_not_found' })
  const entry: GridEntry = { act: 'added', requestId, accountId: caller.accountId, at: now, name }
  const added = await takeNumber(villageCode, keyedName('grid', caller.accountId, requestId), entry)
  if (added === 'name_taken') return fail({ code: 'grid_name_taken' })
  if (added === 'numbers_used') return fail({ code: 'too_many_grids' })
  note({ subject: subjectOf(added.grid._id), before: null, after: { name } })
  return ok({ gridCode: added.grid._id })
}

export const renameGrid: PlacesMethods['renameGrid']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { gridCode, name } = input
  const grid = await store.findGrid(gridCode)
  if (!grid) return fail({ code: 'grid_not_found' })
  const entry: GridEntry = { act: 'renamed', requestId, accountId: caller.accountId, at: now, name }
  const key = nameKey(grid.villageCode, name)
  const isRenamed = await store.renameGrid(gridCode, { name, nameKey: key }, entry)
  if (isRenamed === 'taken') return fail({ code: 'grid_name_taken' })
  if (!isRenamed && !hasDone((await store.findGrid(gridCode))?.history ?? [], requestId))
    return fail({ code: 'grid_not_found' })
  note({ subject: subjectOf(gridCode), before: { name: grid.name }, after: { name } })
  return ok({ gridCode, name })
}

export const closeGrid: PlacesMethods['closeGrid']['run'] = async ({
  input,
  caller,
  requestId,
  now,
  note,
}) => {
  const { gridCode } = input
  const grid = await store.findGrid(gridCode)
  if (!grid) return fail({ code: 'grid_not_found' })
  const entry: GridEntry = {
    act: 'closed',
    requestId,
    accountId: caller.accountId,
    at: now,
    name: grid.name,
  }
  // Closed before, by this request tried again or by a colleague: either way it is closed.
  if (await store.closeGrid(gridCode, closedNameKey(gridCode), entry))
    note({ subject: subjectOf(gridCode), before: { isClosed: false }, after: { isClosed: true } })
  return ok({ gridCode })
}
