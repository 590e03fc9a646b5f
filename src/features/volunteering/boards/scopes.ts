import type { MyTeam, Volunteer } from '@contract/volunteering/people'

/** Boards of people that somebody can look at. Pure. */

const STREET = 9

/** Another street, to be chosen. */
export const ELSEWHERE = 'elsewhere'

export interface Scope {
  value: string
  text: string
}

/** The own teams, the own grid and the own street; and any other street. */
export const scopesOf = (volunteer: Volunteer | null, teams: readonly MyTeam[]): Scope[] => [
  ...teams
    .filter(({ state }) => state === 'member')
    .map(({ organisationId, name }) => ({ value: organisationId, text: name })),
  ...(volunteer?.gridCode ? [{ value: volunteer.gridCode, text: '我住的网格' }] : []),
  ...(volunteer ? [{ value: volunteer.placeCode.slice(0, STREET), text: '我住的街镇' }] : []),
  { value: ELSEWHERE, text: '别的街镇' },
]
