import type { ActivityRow, SignUpRow } from '../../../cloudfunctions/platform/volunteering/rows'
import { HOLDS_SEAT } from '../../../contract/volunteering/activities'
import type { Cloud, Person } from '../../support/cloud'
import { functionsWith } from '../../support/rowLoader'
import { aVolunteer } from '../../support/volunteers'

/** What is stored of sign-ups, beside what people see, and many volunteers at once. */

const READER = 'rowReader'

const SOURCE = `
import { command, database } from './cloudfunctions/platform/database/connection'
export const main = async ({ collection, where, rows }) => {
  if (rows) return database.collection(collection).add({ data: rows })
  const found = []
  for (;;) {
    const { data } = await database.collection(collection).where(where).orderBy('_id', 'asc').skip(found.length).limit(1000).get()
    found.push(...data)
    if (data.length < 1000) return found
  }
}
`

/** A folder with the built functions and one more, which reads and adds rows. */
export const functionsWithReader = (): Promise<string> => functionsWith(READER, SOURCE)

async function ask(cloud: Cloud, event: object): Promise<unknown> {
  const { status, body } = await cloud.send(READER, event)
  if (status !== 200) throw new Error(`rows were not reached: ${JSON.stringify(body)}`)
  return (body as { result: unknown }).result
}

export const storedRows = async <R>(cloud: Cloud, collection: string, where: object): Promise<R[]> =>
  (await ask(cloud, { collection, where })) as R[]

export const addRows = (cloud: Cloud, collection: string, rows: object[]): Promise<unknown> =>
  ask(cloud, { collection, rows })

export const signUpsOf = (cloud: Cloud, activityId: string): Promise<SignUpRow[]> =>
  storedRows<SignUpRow>(cloud, 'signUps', { activityId })

export const activityOf = async (cloud: Cloud, activityId: string): Promise<ActivityRow> =>
  (await storedRows<ActivityRow>(cloud, 'activities', { _id: activityId }))[0] as ActivityRow

/** What the activity says of its seats, and what its sign-ups come to: the two are always the same. */
export async function countedSeats(cloud: Cloud, activityId: string) {
  const [activity, rows] = await Promise.all([activityOf(cloud, activityId), signUpsOf(cloud, activityId)])
  const count = (roleId: string, states: readonly string[]) =>
    rows.filter((row) => row.roleId === roleId && states.includes(row.state)).length
  const roles = activity.roles.map(({ roleId, capacity }) => {
    const [taken, waiting] = [count(roleId, HOLDS_SEAT), count(roleId, ['waiting'])]
    return { roleId, capacity, taken, waiting }
  })
  return {
    said: activity.roles.map(({ roleId, capacity }) => ({
      roleId,
      capacity,
      taken: activity.taken[roleId] ?? 0,
      waiting: activity.waiting[roleId] ?? 0,
    })),
    counted: roles,
    hasSeats: {
      said: activity.hasSeats,
      counted: roles.some(({ capacity, taken, waiting }) => taken < capacity && waiting === 0),
    },
  }
}

const TOGETHER = 20

/** So many people who have registered. */
export async function volunteersOf(cloud: Cloud, many: number): Promise<Person[]> {
  const people = await cloud.people(Array.from({ length: many }, (_, index) => `oTestVolunteer${index}`))
  for (let start = 0; start < many; start += TOGETHER)
    await Promise.all(people.slice(start, start + TOGETHER).map((person) => aVolunteer(cloud, { person })))
  return people
}
