import { useCallback, useEffect, useState } from 'react'
import { type DeskSignInState, startDeskSignIn } from '@/cloud/deskSignIn'

/** A sign-in that begins with the page, and again on demand; it stops when the page is left. */
export const useDeskSignIn = (isWanted: boolean): { state: DeskSignInState; restart: () => void } => {
  const [state, setState] = useState<DeskSignInState>({ status: 'starting' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is a sign-in of its own
  useEffect(() => (isWanted ? startDeskSignIn(setState) : undefined), [isWanted, turn])
  const restart = useCallback(() => setTurn((before) => before + 1), [])
  return { state, restart }
}
