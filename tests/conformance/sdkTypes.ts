/** The SDK as tests use it: its declared types mix in a callback style that nobody uses. */
export type Row = Record<string, unknown>

export interface SdkQuery {
  where(query: unknown): SdkQuery
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  field(projection: unknown): SdkQuery
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(change: { data: unknown }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkDocument {
  field(projection: unknown): SdkDocument
  get(): Promise<{ data: Row }>
  set(content: { data: unknown }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(change: { data: unknown }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type StageName =
  | 'addFields'
  | 'bucket'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'

export type SdkAggregate = Record<StageName, (operand: unknown) => SdkAggregate> & {
  end: () => Promise<{ list: Row[] }>
}

export interface SdkCollection extends SdkQuery {
  add(content: { data: unknown }): Promise<{ _id: string }>
  doc(id: string | number): SdkDocument
  aggregate(): SdkAggregate
}

type CommandName =
  | 'addToSet'
  | 'all'
  | 'bit'
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'expr'
  | 'geoIntersects'
  | 'geoNear'
  | 'geoWithin'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'nor'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift'

type Operator = (...operands: unknown[]) => { and(...operands: unknown[]): unknown }

export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

export interface SdkDatabase {
  collection(name: string): SdkCollection
  createCollection(name: string): Promise<unknown>
  command: Record<CommandName, Operator> & { aggregate: Record<'gt', Operator> }
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  Geo: {
    Point: new (longitude: number, latitude: number) => unknown
    LineString: new (points: unknown[]) => unknown
    Polygon: new (lines: unknown[]) => unknown
  }
  startTransaction(): Promise<SdkTransaction>
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>
}

/** What the SDK threw. */
export interface SdkError {
  errCode?: number
  code?: string
  errMsg?: string
  message?: string
}

export const errorOf = async (promise: Promise<unknown>): Promise<SdkError> => {
  try {
    await promise
  } catch (error) {
    return error as SdkError
  }
  throw new Error('the call was expected to fail')
}
