import type { Result } from '@contract/result'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { errorText } from './errorText'
import type { CloudError } from './services'
import { hasWrittenSince } from './written'

export type AnswerState<Value> =
  | { status: 'loading' }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; error: CloudError }

export interface Answer<Value> {
  state: AnswerState<Value>
  /** Asks again. What is on the screen stays there until the new answer is in. */
  refresh: () => Promise<void>
  /** The same for a page that asks again and again: it says nothing of failing, and answers whether it came through. */
  refreshQuietly: () => Promise<boolean>
}

/** Coming back to a page this soon shows what is there, unless something was changed meanwhile. */
const FRESH_TIME = 1000

const nextState = <Value>(
  before: AnswerState<Value>,
  answer: Result<Value, CloudError>,
  isQuiet: boolean,
): AnswerState<Value> => {
  if (answer.ok) return { status: 'ready', value: answer.value }
  if (before.status !== 'ready') return { status: 'failed', error: answer.error }
  if (!isQuiet) void Taro.showToast({ title: errorText(answer.error), icon: 'none' })
  return before
}

/**
 * Asks the cloud once per `key`, and again whenever the page is shown anew. A null key asks nothing and stays loading.
 * A later question's answer is never overwritten by an earlier one's.
 */
export const useAnswer = <Value>(
  key: string | null,
  ask: () => Promise<Result<Value, CloudError>>,
): Answer<Value> => {
  const [held, setHeld] = useState<{ key: string | null; state: AnswerState<Value> }>({
    key,
    state: { status: 'loading' },
  })
  const latest = useRef({ ask, key, turn: 0, askedAt: 0 })
  latest.current.ask = ask
  latest.current.key = key

  const askAgain = useCallback(async (isQuiet: boolean): Promise<boolean> => {
    const { current } = latest
    if (current.key === null) return true
    const askedKey = current.key
    current.turn += 1
    const { turn } = current
    current.askedAt = Date.now()
    const answer = await current.ask()
    if (turn !== current.turn) return answer.ok
    setHeld((before) => ({
      key: askedKey,
      state: nextState(before.key === askedKey ? before.state : { status: 'loading' }, answer, isQuiet),
    }))
    return answer.ok
  }, [])
  const refresh = useCallback(async () => {
    await askAgain(false)
  }, [askAgain])
  const refreshQuietly = useCallback(() => askAgain(true), [askAgain])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new question
  useEffect(() => {
    void refresh()
  }, [key, refresh])

  useDidShow(() => {
    const { askedAt } = latest.current
    const isOld = Date.now() - askedAt > FRESH_TIME || hasWrittenSince(askedAt)
    if (askedAt > 0 && isOld) void refresh()
  })

  const state = held.key === key ? held.state : ({ status: 'loading' } as const)
  return { state, refresh, refreshQuietly }
}

/** Pull to refresh, for a page whose own configuration allows it. */
export const useRefreshOnPull = (...refreshes: (() => Promise<void>)[]): void => {
  usePullDownRefresh(async () => {
    await Promise.all(refreshes.map((refresh) => refresh()))
    Taro.stopPullDownRefresh()
  })
}
