import type { Activity, Series, SeriesPlan } from '../../contract/volunteering/activities'
import type { Occurrence } from '../../contract/volunteering/recurrence'
import { expectValue } from './builders'
import type { Person } from './cloud'

/** Series and activities for tests, made by a leader through the functions. */

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/** A day in Shanghai, counted from the day of a moment: `2026-11-28`. */
export const dayFrom = (moment: number, days = 0): string =>
  new Date(moment + SHANGHAI + days * DAY).toISOString().slice(0, 10)

/** ISO 8601 weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Every week from tomorrow on at 9:00 for two hours, in Jing'an, two people to guide, anyone from eight years on. */
export function aPlan(changes: Partial<SeriesPlan> = {}): SeriesPlan {
  return {
    theme: '示例街面清洁',
    kind: 'civilisation',
    description: '示例：一起清扫街面，擦拭护栏。',
    placeCode: '310106012',
    address: '示例路 100 号街心花园',
    position: { longitude: 121.4623, latitude: 31.2296 },
    fenceMetres: 300,
    roles: [{ roleId: 'guide', name: '引导员', capacity: 2, skill: null, minAge: null }],
    insurance: '',
    isForMembersOnly: false,
    hoursRule: { roundTo: 15, fullFrom: 60, closesAtEnd: true },
    recurrence: {
      kind: 'weekly',
      from: dayFrom(Date.now(), 1),
      until: null,
      every: 1,
      weekdays: [weekdayOf(dayFrom(Date.now(), 1))],
    },
    onHoliday: 'keep',
    startMinute: 9 * 60,
    minutes: 120,
    ...changes,
  }
}

/** Held once, tomorrow at 9:00 unless `changes` say otherwise. */
export const aPlanOfOneDay = (changes: Partial<SeriesPlan> = {}, day = dayFrom(Date.now(), 1)): SeriesPlan =>
  aPlan({ recurrence: { kind: 'once', day }, ...changes })

export const aSeries = async (
  leader: Person,
  organisationId: string,
  changes: Partial<SeriesPlan> = {},
): Promise<Series> =>
  expectValue(await leader.activities('createSeries', { organisationId, plan: aPlan(changes), photos: [] }))
    .series

export const occurrencesOf = async (
  person: Pick<Person, 'activities'>,
  seriesId: string,
  from = dayFrom(Date.now()),
): Promise<Occurrence[]> =>
  expectValue(await person.activities('listOccurrences', { seriesId, from })).occurrences

/** The next day of a new series that is held on one day only. */
export async function anActivity(
  leader: Person,
  organisationId: string,
  changes: Partial<SeriesPlan> = {},
): Promise<{ activityId: string; seriesId: string; day: string; startsAt: number; endsAt: number }> {
  const { seriesId } = await aSeries(leader, organisationId, { ...aPlanOfOneDay(), ...changes })
  const [next] = await occurrencesOf(leader, seriesId)
  if (!next?.activityId) throw new Error('the new series has no activity')
  const { activityId, day, startsAt, endsAt } = next
  return { activityId, seriesId, day, startsAt, endsAt }
}

export const seeActivity = async (
  person: Pick<Person, 'activities'>,
  activityId: string,
): Promise<Activity> => expectValue(await person.activities('getActivity', { activityId }))
