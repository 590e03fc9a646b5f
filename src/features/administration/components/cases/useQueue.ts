import type { StaffCaseSummary } from '@contract/cases/cases'
import type { QueueCounts } from '@contract/casework'
import { call } from '@/cloud/call'
import { type Answer, type AnswerState, useAnswer } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { askedOf, type CaseView } from '../../caseView'

export interface CaseBook {
  state: AnswerState<{ now: number }>
  items: StaffCaseSummary[]
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => Promise<void>
}

export interface Queue {
  book: CaseBook
  counts: Answer<QueueCounts>
  /** List and numbers, after something was done. */
  refresh: () => Promise<void>
}

/** The cases that a view asks for, and how many wait at the desk. */
export const useQueue = (placeCode: string, view: CaseView): Queue => {
  const asked = askedOf(placeCode, view)
  const counts = useAnswer(placeCode, () => call('casework', 'countQueue', { placeCode }))
  const book = usePages(JSON.stringify(asked), {
    ask: (after: string | undefined) => call('casework', 'listQueue', { ...asked, after }),
    read: ({ cases, next }) => ({ items: cases, next }),
  })
  const refresh = async () => void (await Promise.all([book.refresh(), counts.refresh()]))
  return { book, counts, refresh }
}
