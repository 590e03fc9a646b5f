import type { Result } from '@contract/result'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { errorText } from './errorText'
import type { CloudError } from './services'
import { type AnswerState, useAnswer } from './useAnswer'

interface Leaf<Item, Mark> {
  items: Item[]
  next: Mark | null
}

interface Book<First, Item> {
  /** The first page as it was answered, for what it says beside its items. */
  state: AnswerState<First>
  items: Item[]
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => Promise<void>
}

interface Reader<First, Item, Mark> {
  ask: (after: Mark | undefined) => Promise<Result<First, CloudError>>
  read: (answer: First) => Leaf<Item, Mark>
}

/** A list that comes page by page, the next one when the bottom is reached. Starts anew with every `key`. */
export const usePages = <First, Item, Mark>(
  key: string,
  { ask, read }: Reader<First, Item, Mark>,
): Book<First, Item> => {
  const first = useAnswer(key, () => ask(undefined))
  const [more, setMore] = useState<{ of: unknown; items: Item[]; next: Mark | null } | null>(null)
  const isBusy = useRef(false)
  const [isLoadingMore, setIsLoadingMore] = useState(false)
  const opening = first.state.status === 'ready' ? first.state.value : null
  const leaf = opening ? read(opening) : { items: [], next: null }
  const continued = more?.of === opening && opening ? more : null
  const next = continued ? continued.next : leaf.next

  const loadMore = async () => {
    if (isBusy.current || next === null) return
    isBusy.current = true
    setIsLoadingMore(true)
    const answer = await ask(next)
    isBusy.current = false
    setIsLoadingMore(false)
    if (!answer.ok) return void Taro.showToast({ title: errorText(answer.error), icon: 'none' })
    const page = read(answer.value)
    setMore({ of: opening, items: [...(continued?.items ?? []), ...page.items], next: page.next })
  }
  useReachBottom(() => void loadMore())

  const items = [...leaf.items, ...(continued?.items ?? [])]
  return {
    state: first.state,
    items,
    hasMore: next !== null,
    isLoadingMore,
    loadMore,
    refresh: first.refresh,
  }
}
