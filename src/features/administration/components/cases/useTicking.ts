import { useState } from 'react'

export interface Ticking {
  /** Null: cases are opened, not ticked. */
  ticked: ReadonlySet<string> | null
  begin: () => void
  end: () => void
  toggle: (caseId: string) => void
  /** Exactly these. */
  tick: (caseIds: readonly string[]) => void
}

/** Several cases ticked for one act. */
export const useTicking = (): Ticking => {
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const toggle = (caseId: string) =>
    setTicked((before) => {
      const after = new Set(before)
      if (!after.delete(caseId)) after.add(caseId)
      return after
    })
  return {
    ticked,
    begin: () => setTicked(new Set()),
    end: () => setTicked(null),
    toggle,
    tick: (caseIds) => setTicked(new Set(caseIds)),
  }
}
