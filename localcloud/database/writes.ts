import { randomUUID } from 'node:crypto'
import { invalidParameter, requestFailed } from './failures'
import { type Finder, searchAll } from './find'
import type { Layout } from './layout'
import { idKey } from './rowValues'
import type { Session } from './session'
import { isChanged, readChange, refuseDollarNames } from './updates'
import { cloneValue, type Document, isDocument, type Value } from './values'

/** 32 hexadecimal digits, as CloudBase gives to a document without `_id`. */
export const newId = (): string => randomUUID().replaceAll('-', '')

export function insertDocuments(session: Session, layout: Layout, documents: Document[]): Value[] {
  return documents.map((document) => {
    const { _id: given, ...fields } = document
    const _id = given ?? newId()
    const id = idKey(_id)
    // First, as MongoDB stores it.
    const stored = { _id, ...fields }
    session.insert(layout, id, stored)
    return _id
  })
}

export interface Modification {
  query: Document
  change: Document
  /** All matching documents, not only the first. */
  multi: boolean
  /** The change consists of update operators; else it replaces the document. */
  merge: boolean
  upsert: boolean
}

export interface ModifyResult {
  /** Documents that are different now. A change that changes nothing counts 0. */
  updated: number
  matched: number
  upsertId: Value
  last: Document | undefined
}

export function modifyDocuments(
  finder: Finder,
  session: Session,
  layout: Layout,
  modification: Modification,
): ModifyResult {
  const makeNext = modification.merge ? merging(modification.change) : replacing(modification.change)
  const search = { ...searchAll(modification.query), ...(modification.multi ? {} : { limit: 1 }) }
  const result: ModifyResult = { updated: 0, matched: 0, upsertId: null, last: undefined }
  // Collected first: what is written must not be found again.
  for (const found of [...finder.find(session, layout, search)]) {
    const before = found.document()
    const after = makeNext(before, false)
    result.matched++
    result.last = after
    if (!isChanged(before, after)) continue
    session.replace(layout, found.row, before, after)
    result.updated++
  }
  if (result.matched > 0 || !modification.upsert) return result
  const made = makeNext(equalities(modification.query), true)
  const [upsertId] = insertDocuments(session, layout, [made])
  return { ...result, upsertId: upsertId ?? null, last: { ...made, _id: upsertId } }
}

type MakeNext = (before: Document, isInsert: boolean) => Document

function merging(change: Document): MakeNext {
  const { apply } = readChange(change)
  return (before, isInsert) => {
    const after = cloneValue(before) as Document
    apply(after, isInsert)
    return after
  }
}

function replacing(change: Document): MakeNext {
  if (Object.keys(change).some((key) => key.startsWith('$')))
    throw requestFailed('update operators cannot be mixed with a whole document')
  refuseDollarNames(change)
  return (before) => {
    if ('_id' in change && change._id !== before._id)
      throw invalidParameter('the _id of a document cannot be changed')
    return before._id === undefined ? { ...change } : { _id: before._id, ...change }
  }
}

/** What an upserted document starts with: the fields the query compares for equality. */
function equalities(query: Document): Document {
  const start: Document = {}
  for (const [path, condition] of Object.entries(query)) {
    const value = isDocument(condition) && '$eq' in condition ? condition.$eq : condition
    if (path.startsWith('$') || path.includes('.') || value instanceof RegExp) continue
    if (isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'))) continue
    start[path] = value
  }
  return start
}

export function removeDocuments(
  finder: Finder,
  session: Session,
  layout: Layout,
  query: Document,
  multi: boolean,
): number {
  const search = { ...searchAll(query), ...(multi ? {} : { limit: 1 }) }
  const found = [...finder.find(session, layout, search)]
  for (const item of found) session.remove(layout, item.row, item.document())
  return found.length
}
