import { Cron } from 'croner'

/**
 * A timer's schedule as CloudBase writes it: seven fields `second minute hour day month weekday year`, in UTC+8;
 * a day and a weekday both given mean either. Letters L, W, # and ? and nicknames, which the cron library knows,
 * are refused, because CloudBase does not know them.
 */
export interface Schedule {
  /** The first moment after `time`; null when there is none. */
  nextAfter(time: number): number | null
}

const NUMBER = '\\d{1,4}'
const NAME = '[A-Z]{3}'
const FIELD = new RegExp(
  `^(\\*|(${NUMBER}|${NAME})(-(${NUMBER}|${NAME}))?)(/\\d{1,2})?(,(\\*|(${NUMBER}|${NAME})(-(${NUMBER}|${NAME}))?)(/\\d{1,2})?)*$`,
)
const SHANGHAI_MINUTES = 480
const WEEKDAY = 5

export function parseSchedule(text: string): Schedule {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`"${text}" has ${fields.length} fields, a timer has seven`)
  for (const field of fields)
    if (!FIELD.test(field)) throw new Error(`"${text}": CloudBase does not understand "${field}"`)
  if (/7/.test(fields[WEEKDAY] ?? '')) throw new Error(`"${text}": weekdays are 0 (Sunday) to 6`)
  const cron = new Cron(fields.join(' '), {
    paused: true,
    mode: '7-part',
    utcOffset: SHANGHAI_MINUTES,
    sloppyRanges: true,
  })
  return { nextAfter: (time) => cron.nextRun(new Date(time))?.getTime() ?? null }
}
