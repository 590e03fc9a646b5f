import { useEffect, useState } from 'react'

/** A pause this long in typing means the words are there. */
const PAUSE = 350

/** `value` once it has stopped changing: one question per word, not one per letter. */
export const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
