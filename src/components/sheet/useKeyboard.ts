import { type RefObject, useEffect, useRef } from 'react'

/** The open sheets, the topmost last: one Escape closes one sheet. */
const openSheets: symbol[] = []

/** Taro's elements move what is inside them once more just after it has been drawn, and moving takes the focus away. */
const DRAWN = 100

const FOCUSABLE = 'input, textarea, [tabindex="0"], button, a[href]'

/** Tab stays among what can be focused on the sheet. */
const keepInside = (event: KeyboardEvent, panel: HTMLElement) => {
  const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const first = stops[0]
  const last = stops.at(-1)
  const leaves = event.shiftKey ? [first, panel] : [last]
  if (!leaves.includes(document.activeElement as HTMLElement)) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}

const useKeyboardOnWeb = (isOpen: boolean, onClose: () => void): RefObject<HTMLElement> => {
  const panel = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!isOpen) return
    const sheet = Symbol('sheet')
    const before = document.activeElement
    openSheets.push(sheet)
    panel.current?.focus()
    const again = setTimeout(() => {
      if (document.activeElement === document.body) panel.current?.focus()
    }, DRAWN)
    const handleKey = (event: KeyboardEvent) => {
      if (openSheets.at(-1) !== sheet) return
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && panel.current) keepInside(event, panel.current)
    }
    document.addEventListener('keydown', handleKey)
    return () => {
      clearTimeout(again)
      document.removeEventListener('keydown', handleKey)
      openSheets.splice(openSheets.indexOf(sheet), 1)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen])
  return panel
}

/** In a browser: Escape closes the sheet, focus moves into it and, once it is closed, back to where it was. */
export const useSheetKeyboard: (isOpen: boolean, onClose: () => void) => RefObject<HTMLElement> | undefined =
  process.env.TARO_ENV === 'weapp' ? () => undefined : useKeyboardOnWeb
