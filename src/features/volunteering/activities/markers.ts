import type { ActivitySummary } from '@contract/volunteering/activities'
import type { MapMarker } from '@/components/map'
import { dateWords, hasSeats, isSignedUp } from '@/words/activities'
import { clockWords } from '@/words/moments'

/** Activities as signs of a map. Pure. */

/** What is held at one spot: a series has the same place every week. */
export interface Spot {
  id: string
  activities: ActivitySummary[]
}

const nameOf = ({ position: { longitude, latitude } }: ActivitySummary): string =>
  `${longitude.toFixed(4)}/${latitude.toFixed(4)}`

export function spotsOf(activities: ActivitySummary[]): Spot[] {
  const spots = new Map<string, ActivitySummary[]>()
  for (const activity of activities.filter(({ state }) => state !== 'cancelled')) {
    const id = nameOf(activity)
    spots.set(id, [...(spots.get(id) ?? []), activity])
  }
  return [...spots].map(([id, held]) => ({ id, activities: held }))
}

/** A tick: I have signed up. A dot: there are seats. An exclamation mark: full. */
const toneOf = (activities: ActivitySummary[]): MapMarker['tone'] => {
  if (activities.some(({ signUp }) => isSignedUp(signUp))) return 'done'
  return activities.some(hasSeats) ? 'open' : 'overdue'
}

const stateWords: Record<MapMarker['tone'], string> = {
  done: '我已报名',
  open: '还有名额',
  overdue: '已满',
}

const spotWords = ([first, ...others]: ActivitySummary[], tone: MapMarker['tone']): string => {
  if (!first) return ''
  const what = others.length > 0 ? `${first.theme}等 ${others.length + 1} 场` : first.theme
  return `${what}，${dateWords(first.startsAt)} ${clockWords(first.startsAt)}，${stateWords[tone]}`
}

export const markersOf = (spots: Spot[], chosen: string | null): MapMarker[] =>
  spots.flatMap(({ id, activities }) => {
    const [first] = activities
    if (!first) return []
    const tone = toneOf(activities)
    const { position } = first
    return [{ id, position, tone, label: spotWords(activities, tone), isChosen: id === chosen }]
  })
