import type { WorkItem } from '@contract/administration'

/** What every kind of work shows of one piece of it. */
export interface WorkDetailProps {
  /** The record that the work is about. */
  subjectId: string
  /** As it stands in the list; null when the address names work that the list does not hold. */
  item: WorkItem | null
  /** Called when the work is done, with what to say: the list looks anew and the next piece opens. */
  onDone: (said: string) => Promise<void>
  /** Called when somebody else was faster: the list looks anew, and this piece stays open. */
  onChanged: () => Promise<void>
}
