import type { administration } from '../../contract/administration'
import { PAGE_SIZE } from '../../contract/limits'
import { ok } from '../../contract/result'
import type { Methods } from '../platform/serve'
import * as store from './store'

/** Whether the program runs, for those who run it. */

type AdministrationMethods = Methods<typeof administration>

const DAY = 86_400_000

export const getHealth: AdministrationMethods['getHealth'] = async ({ now }) => {
  const [timers, outbox, problems] = await Promise.all([
    store.listTimerRuns(),
    store.describeOutbox(now, now - DAY),
    store.countProblems(now - DAY),
  ])
  return ok({
    now,
    timers: timers.map(({ _id, lastRunAt, milliseconds, outcome }) => ({
      service: _id,
      lastRunAt,
      milliseconds,
      outcome,
    })),
    outbox,
    problems,
  })
}

export const listProblems: AdministrationMethods['listProblems'] = async ({ input, now }) => {
  const rows = await store.listProblems(input.before ?? now + DAY)
  const problems = rows.slice(0, PAGE_SIZE).map(({ _id, ...problem }) => problem)
  return ok({ problems, next: rows.length > PAGE_SIZE ? (problems.at(-1)?.at ?? null) : null })
}
