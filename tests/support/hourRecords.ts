import { anActivity, dayFrom } from './activities'
import { attend } from './attendance'
import { accountIdOf, expectValue } from './builders'
import type { Cloud, Person } from './cloud'
import { aProof } from './hours'
import { aVolunteer } from './volunteers'

/** One record of each kind about hours: a claim, an attendance with hours, and what staff took back of it. */
export async function recordsOfHours(
  cloud: Cloud,
  administrator: Person,
  organisationId: string,
): Promise<{ claimId: string; attendanceId: string; annulmentId: string }> {
  const volunteer = await aVolunteer(cloud)
  const photos = [await aProof(cloud, volunteer)]
  const claim = { organisationId, day: dayFrom(Date.now(), -2), minutes: 60, what: '示例：整理图书', photos }
  const { claimId } = expectValue(await volunteer.volunteerHours('claimHours', claim)).claim
  const { activityId } = await anActivity(administrator, organisationId)
  expectValue(await volunteer.activities('signUp', { activityId, roleId: 'guide', despiteClash: false }))
  await attend(cloud, administrator, activityId, volunteer)
  await cloud.setClock(0)
  const attendanceId = `${activityId}-${await accountIdOf(volunteer)}`
  const annulled = await administrator.volunteerHours('annulHours', {
    attendanceId,
    reason: '示例：重复登记',
  })
  return { claimId, attendanceId, annulmentId: expectValue(annulled).annulment.annulmentId }
}
