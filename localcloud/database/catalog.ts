import type { Connection } from './connection'
import { requestFailed } from './failures'
import {
  type CollectionSchema,
  type DatabaseSchema,
  type IndexSchema,
  keyColumns,
  type Layout,
} from './layout'
import { insertElements } from './rowStore'
import { rowValues } from './rowValues'
import { parseStored } from './values'

const metaTables = `
CREATE TABLE IF NOT EXISTS metaCollections (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS metaPaths (tableName TEXT, path TEXT, kind TEXT, number INTEGER,
  isMultikey INTEGER NOT NULL DEFAULT 0, isUnordered INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tableName, path, kind));
CREATE TABLE IF NOT EXISTS metaIndexes (tableName TEXT, name TEXT, definition TEXT, PRIMARY KEY (tableName, name));
`

/**
 * Which collections exist and how they lie in SQLite. Indexes follow the declared schema at every start: new ones are
 * built from the stored documents, dropped ones are removed. Collections that are no longer declared stay.
 */
export class Catalog {
  private readonly layouts = new Map<string, Layout>()

  constructor(
    private readonly connection: Connection,
    schema: DatabaseSchema,
  ) {
    connection.execute(metaTables)
    connection.execute('BEGIN IMMEDIATE')
    try {
      for (const [name] of connection.rows('SELECT name FROM metaCollections')) this.open(String(name))
      for (const collection of schema.collections) this.establish(collection)
      connection.execute('COMMIT')
    } catch (error) {
      connection.execute('ROLLBACK')
      throw error
    }
  }

  find(collection: string): Layout | undefined {
    return this.layouts.get(collection)
  }

  names(): string[] {
    return [...this.layouts.keys()]
  }

  /** True if it did not exist. */
  add(collection: string): boolean {
    if (this.layouts.has(collection)) return false
    this.open(collection)
    return true
  }

  /** After a failed commit, what was created in it must be forgotten. */
  forget(collection: string): void {
    this.layouts.delete(collection)
  }

  private establish({ name, indexes }: CollectionSchema): void {
    const layout = this.layouts.get(name) ?? this.open(name)
    const known = new Map(layout.indexes.map((index) => [index.name, JSON.stringify(index)]))
    for (const index of layout.indexes) {
      const wanted = indexes.find((candidate) => candidate.name === index.name)
      if (!wanted || JSON.stringify(wanted) !== known.get(index.name)) this.dropIndex(layout, index)
    }
    const missing = indexes.filter(
      (index) => !layout.indexes.some((existing) => existing.name === index.name),
    )
    if (missing.length === 0) return
    const columns = missing.flatMap((index) => this.addColumns(layout, index))
    if (columns.length > 0) this.fillColumns(layout)
    for (const index of missing) this.createIndex(layout, index)
  }

  private open(name: string): Layout {
    this.connection.run('INSERT OR IGNORE INTO metaCollections (name) VALUES (?)', name)
    const [found] = this.connection.rows('SELECT number FROM metaCollections WHERE name = ?', name)
    const table = `c${Number(found?.[0])}`
    this.connection.execute(
      `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
       CREATE TABLE IF NOT EXISTS ${table}Elements (path TEXT, key TEXT, seq INTEGER, PRIMARY KEY (path, key, seq)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS ${table}ElementsSeq ON ${table}Elements (seq)`,
    )
    const id = { path: '_id', column: 'id', isMultikey: false, isUnordered: false }
    const layout: Layout = {
      collection: name,
      table,
      elementsTable: `${table}Elements`,
      keyed: new Map([['_id', id]]),
      geo: new Map(),
      indexes: this.connection
        .rows('SELECT definition FROM metaIndexes WHERE tableName = ? ORDER BY rowid', table)
        .map(([definition]) => JSON.parse(String(definition)) as IndexSchema),
    }
    for (const row of this.connection.rows(
      'SELECT path, kind, number, isMultikey, isUnordered FROM metaPaths WHERE tableName = ? ORDER BY number',
      table,
    )) {
      const [path, kind, number] = [String(row[0]), String(row[1]), Number(row[2])]
      if (kind === 'geo') layout.geo.set(path, geoPath(path, number, row[3] === 1))
      else
        layout.keyed.set(path, {
          path,
          column: `f${number}`,
          isMultikey: row[3] === 1,
          isUnordered: row[4] === 1,
        })
    }
    this.layouts.set(name, layout)
    return layout
  }

  private dropIndex(layout: Layout, index: IndexSchema): void {
    for (const suffix of ['', 'Geo'])
      this.connection.execute(`DROP INDEX IF EXISTS "${layout.table}_${index.name}${suffix}"`)
    this.connection.run('DELETE FROM metaIndexes WHERE tableName = ? AND name = ?', layout.table, index.name)
    layout.indexes = layout.indexes.filter((existing) => existing.name !== index.name)
  }

  /** The columns that did not exist yet. */
  private addColumns(layout: Layout, index: IndexSchema): string[] {
    const added: string[] = []
    for (const { path, order } of index.fields) {
      if (!/^[A-Za-z0-9_.]+$/.test(path) || /(^|\.)\d+(\.|$)/.test(path))
        throw requestFailed(
          `localcloud cannot index the path '${path}' of ${layout.collection}.${index.name}`,
        )
      const kind = order === '2dsphere' ? 'geo' : 'key'
      if (kind === 'geo' ? layout.geo.has(path) : layout.keyed.has(path)) continue
      const number = layout.geo.size + layout.keyed.size
      this.connection.run(
        'INSERT INTO metaPaths (tableName, path, kind, number) VALUES (?, ?, ?, ?)',
        layout.table,
        path,
        kind,
        number,
      )
      if (kind === 'geo') {
        layout.geo.set(path, geoPath(path, number, false))
        this.connection.execute(`ALTER TABLE ${layout.table} ADD COLUMN g${number} REAL`)
        this.connection.execute(`ALTER TABLE ${layout.table} ADD COLUMN h${number} REAL`)
      } else {
        layout.keyed.set(path, { path, column: `f${number}`, isMultikey: false, isUnordered: false })
        this.connection.execute(`ALTER TABLE ${layout.table} ADD COLUMN f${number} TEXT`)
      }
      added.push(path)
    }
    return added
  }

  private fillColumns(layout: Layout): void {
    this.connection.execute(`DELETE FROM ${layout.elementsTable}`)
    const names = [...keyColumns(layout).map(({ column }) => column), ...geoColumns(layout)]
    const assignments = names.map((name) => `${name} = ?`).join(', ')
    for (let seq = 0; ; ) {
      const rows = this.connection.rows(
        `SELECT seq, doc FROM ${layout.table} WHERE seq > ? ORDER BY seq LIMIT 1000`,
        seq,
      )
      if (rows.length === 0) return
      for (const [rowSeq, text] of rows) {
        seq = Number(rowSeq)
        const values = rowValues(layout, parseStored(String(text)))
        this.connection.run(`UPDATE ${layout.table} SET ${assignments} WHERE seq = ?`, ...values.columns, seq)
        insertElements(this.connection, layout, seq, values)
      }
    }
  }

  private createIndex(layout: Layout, index: IndexSchema): void {
    const name = `${layout.table}_${index.name}`
    const columns = index.fields.flatMap(({ path, order }) => {
      const column = order === '2dsphere' ? undefined : layout.keyed.get(path)?.column
      return column ? [`${column}${order === -1 ? ' DESC' : ''}`] : []
    })
    const unique = index.unique ? 'UNIQUE' : ''
    const geo = index.fields.find(({ order }) => order === '2dsphere')
    const coordinates = geo && layout.geo.get(geo.path)
    try {
      if (columns.length > 0 && !coordinates)
        this.connection.execute(`CREATE ${unique} INDEX "${name}" ON ${layout.table} (${columns.join(', ')})`)
    } catch (error) {
      throw requestFailed(
        `E11000 duplicate key error: the unique index ${index.name} of ${layout.collection} cannot be built: ${String(error)}`,
      )
    }
    // Further fields stand behind the place, to be looked at without reading the documents: as MongoDB uses them.
    if (coordinates)
      this.connection.execute(
        `CREATE INDEX "${name}Geo" ON ${layout.table} (${[coordinates.latitude, coordinates.longitude, ...columns].join(', ')})`,
      )
    this.connection.run(
      'INSERT INTO metaIndexes (tableName, name, definition) VALUES (?, ?, ?)',
      layout.table,
      index.name,
      JSON.stringify(index),
    )
    layout.indexes.push(index)
  }
}

const geoPath = (path: string, number: number, hasShapes: boolean) => ({
  path,
  latitude: `g${number}`,
  longitude: `h${number}`,
  hasShapes,
})

const geoColumns = (layout: Layout): string[] =>
  [...layout.geo.values()].flatMap(({ latitude, longitude }) => [latitude, longitude])
