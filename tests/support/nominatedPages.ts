import { expectValue, JINGAN, SHANGHAI } from './builders'
import type { Person } from './cloud'
import type { PageWithRecords } from './everyPage'
import { aDraft, aNominatingCampaign, aNomination, fillIn } from './nominations'

/** The pages of nomination and its review, each with something on it to see. */

const WAITING = '示例路待审自律会'
const FORWARDED = '示例路已推荐自律会'
const DRAFT = '示例路草稿自律会'

export async function nominatedPages(
  administrator: Person,
  author: Person,
): Promise<Record<string, PageWithRecords>> {
  const campaignId = await aNominatingCampaign(administrator)
  const forwarded = await aNomination(author, campaignId, { name: FORWARDED, placeCode: JINGAN })
  expectValue(
    await administrator.nominations('forwardNomination', { ...forwarded, opinion: '材料齐全，同意推荐' }),
  )
  const waiting = await aNomination(author, campaignId, { name: WAITING, placeCode: JINGAN })
  const draft = await aDraft(author, campaignId)
  await fillIn(author, draft, { name: DRAFT })
  const [own, staff] = ['features/nominations/pages', 'features/administration/pages']
  const ofCampaign = `campaignId=${campaignId}`
  return {
    [`${own}/nominate`]: { query: ofCampaign, shows: DRAFT },
    [`${own}/nomination`]: { query: `nominationId=${draft}`, shows: '提交推荐表' },
    [`${own}/forwarded`]: { query: ofCampaign, shows: FORWARDED },
    [`${staff}/nominations`]: {
      query: `placeCode=${SHANGHAI}&${ofCampaign}&state=submitted`,
      shows: WAITING,
    },
    [`${staff}/registerCandidate`]: { query: ofCampaign, shows: '自律组织名称' },
    [`${staff}/nomination`]: { query: `nominationId=${waiting.nominationId}`, shows: '推荐上报' },
  }
}
