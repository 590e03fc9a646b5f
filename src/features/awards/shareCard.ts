import type { Showcase } from '@contract/awards'
import { routes } from '@/routes'
import { kindWords } from '@/words/kinds'

/** What stands on the card when somebody passes the page on. It tells what there is to see, and asks for nothing. */

const EXAMPLE = '示例：'

export const shareTitle = ({ campaignName, kind, winners, isDemo }: Showcase): string =>
  `${isDemo ? EXAMPLE : ''}${campaignName}：看看获评的 ${winners.length} 个${kindWords[kind].entry}`

export interface ShareCard {
  title: string
  path: string
  imageUrl?: string
}

const NOT_THERE_YET = '成果展示'

/** Before the page has come, the card carries its plain name. */
export const shareCard = (campaignId: string, showcase: Showcase | null): ShareCard => {
  const imageUrl = showcase?.winners.find(({ coverUrl }) => coverUrl !== null)?.coverUrl
  return {
    title: showcase ? shareTitle(showcase) : NOT_THERE_YET,
    path: routes.showcase(campaignId),
    ...(imageUrl ? { imageUrl } : {}),
  }
}
