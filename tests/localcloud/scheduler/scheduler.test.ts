import { createClock } from '../../../localcloud/clock'
import type { Answer } from '../../../localcloud/functions/functionService'
import { createScheduler, type Scheduler } from '../../../localcloud/scheduler/scheduler'

const EVERY_SECOND = [{ name: 'tally', triggers: [{ name: 'everySecond', schedule: '* * * * * * *' }] }]
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let scheduler: Scheduler | undefined
afterEach(() => scheduler?.stop())

function recorder(takes: number) {
  const events: Record<string, unknown>[] = []
  let together = 0
  let mostTogether = 0
  const run = async (_: string, event: string): Promise<Answer> => {
    events.push(JSON.parse(event) as Record<string, unknown>)
    mostTogether = Math.max(mostTogether, ++together)
    await pause(takes)
    together--
    return { requestId: 'r', result: '"done"' }
  }
  return { events, run, mostTogether: () => mostTogether }
}

test('a timer runs on its schedule with the event that SCF gives', async () => {
  const { events, run } = recorder(0)
  scheduler = createScheduler(EVERY_SECOND, createClock(), run)
  scheduler.start()
  await pause(2100)
  expect([2, 3]).toContain(events.length)
  expect(events[0]).toEqual({
    Type: 'Timer',
    TriggerName: 'everySecond',
    Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    Message: '',
  })
  expect(new Set(events.map((event) => event.Time)).size).toBe(events.length)
})

test('a run that takes longer than the period is never joined by another, by schedule or by hand', async () => {
  const { events, run, mostTogether } = recorder(700)
  scheduler = createScheduler(EVERY_SECOND, createClock(), run)
  scheduler.start()
  const byHand = [scheduler.runNow('tally', 'everySecond'), scheduler.runNow('tally', 'everySecond')]
  await Promise.all(byHand)
  await pause(700)
  expect(mostTogether()).toBe(1)
  expect(events.length).toBeGreaterThanOrEqual(2)
})

test('a moved clock moves the timers', async () => {
  const { events, run } = recorder(0)
  const clock = createClock()
  const yearly = [{ name: 'tally', triggers: [{ name: 'newYear', schedule: '0 0 0 1 1 * *' }] }]
  scheduler = createScheduler(yearly, clock, run)
  scheduler.start()
  const newYear = Date.parse('2031-01-01T00:00:00+08:00')
  await clock.move(newYear - 300 - Date.now())
  await pause(700)
  expect(events).toMatchObject([{ Time: '2030-12-31T16:00:00Z' }])
})

test('a timer that does not exist cannot be run', () => {
  scheduler = createScheduler(EVERY_SECOND, createClock(), recorder(0).run)
  expect(scheduler.runNow('tally', 'nothing')).toBeUndefined()
})

test('a wrong schedule keeps the cloud from starting', () => {
  const wrong = [{ name: 'tally', triggers: [{ name: 'daily', schedule: '@daily' }] }]
  expect(() => createScheduler(wrong, createClock(), recorder(0).run)).toThrow('seven')
})
