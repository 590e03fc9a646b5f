import { ageAt, OF_AGE } from '../../../contract/volunteering/people'
import { collection, command } from '../database/collection'
import { unseal } from '../sealed'
import type { SealedVolunteer, VolunteerRow } from './rows'

/** Names of volunteers: whole for who leads them, `陈**` for everybody else. */

const volunteers = () => collection<VolunteerRow>('volunteers')

export const findVolunteer = (accountId: string): Promise<VolunteerRow | null> => volunteers().find(accountId)

/** By their accounts; who is no volunteer is left out. At most 100 at once. */
export const listVolunteers = (accountIds: readonly string[]): Promise<VolunteerRow[]> =>
  accountIds.length === 0
    ? Promise.resolve([])
    : volunteers().list({ _id: command.in([...accountIds]) }, { limit: 100 })

export const findByCard = async (cardCode: string): Promise<VolunteerRow | null> =>
  (await volunteers().list({ cardCode }, { limit: 1 }))[0] ?? null

/** Only for methods of leaders and staff, and for the person's own. */
export const openVolunteer = ({ _id, sealed }: Pick<VolunteerRow, '_id' | 'sealed'>): SealedVolunteer =>
  JSON.parse(unseal(_id, sealed)) as SealedVolunteer

export const isMinorAt = (row: VolunteerRow, moment: number): boolean =>
  ageAt(openVolunteer(row).bornIn, moment) < OF_AGE

const STARS = '**'
/** Family names of two characters that are common enough to be cut wrongly otherwise [公安部户政管理研究中心，《二〇二〇年全国姓名报告》]. */
const DOUBLE = /^(欧阳|上官|皇甫|令狐|诸葛|司徒|司马|申屠|夏侯|贺兰|完颜|慕容|尉迟|长孙)/

/** `陈**`, however long the name is. */
export const shownNameOf = (name: string): string => {
  const [first = ''] = DOUBLE.exec(name) ?? [...name]
  return first + STARS
}
