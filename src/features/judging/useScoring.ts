import type { MySession, Sheet } from '@contract/judging'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { sheetOf } from './entries'
import { scoreOf } from './scores'
import { standingOf, useSheetDraft } from './sheetDraft'

/** The saved sheet that is known last: from watching the session, or from having saved it here. */
const newest = (watched: Sheet | null, kept: Sheet | null): Sheet | null =>
  (kept?.version ?? 0) > (watched?.version ?? 0) ? kept : watched

interface Asked {
  sessionId: string
  candidateId: string
  /** Null until it is loaded. */
  session: MySession | null
  refresh: () => Promise<void>
}

/** Filling in and saving one sheet. */
export const useScoring = ({ sessionId, candidateId, session, refresh }: Asked) => {
  const [kept, setKept] = useState<Sheet | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const sheet = newest(session && sheetOf(session, candidateId), kept)
  const { stored, draft, revise, keepOwn, requestId, clear } = useSheetDraft(sessionId, candidateId, sheet)
  const points = session?.plan.criteria.map((criterion) => criterion.points) ?? []
  const standing = standingOf(stored, sheet, points)

  // Saved, though its answer was lost: what was typed has become the sheet.
  const isLate = standing === 'saved' && stored !== null && stored.basedOn !== sheet?.version
  useEffect(() => {
    if (isLate) clear()
  }, [isLate, clear])

  const save = async () => {
    setAsked(true)
    const scores = points.flatMap((most, index) => scoreOf(draft.texts[index] ?? '', most) ?? [])
    if (scores.length < points.length)
      return setTrouble(`还有 ${points.length - scores.length} 项没有填好，请看上面`)
    const { remark, basedOn } = draft
    const input = { sessionId, candidateId, scores, remark, basedOn }
    const answer = await call('judging', 'saveSheet', input, { requestId: requestId() })
    if (answer.ok) {
      setKept(answer.value.sheet)
      clear()
    }
    setTrouble(answer.ok || answer.error.code === 'changed_meanwhile' ? null : errorText(answer.error))
    void refresh()
  }
  const change = (part: Parameters<typeof revise>[0]) => {
    setTrouble(null)
    revise(part)
  }
  return { sheet, draft, stored, standing, isAsked, trouble, change, save, keepOwn, clear }
}

export type Scoring = ReturnType<typeof useScoring>
