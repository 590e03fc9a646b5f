import { aggregate, type Stage } from '../database/aggregate'
import type { DocumentDatabase } from '../database/database'
import { invalidParameter, unsupported } from '../database/failures'
import type { Search } from '../database/find'
import { readOrder } from '../database/paths'
import { makeProjection } from '../database/projection'
import type { Session } from '../database/session'
import {
  type Document,
  parseDocument,
  parseExpression,
  parseExpressionObject,
  stringify,
  type Value,
} from '../database/values'
import { insertDocuments, type Modification, modifyDocuments, removeDocuments } from '../database/writes'

type Parameters = Record<string, unknown>
/** The answer without its requestId, or a DatabaseFailure thrown. */
type Answer = Record<string, unknown>
export type DatabaseActions = (action: string, parameters: Parameters) => Promise<Answer> | Answer

/** The largest and the usual number of documents one `get` answers. */
const maximumLimit = 1000
const usualLimit = 100

/** Every `database.*` action of the admin protocol. Not simulated: `watch`, index management, `rdb` and `models`. */
export function createDatabaseActions(database: DocumentDatabase, now: () => number): DatabaseActions {
  const context = { database, now }
  return (action, parameters) => {
    const answer = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!answer) throw unsupported(`the action ${action}`)
    return answer(context, parameters)
  }
}

interface Context {
  database: DocumentDatabase
  now(): number
}

const actions: Record<string, (context: Context, parameters: Parameters) => Promise<Answer> | Answer> = {
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.addCollection': async ({ database }, parameters) => {
    const name = collectionName(parameters)
    await database.addCollection(name)
    return {}
  },
  'database.startTransaction': ({ database }) => ({ transactionId: database.transactions.start() }),
  'database.commitTransaction': async ({ database }, parameters) => {
    await database.transactions.commit(String(parameters.transactionId))
    return {}
  },
  'database.abortTransaction': ({ database }, parameters) => {
    database.transactions.abort(String(parameters.transactionId))
    return {}
  },
}

function collectionName({ collectionName: name }: Parameters): string {
  if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,63}$/.test(name))
    throw invalidParameter(`the collection name ${JSON.stringify(name)} is not valid`)
  return name
}

const read = <T>(
  { database }: Context,
  { transactionId }: Parameters,
  operation: (session: Session) => T,
): T =>
  typeof transactionId === 'string' && transactionId !== ''
    ? database.transactions.run(transactionId, operation)
    : operation(database.plain)

const write = async <T>(
  { database }: Context,
  { transactionId }: Parameters,
  operation: (session: Session) => T,
): Promise<T> =>
  typeof transactionId === 'string' && transactionId !== ''
    ? database.transactions.run(transactionId, operation)
    : database.write(operation)

const readQuery = ({ now }: Context, { query }: Parameters): Document =>
  query === undefined ? {} : parseExpressionObject(query, 'query', now())

/** Changing or removing documents needs a query, so that a forgotten one cannot hit all of them. */
function readNeededQuery(context: Context, parameters: Parameters): Document {
  if (parameters.query === undefined || parameters.query === '')
    throw invalidParameter('a query is needed to change or remove documents')
  return readQuery(context, parameters)
}

function getDocument(context: Context, parameters: Parameters): Answer {
  const layout = context.database.layout(collectionName(parameters))
  const { projection } = parameters
  const search = readSearch(context, parameters)
  const project =
    projection === undefined
      ? undefined
      : makeProjection(parseExpressionObject(projection, 'projection', context.now()))
  const list = read(context, parameters, (session) => {
    const texts: string[] = []
    for (const found of context.database.finder.find(session, layout, search))
      texts.push(project ? stringify(project(found.document())) : found.row.text)
    return texts
  })
  return { data: { list } }
}

function readSearch(context: Context, parameters: Parameters): Search {
  const query = readQuery(context, parameters)
  if (parameters.queryType === 'DOC') return { query, order: [], offset: 0, limit: 1 }
  const { order } = parameters
  return {
    query,
    order: order === undefined ? [] : readOrder(parseExpression(order, 'order', context.now())),
    offset: countOf(parameters.offset, 'offset', 0),
    limit: Math.min(countOf(parameters.limit, 'limit', usualLimit), maximumLimit),
  }
}

function countOf(value: unknown, name: string, usual: number): number {
  if (value === undefined || value === null) return usual
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw invalidParameter(`${name} must be a non-negative integer`)
  return value as number
}

function calculateDocument(context: Context, parameters: Parameters): Answer {
  const layout = context.database.layout(collectionName(parameters))
  const query = readQuery(context, parameters)
  const total = read(context, parameters, (session) => context.database.finder.count(session, layout, query))
  return { data: { total } }
}

async function insertDocument(context: Context, parameters: Parameters): Promise<Answer> {
  const layout = context.database.layout(collectionName(parameters))
  if (!Array.isArray(parameters.data)) throw invalidParameter('data must be an array of documents')
  const now = context.now()
  const documents = parameters.data.map((text) => parseDocument(text, 'the document', now))
  const insertedIds = await write(context, parameters, (session) =>
    insertDocuments(session, layout, documents),
  )
  return { data: { insertedIds } }
}

function readModification(context: Context, parameters: Parameters): Modification {
  return {
    query: readNeededQuery(context, parameters),
    change: parseExpressionObject(parameters.data, 'data', context.now()),
    multi: parameters.multi === true,
    merge: parameters.merge !== false,
    upsert: parameters.upsert === true,
  }
}

async function modifyDocument(context: Context, parameters: Parameters): Promise<Answer> {
  const layout = context.database.layout(collectionName(parameters))
  const modification = readModification(context, parameters)
  const { updated, upsertId } = await write(context, parameters, (session) =>
    modifyDocuments(context.database.finder, session, layout, modification),
  )
  return { data: { updated, upsert_id: upsertId } }
}

async function modifyAndReturnDocument(context: Context, parameters: Parameters): Promise<Answer> {
  const layout = context.database.layout(collectionName(parameters))
  const modification = { ...readModification(context, parameters), multi: false, merge: true, upsert: false }
  const { matched, last } = await write(context, parameters, (session) =>
    modifyDocuments(context.database.finder, session, layout, modification),
  )
  return { data: { updated: matched, doc: last ? stringify(last) : null } }
}

async function removeDocument(context: Context, parameters: Parameters): Promise<Answer> {
  const layout = context.database.layout(collectionName(parameters))
  const query = readNeededQuery(context, parameters)
  const deleted = await write(context, parameters, (session) =>
    removeDocuments(context.database.finder, session, layout, query, parameters.multi === true),
  )
  return { data: { deleted } }
}

function aggregateDocuments(context: Context, parameters: Parameters): Answer {
  const { database } = context
  const layout = database.layout(collectionName(parameters))
  if (parameters.transactionId !== undefined) throw unsupported('aggregation inside a transaction')
  const now = context.now()
  const source = {
    finder: database.finder,
    session: database.plain,
    find: (name: string) => database.find(name),
    now,
  }
  const list = aggregate(source, layout, readStages(parameters.stages, now)).map((document) =>
    stringify(document),
  )
  return { data: { list } }
}

function readStages(stages: unknown, now: number): Stage[] {
  if (!Array.isArray(stages)) throw invalidParameter('stages must be an array')
  return stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
    if (typeof stage?.stageKey !== 'string') throw invalidParameter('a stage needs stageKey')
    const value: Value = parseExpression(stage.stageValue, stage.stageKey, now)
    return { name: stage.stageKey, value }
  })
}
