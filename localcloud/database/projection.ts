import { Query } from 'mingo/query'
import { asFailure, matchingContext } from './matching'
import type { Document } from './values'

/** Fields to include or leave out, `$slice` and `$elemMatch`, by mingo. */
export function makeProjection(projection: Document): (document: Document) => Document {
  if (Object.keys(projection).length === 0) return (document) => document
  try {
    const query = new Query<Document>({}, { scriptEnabled: false, context: matchingContext })
    return (document) => query.find<Document>([document], projection).all()[0] ?? {}
  } catch (error) {
    throw asFailure(error)
  }
}
