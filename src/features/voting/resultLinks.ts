import type { SessionState } from '@contract/judging'
import type { Campaign } from '@contract/voting'
import type { IconName } from '@/components/icon/names'
import { routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'

/** What a campaign has come to, stage by stage: only what is there. */

export interface ResultLink {
  icon: IconName
  title: string
  line: string
  address: string
}

export interface Come {
  campaign: Campaign
  /** Whether anything has been put forward. */
  hasForwarded: boolean
  /** Of the expert session; null while there is none. */
  session: SessionState | null
}

const sessionLines: Record<SessionState, string> = {
  preparing: '时间和评审组的组成',
  committed: '抽签的承诺已经公开',
  drawn: '抽签结果',
  open: '正在评审',
  closed: '得分和名次',
}

export const resultLinks = ({ campaign, hasForwarded, session }: Come): ResultLink[] => {
  const { campaignId, candidateCount, listPublishedAt, winnersPublishedAt, kind } = campaign
  const { candidate } = kindWords[kind]
  const links: (ResultLink | null)[] = [
    hasForwarded
      ? { icon: 'people', title: '各区推荐', line: '初审后推荐的名单', address: routes.forwarded(campaignId) }
      : null,
    candidateCount > 0
      ? {
          icon: 'vote',
          title: candidate,
          line: `${numberWords(candidateCount)} 个`,
          address: routes.campaign(campaignId),
        }
      : null,
    listPublishedAt === null
      ? null
      : {
          icon: 'result',
          title: '候选名单和票数',
          line: `${momentWords(listPublishedAt)} 公布`,
          address: routes.results(campaignId),
        },
    session === null
      ? null
      : {
          icon: 'document',
          title: '专家评审',
          line: sessionLines[session],
          address: routes.publicSession(campaignId),
        },
    winnersPublishedAt === null
      ? null
      : {
          icon: 'success',
          title: '获评名单和成果展示',
          line: `${momentWords(winnersPublishedAt)} 公布`,
          address: routes.showcase(campaignId),
        },
  ]
  return links.filter((link) => link !== null)
}
