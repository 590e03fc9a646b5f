import type { Finder } from './find'
import type { Layout } from './layout'
import type { Session } from './session'

/** Where a pipeline takes its documents from. */
export interface AggregateSource {
  finder: Finder
  session: Session
  find(collection: string): Layout | undefined
  /** For `$$NOW`, milliseconds. */
  now: number
}
