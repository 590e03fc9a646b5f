/** What a database is to contain: collections and their indexes. */
export interface DatabaseSchema {
  collections: CollectionSchema[]
}
export interface CollectionSchema {
  name: string
  indexes: IndexSchema[]
}
export interface IndexSchema {
  name: string
  fields: Array<{ path: string; order: 1 | -1 | '2dsphere' }>
  unique: boolean
}

/** How a collection lies in SQLite: one table, one column of index keys per indexed path. */
export interface Layout {
  collection: string
  table: string
  /** Holds the keys of array items: column, key, seq. */
  elementsTable: string
  /** By path; `_id` is always there. */
  keyed: Map<string, KeyedPath>
  /** By path, those under a 2dsphere index. */
  geo: Map<string, GeoPath>
  indexes: IndexSchema[]
}

export interface KeyedPath {
  path: string
  column: string
  /** An array was once stored here, so rows may hold `arrayKey` and the elements table must be asked too. */
  isMultikey: boolean
  /** An object was once stored here, so the order of keys may not be the order of values. */
  isUnordered: boolean
}

export interface GeoPath {
  path: string
  latitude: string
  longitude: string
  /** Something else than a point was once stored here; its row has no coordinates of its own. */
  hasShapes: boolean
}

export const keyColumns = (layout: Layout): KeyedPath[] =>
  [...layout.keyed.values()].filter((keyed) => keyed.path !== '_id')

/** An index helps a condition on its first field. */
export const isLeadingPath = (layout: Layout, path: string): boolean =>
  path === '_id' || layout.indexes.some((index) => index.fields[0]?.path === path)
