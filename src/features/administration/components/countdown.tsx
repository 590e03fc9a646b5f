import type { CountView } from '@contract/voting'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'

const SECOND = 1000

interface CountdownProps {
  view: CountView
  /** By the cloud's clock. */
  until: number
  words: (seconds: number) => string
  onEnd: () => Promise<void>
}

/** Counts by the cloud's clock: only the time passed since its answer is measured here. */
const useSecondsLeft = ({ now }: CountView, until: number): number => {
  const [start, setStart] = useState({ now, at: Date.now() })
  const [current, setCurrent] = useState(start.at)
  useEffect(() => {
    setStart({ now, at: Date.now() })
    setCurrent(Date.now())
    const timer = setInterval(() => setCurrent(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [now])
  return Math.ceil((until - start.now - (current - start.at)) / SECOND)
}

/** In place of a button while there is only waiting to do. A second after the end it looks again. */
export const Countdown = ({ view, until, words, onEnd }: CountdownProps) => {
  const seconds = useSecondsLeft(view, until)
  const end = useRef(onEnd)
  end.current = onEnd
  const isOver = seconds < 0
  useEffect(() => {
    if (isOver) void end.current()
  }, [isOver])
  return (
    <Button disabled onPress={() => undefined}>
      {words(Math.max(seconds, 0))}
    </Button>
  )
}
