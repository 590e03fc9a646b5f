import { TEAM_KINDS, type TeamKind } from '@contract/volunteering/people'
import { teamKindWords } from '@/words/volunteering'

/** What lists of activities are narrowed down to. */
export interface Filters {
  kind: TeamKind | 'all'
  seats: 'all' | 'free'
}

export const EVERYTHING: Filters = { kind: 'all', seats: 'all' }

export const isNarrowed = ({ kind, seats }: Filters): boolean => kind !== 'all' || seats !== 'all'

export const kindOptions: { value: Filters['kind']; text: string }[] = [
  { value: 'all', text: '全部类别' },
  ...TEAM_KINDS.map((value) => ({ value, text: teamKindWords[value] })),
]

export const seatOptions: { value: Filters['seats']; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'free', text: '还有名额' },
]

/** As the cloud is asked. */
export const asked = ({ kind, seats }: Filters) => ({
  kind: kind === 'all' ? undefined : kind,
  hasSeats: seats === 'free' ? true : undefined,
})
