import type { CollectionName } from './collections'
import { command, database } from './connection'
import { isDuplicateKey } from './errors'
import { retryConflict, retryUnavailable } from './retry'

/**
 * Typed access to a collection. Only a function's `store.ts` may open one. Every list has a limit, since the
 * database answers 100 rows when none is given and never more than 1000.
 */
export interface Row {
  _id: string
}

/** A query object, or a logical command over several. */
type Condition = object
/** Names one row, and what must be true of it. */
type OneRow = Record<string, unknown> & { _id: string }
type Change = Record<string, unknown>

interface ListOptions {
  orderBy?: Record<string, 'asc' | 'desc'>
  limit: number
  skip?: number
}

/** Stages as MongoDB writes them, one key each: `[{ $match: … }, { $group: … }]`. */
export type Stage = Record<`$${string}`, unknown>

export interface Collection<R extends Row> {
  find(id: string): Promise<R | null>
  list(where: Condition, options: ListOptions): Promise<R[]>
  count(where: Condition): Promise<number>
  /** Adds a row under its `_id`; the database decides who was first. Safe to retry. */
  insert(row: R): Promise<'inserted' | 'duplicate'>
  /** Changes the one row that meets `where` at this very moment. False: none did. */
  changeOne(where: OneRow, change: Change): Promise<boolean>
  /** Changes at most `limit` rows that meet `where` and still do at the moment of the change; answers how many. */
  changeSome(where: Condition, change: Change, limit: number): Promise<number>
  remove(where: OneRow): Promise<boolean>
  /** Removes at most `limit` rows that meet `where`; answers how many. For jobs, which come again. */
  removeSome(where: Condition, limit: number): Promise<number>
  aggregate<Shape>(stages: Stage[]): Promise<Shape[]>
}

// The SDK's declared results are unions with void and string for its callback style; the promise style gives these.
interface Found<R> {
  data: R
}
interface Changed {
  stats: { updated: number; removed: number }
}

export function collection<R extends Row>(name: CollectionName): Collection<R> {
  const open = () => database.collection(name)
  return {
    find: (id) =>
      retryUnavailable(async () =>
        asStored(((await open().doc(id).get()) as unknown as Found<R | null>).data),
      ),
    list: (where, { orderBy = {}, limit, skip = 0 }) =>
      retryUnavailable(async () => {
        let query = open().where(where)
        for (const [path, direction] of Object.entries(orderBy)) query = query.orderBy(path, direction)
        if (skip > 0) query = query.skip(skip)
        return ((await query.limit(limit).get()) as unknown as Found<R[]>).data.map(asStored)
      }),
    count: (where) =>
      retryUnavailable(
        async () => ((await open().where(where).count()) as unknown as { total: number }).total,
      ),
    insert: (row) =>
      retryUnavailable(async () => {
        try {
          await open().add({ data: row })
          return 'inserted' as const
        } catch (error) {
          if (isDuplicateKey(error)) return 'duplicate' as const
          throw error
        }
      }),
    changeOne: async (where, change) =>
      ((await open().where(where).update({ data: change })) as unknown as Changed).stats.updated > 0,
    changeSome: async (where, change, limit) => {
      const found = ((await open().where(where).limit(limit).get()) as unknown as Found<R[]>).data
      if (found.length === 0) return 0
      const named = command.and([where, { _id: command.in(found.map(({ _id }) => _id)) }])
      return ((await open().where(named).update({ data: change })) as unknown as Changed).stats.updated
    },
    remove: async (where) => ((await open().where(where).remove()) as unknown as Changed).stats.removed > 0,
    removeSome: async (where, limit) => {
      const found = ((await open().where(where).limit(limit).get()) as unknown as Found<R[]>).data
      if (found.length === 0) return 0
      const named = { _id: command.in(found.map(({ _id }) => _id)) }
      return ((await open().where(named).remove()) as unknown as Changed).stats.removed
    },
    aggregate: <Shape>(stages: Stage[]) =>
      retryUnavailable(async () => {
        let pipeline = open().aggregate() as unknown as Pipeline<Shape>
        for (const stage of stages) {
          for (const [operator, value] of Object.entries(stage))
            pipeline = pipelineStage(pipeline, operator, value)
        }
        return (await pipeline.end()).list
      }),
  }
}

interface Pipeline<Shape> {
  end(): Promise<{ list: Shape[] }>
}

function pipelineStage<Shape>(pipeline: Pipeline<Shape>, operator: string, value: unknown): Pipeline<Shape> {
  const method = operator.slice(1)
  const stage = (pipeline as unknown as Record<string, unknown>)[method]
  if (typeof stage !== 'function') throw new Error(`the SDK has no aggregation stage ${operator}`)
  return stage.call(pipeline, value) as Pipeline<Shape>
}

export interface Transaction {
  find<R extends Row>(name: CollectionName, id: string): Promise<R | null>
  /** Writes the whole row, new or not. */
  put<R extends Row>(name: CollectionName, row: R): Promise<void>
  remove(name: CollectionName, id: string): Promise<void>
}

interface SdkTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<Found<unknown>>
      set(options: { data: unknown }): Promise<unknown>
      remove(): Promise<unknown>
    }
  }
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

/**
 * Runs `work` in a transaction and commits. A conflict with another one runs all of it again, after a random
 * pause, so `work` must have no effect but through the transaction.
 */
export function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return retryConflict(async () => {
    const sdk = (await database.startTransaction()) as SdkTransaction
    try {
      const value = await work({
        find: async <R extends Row>(name: CollectionName, id: string) =>
          asStored(((await sdk.collection(name).doc(id).get()) as Found<R | null>).data),
        put: async (name, row) => {
          const { _id, ...fields } = row
          await sdk.collection(name).doc(_id).set({ data: fields })
        },
        remove: async (name, id) => void (await sdk.collection(name).doc(id).remove()),
      })
      await sdk.commit()
      return value
    } catch (error) {
      // The transaction may be gone already; what matters is the error that ended it.
      await sdk.rollback().catch(() => undefined)
      throw error
    }
  })
}

/** Matches rows whose text contains `words`, upper and lower case alike. Not indexed: only inside an indexed range. */
export const pattern = (words: string): unknown =>
  database.RegExp({ regexp: words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), options: 'i' })

/** A point of the map in a query: the SDK takes no plain one there. */
export const nearPoint = (longitude: number, latitude: number) => new database.Geo.Point(longitude, latitude)

/**
 * A row as it was written. Out of `get` (but not out of an aggregation) the SDK hands points of the map as objects of
 * its own, without `type` and `coordinates`. What is written is the same on the wire in either form.
 */
function asStored<R extends Row | null>(row: R): R {
  if (row === null) return row
  const points = Object.entries(row).flatMap(([field, value]) =>
    value instanceof SdkPoint ? [[field, value.toJSON()]] : [],
  )
  return points.length === 0 ? row : { ...row, ...Object.fromEntries(points) }
}

/** The class itself is not exported; `Geo.Point` is a function that makes one. */
const SdkPoint = new database.Geo.Point(0, 0).constructor as new () => { toJSON(): object }

export { command }
