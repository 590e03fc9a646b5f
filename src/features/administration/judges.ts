import type { StaffMember } from '@contract/administration'
import type { MemberKind } from '@contract/judging'
import { isWithin } from '@contract/places/within'
import type { Result } from '@contract/result'
import { call } from '@/cloud/call'
import type { CloudError } from '@/cloud/services'
import { memberKindWords } from '@/words/judging'

/** Who can be seated on a panel. */

/** More judges than this no city has; the list ends there rather than never. */
const PAGES = 10

/** People who hold the role of judge at the campaign's city, by name. */
export const listJudges = async (
  campaignId: string,
): Promise<Result<{ judges: StaffMember[]; cityCode: string }, CloudError>> => {
  const campaign = await call('voting', 'getCampaign', { campaignId })
  if (!campaign.ok) return campaign
  const { cityCode } = campaign.value
  const judges: StaffMember[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const answer = await call('administration', 'listStaff', { placeCode: cityCode, role: 'judge', after })
    if (!answer.ok) return answer
    judges.push(...answer.value.staff.filter(({ placeCode }) => isWithin(cityCode, placeCode)))
    if (answer.value.next === null) break
    after = answer.value.next
  }
  return { ok: true, value: { judges, cityCode } }
}

const isMemberKind = (kind: string): kind is MemberKind => kind in memberKindWords

export const memberKindChoices = Object.entries(memberKindWords).flatMap(([value, text]) =>
  isMemberKind(value) ? [{ value, text }] : [],
)
