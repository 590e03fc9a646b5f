import type { ChairView } from '@contract/judging'
import { errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'

/** What every act of the chair is asked with: the session as it is on the screen, and looking at it anew. */
export interface ChairProps {
  view: ChairView
  onDone: () => Promise<void>
}

export const seenOf = ({ sessionId, version }: ChairView) => ({ sessionId, version })

type Written = { ok: true } | { ok: false; error: CloudError }

/** What went wrong, in words, or null. */
export const troubleOf = (answer: Written): string | null => (answer.ok ? null : errorText(answer.error))
