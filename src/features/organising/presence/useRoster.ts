import type { Confirmed } from '@contract/attendance'
import { CONFIRMED_AT_ONCE } from '@contract/limits'
import type { Activity } from '@contract/volunteering/activities'
import type { Direction, RosterRow } from '@contract/volunteering/presence'
import { windowOf } from '@contract/volunteering/presence'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudAnswer, CloudError, Input } from '@/cloud/services'
import { useAnswer } from '@/cloud/useAnswer'
import { outcomeWords } from './words'

/** A page has 50 rows, and an activity some thousand people. */
const PAGES_MOST = 60

interface Roster {
  activity: Activity
  rows: RosterRow[]
}

/** Everybody, since a name is looked for among all. */
const readAll = async (activityId: string) => {
  const answer = await call('activities', 'getActivity', { activityId })
  if (!answer.ok) return answer
  const rows: RosterRow[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES_MOST; page++) {
    const leaf: CloudAnswer<'attendance', 'listRoster'> = await call('attendance', 'listRoster', {
      activityId,
      after,
    })
    if (!leaf.ok) return leaf
    rows.push(...leaf.value.rows)
    if (leaf.value.next === null) break
    after = leaf.value.next
  }
  return { ok: true as const, value: { activity: answer.value, rows } satisfies Roster }
}

type People = Input<'attendance', 'confirmPresence'>['people']

/** Now where that can be; afterwards the planned start or end, unless the leader says another time. */
export const usualMoment = (
  direction: Direction,
  activity: Pick<Activity, 'startsAt' | 'endsAt'>,
  now: number,
): number | null => {
  const { opensAt, closesAt } = windowOf(direction, activity)
  if (now >= opensAt && now <= closesAt) return null
  return direction === 'in' ? activity.startsAt : activity.endsAt
}

/** The ends of somebody's presence that wait for the leader, in the order in which they happened. */
const weakEnds = ({ presence }: RosterRow): Direction[] => [
  ...(presence?.checkIn?.grade === 'C' ? (['in'] as const) : []),
  // What came by itself is worth what the check-in is.
  ...(presence?.checkOut?.grade === 'C' && !presence.checkOut.isAutomatic ? (['out'] as const) : []),
]

/** In parts that one call takes. Words instead of outcomes: the cloud did not answer any. */
const send = async (activityId: string, direction: Direction, people: People, at: number | null) => {
  const confirmed: Confirmed[] = []
  for (let first = 0; first < people.length; first += CONFIRMED_AT_ONCE) {
    const part = people.slice(first, first + CONFIRMED_AT_ONCE)
    const input = { activityId, direction, at, people: part }
    const outcome = await call('attendance', 'confirmPresence', input, { requestId: newRequestId() })
    if (!outcome.ok) return errorText(outcome.error)
    confirmed.push(...outcome.value.confirmed)
  }
  return confirmed
}

export const useRoster = (activityId: string) => {
  const answer = useAnswer(`roster/${activityId}`, () => readAll(activityId))
  const [told, setTold] = useState<string | null>(null)
  const tell = async (words: string): Promise<string> => {
    await answer.refreshQuietly()
    setTold(words)
    return words
  }
  /** Answers what went wrong, in words, or null. */
  const changed = async (outcome: { ok: true } | { ok: false; error: CloudError }) => {
    if (!outcome.ok) return errorText(outcome.error)
    await answer.refreshQuietly()
    return null
  }
  return {
    answer,
    told,
    confirm: async (direction: Direction, people: People, at: number | null): Promise<string> => {
      const outcome = await send(activityId, direction, people, at)
      return tell(typeof outcome === 'string' ? outcome : outcomeWords(direction, outcome))
    },
    confirmWhole: async (row: RosterRow): Promise<string> => {
      const people = [{ accountId: row.accountId }]
      const said: string[] = []
      for (const direction of weakEnds(row)) {
        const outcome = await send(activityId, direction, people, null)
        if (typeof outcome === 'string') return tell(outcome)
        // The first word of the leader may have been enough for both.
        const news = outcome.filter((one) => one.ok || one.reason !== 'already')
        if (news.length > 0) said.push(outcomeWords(direction, news))
      }
      return tell(said.join(''))
    },
    correct: async (attendanceId: string, minutes: number, reason: string, requestId: string) =>
      changed(await call('attendance', 'correctMinutes', { attendanceId, minutes, reason }, { requestId })),
    excuse: async (attendanceId: string, reason: string, requestId: string) =>
      changed(await call('attendance', 'excuseAbsence', { attendanceId, reason }, { requestId })),
  }
}

export type RosterActs = ReturnType<typeof useRoster>
