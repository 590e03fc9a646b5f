import type { ExportSection } from '../../contract/ownData'
import { ok } from '../../contract/result'
import type { volunteers } from '../../contract/volunteers'
import { shanghaiTime } from '../platform/clock'
import type { Forget } from '../platform/forgetting'
import { findInTable, pathInTable } from '../platform/nationalTable'
import type { Methods } from '../platform/serve'
import { findVolunteer } from '../platform/volunteering/names'
import type { MembershipRow, TeamRow, VolunteerRow } from '../platform/volunteering/rows'
import { presentVolunteer } from './presented'
import { isOfBefore } from './rules'
import * as store from './store'
import { skillWords, stateWords, timeWords } from './words'

type VolunteersMethods = Methods<typeof volunteers>
type Item = ExportSection['items'][number]

function placeWords(placeCode: string): string {
  const place = findInTable(placeCode)
  return place ? pathInTable(place).join('') : placeCode
}

function exportedVolunteer(row: VolunteerRow, now: number): Item {
  const { name, bornIn, guardian, placeCode, ...volunteer } = presentVolunteer(row, now)
  return {
    姓名: name,
    出生年月: bornIn,
    监护人: guardian && `${guardian.name} ${guardian.phone}`,
    监护人同意时间: guardian && shanghaiTime(guardian.agreedAt),
    地区: placeWords(placeCode),
    网格: volunteer.gridCode,
    特长: volunteer.skills.map((skill) => skillWords[skill]).join('、'),
    方便的时间: volunteer.times.map((time) => timeWords[time]).join('、'),
    榜单上显示: volunteer.isListed ? row.shownName : '不显示',
    志愿者卡号: volunteer.cardCode,
    注册时间: shanghaiTime(volunteer.registeredAt),
  }
}

const exportedMembership = (row: MembershipRow, team: TeamRow | undefined): Item => ({
  服务队: team?.name ?? null,
  状态: stateWords[row.state],
  时间: shanghaiTime(row.since),
  申请时写的话: row.words,
  网格: row.gridCode,
  没有通过或离队的原因: row.reason,
})

/** Every membership, newest first. */
async function allMemberships(accountId: string): Promise<MembershipRow[]> {
  const found: MembershipRow[] = []
  for (;;) {
    const page = await store.listMembershipsOf(accountId, found.at(-1)?.order)
    found.push(...page)
    if (page.length < store.MEMBERSHIPS_AT_ONCE) return found
  }
}

async function teamsOf(memberships: MembershipRow[]): Promise<Map<string, TeamRow>> {
  const teams = new Map<string, TeamRow>()
  for (let start = 0; start < memberships.length; start += store.MEMBERSHIPS_AT_ONCE) {
    const some = memberships.slice(start, start + store.MEMBERSHIPS_AT_ONCE)
    for (const team of await store.findTeams(some.map(({ organisationId }) => organisationId)))
      teams.set(team._id, team)
  }
  return teams
}

export const exportMyData: VolunteersMethods['exportMyData'] = async ({ caller: { accountId }, now }) => {
  const [row, memberships] = await Promise.all([findVolunteer(accountId), allMemberships(accountId)])
  const teams = await teamsOf(memberships)
  return ok({
    sections: [
      { title: '志愿者登记', items: row ? [exportedVolunteer(row, now)] : [] },
      {
        title: '我的服务队',
        items: memberships.map((each) => exportedMembership(each, teams.get(each.organisationId))),
      },
    ],
  })
}

/** The person first, so that nobody who goes comes into one more team; then the memberships, and the teams count one less. */
export const forget: Forget = async (accountId, requestedAt) => {
  await store.removeVolunteer(accountId, requestedAt)
  for (const membership of await allMemberships(accountId))
    if (isOfBefore(membership, requestedAt)) await store.removeMembership(membership)
}
