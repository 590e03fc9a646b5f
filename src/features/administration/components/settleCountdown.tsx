import type { CountView } from '@contract/voting'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'

const SECOND = 1000

/** Counts down by the cloud's clock: only the time passed since its answer is measured here. */
const useSecondsLeft = (view: CountView): number => {
  const [answeredAt, setAnsweredAt] = useState(() => Date.now())
  const [current, setCurrent] = useState(answeredAt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer starts a new countdown
  useEffect(() => {
    setAnsweredAt(Date.now())
    setCurrent(Date.now())
    const timer = setInterval(() => setCurrent(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [view])
  return Math.max(Math.ceil((view.settledAt - view.now - (current - answeredAt)) / SECOND), 0)
}

/** The last ballots are still being written; counting may start when none can be on its way any more. */
export const SettleCountdown = ({ view, onSettled }: { view: CountView; onSettled: () => Promise<void> }) => {
  const seconds = useSecondsLeft(view)
  const settled = useRef(onSettled)
  settled.current = onSettled
  useEffect(() => {
    if (seconds === 0) void settled.current()
  }, [seconds])
  return (
    <Button disabled onPress={() => undefined}>
      {seconds > 0 ? `正在保存最后的选票，还要 ${seconds} 秒` : '正在查看'}
    </Button>
  )
}
