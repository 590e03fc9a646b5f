import { useRef, useState } from 'react'
import { locate } from '@/phone/position'
import type { ReportDraftActions } from './draft/useReportDraft'

export type LocatingState = 'idle' | 'locating' | 'refused' | 'unavailable'

export interface Locating {
  state: LocatingState
  /** The person wants it: what was there before is replaced. */
  ask: () => Promise<void>
  /** By itself, once, when a photo does not say where it was taken. Never over a position that is there. */
  askOnce: () => Promise<void>
}

export const useLocating = ({ read, revise }: Pick<ReportDraftActions, 'read' | 'revise'>): Locating => {
  const [state, setState] = useState<LocatingState>('idle')
  const hasAsked = useRef(false)
  const ask = async (mayReplace: boolean) => {
    hasAsked.current = true
    setState('locating')
    const located = await locate()
    setState(located.ok ? 'idle' : located.reason)
    if (located.ok && (mayReplace || read().form.position === null))
      revise({ position: located.position, positionFrom: 'phone' })
  }
  return {
    state,
    ask: () => ask(true),
    askOnce: async () => {
      if (!hasAsked.current && read().form.position === null) await ask(false)
    },
  }
}
