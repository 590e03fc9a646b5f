import type { ExportSection } from '@contract/ownData'
import { useCallback, useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import type { CloudError } from '@/cloud/services'
import { KEEPERS, type Keeper, type KeptPart } from '../ownData'

export type PartState =
  | { status: 'loading' }
  | { status: 'ready'; sections: ExportSection[] }
  | { status: 'failed'; error: CloudError }

type Parts = Record<Keeper, PartState>

const LOADING: PartState = { status: 'loading' }
const allLoading = (): Parts => ({
  accounts: LOADING,
  activities: LOADING,
  administration: LOADING,
  attendance: LOADING,
  judging: LOADING,
  messages: LOADING,
  moderation: LOADING,
  nominations: LOADING,
  reporting: LOADING,
  volunteerHours: LOADING,
  volunteerStatistics: LOADING,
  volunteers: LOADING,
  voting: LOADING,
})

/** What each service keeps of this person. Each loads and fails by itself. */
export const useOwnData = (owner: string) => {
  const [parts, setParts] = useState<Parts>(allLoading)
  const load = useCallback(async (keeper: Keeper) => {
    setParts((before) => ({ ...before, [keeper]: LOADING }))
    const answer = await call(keeper, 'exportMyData', {})
    const state: PartState = answer.ok
      ? { status: 'ready', sections: answer.value.sections }
      : { status: 'failed', error: answer.error }
    setParts((before) => ({ ...before, [keeper]: state }))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person's data is asked for anew
  useEffect(() => {
    for (const keeper of KEEPERS) void load(keeper)
  }, [load, owner])
  return { parts, load }
}

/** All parts, or null while one is missing: a file must not look complete when it is not. */
export const completeParts = (parts: Parts): KeptPart[] | null => {
  const ready = KEEPERS.flatMap((keeper) => {
    const state = parts[keeper]
    return state.status === 'ready' ? [{ keeper, sections: state.sections }] : []
  })
  return ready.length === KEEPERS.length ? ready : null
}
