import type { HistoryEntry } from './rows'

/** Whether this very request has been carried out before, and when. */
export const hasDone = (history: HistoryEntry[], requestId: string): HistoryEntry | undefined =>
  history.find((entry) => entry.requestId === requestId)
