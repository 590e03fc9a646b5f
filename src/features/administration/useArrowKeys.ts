import { useDidHide, useDidShow } from '@tarojs/taro'
import { type RefObject, useEffect, useRef } from 'react'
import { stepWithin } from './nextWork'

const directions = { ArrowUp: 'up', ArrowDown: 'down' } as const

const directionOf = (key: string) => (key in directions ? directions[key as keyof typeof directions] : null)

/** The arrows belong to the list unless the person is writing or choosing somewhere else. */
const belongsToList = (list: HTMLElement): boolean => {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || list.contains(activeElement)
}

const moveFocus = (list: HTMLElement, event: KeyboardEvent): void => {
  const direction = directionOf(event.key)
  if (!direction || !belongsToList(list)) return
  const entries = [...list.querySelectorAll<HTMLElement>('[role="link"]')]
  const index = entries.indexOf(document.activeElement as HTMLElement)
  const entry = entries[stepWithin(entries.length, index, direction)]
  if (!entry) return
  event.preventDefault()
  entry.focus()
}

/** Arrow keys move from entry to entry of a list; Enter opens, as everywhere. */
const useArrowKeysOnWeb = (): RefObject<HTMLElement> => {
  const list = useRef<HTMLElement>(null)
  const isShown = useRef(true)
  useDidShow(() => {
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (isShown.current && list.current) moveFocus(list.current, event)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
  return list
}

export const useArrowKeys: () => RefObject<HTMLElement> | undefined =
  process.env.TARO_ENV === 'weapp' ? () => undefined : useArrowKeysOnWeb
