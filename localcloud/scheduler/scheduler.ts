import type { CloudClock } from '../clock'
import type { Trigger } from '../functions/functionFolder'
import type { Answer } from '../functions/functionService'
import { parseSchedule, type Schedule } from './schedule'

/**
 * Runs the timers of the functions.
 * Not simulated: running one timer twice at the same time when a run takes longer than its period (the later run is
 * left out here), retries of a failed run, catching up on runs missed while the cloud was off.
 */
export interface Scheduler {
  start(): void
  /** Runs a timer now, after a run that is under way. Undefined when there is no such timer. */
  runNow(functionName: string, triggerName: string): Promise<Answer> | undefined
  stop(): void
}

export type RunTimer = (functionName: string, event: string) => Promise<Answer>

interface Timer {
  functionName: string
  trigger: Trigger
  schedule: Schedule
  handle: NodeJS.Timeout | undefined
  running: Promise<unknown> | undefined
}

/** Long waits are cut: setTimeout takes 24 days at most, and a sleeping machine shifts them. */
const LONGEST_WAIT = 60_000

export function createScheduler(
  functions: Iterable<{ name: string; triggers: Trigger[] }>,
  clock: CloudClock,
  runTimer: RunTimer,
): Scheduler {
  const timers: Timer[] = []
  for (const { name, triggers } of functions)
    for (const trigger of triggers)
      timers.push({
        functionName: name,
        trigger,
        schedule: parseSchedule(trigger.schedule),
        handle: undefined,
        running: undefined,
      })
  let isStarted = false

  function run(timer: Timer, time: number): Promise<Answer> {
    const answer = runTimer(timer.functionName, eventOf(timer.trigger.name, time))
    const running = answer.finally(() => {
      if (timer.running === running) timer.running = undefined
    })
    timer.running = running
    return running
  }

  function arm(timer: Timer, after: number): void {
    clearTimeout(timer.handle)
    const next = timer.schedule.nextAfter(after)
    if (next === null) return
    const wait = next - clock.now()
    timer.handle = setTimeout(
      () => {
        if (clock.now() < next) return arm(timer, after)
        if (!timer.running) void run(timer, next)
        arm(timer, Math.max(next, clock.now()))
      },
      Math.max(0, Math.min(wait, LONGEST_WAIT)),
    )
    timer.handle.unref()
  }

  clock.onMove(() => {
    if (isStarted) for (const timer of timers) arm(timer, clock.now())
  })

  return {
    start() {
      isStarted = true
      for (const timer of timers) arm(timer, clock.now())
    },
    runNow(functionName, triggerName) {
      const timer = timers.find(
        (item) => item.functionName === functionName && item.trigger.name === triggerName,
      )
      return timer && runAfterwards(timer)
    },
    stop() {
      isStarted = false
      for (const timer of timers) clearTimeout(timer.handle)
    },
  }

  async function runAfterwards(timer: Timer): Promise<Answer> {
    while (timer.running) await timer.running
    return run(timer, clock.now())
  }
}

/** As SCF gives it: time in UTC without milliseconds. */
const eventOf = (name: string, time: number): string =>
  JSON.stringify({
    Type: 'Timer',
    TriggerName: name,
    Time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    Message: '',
  })
