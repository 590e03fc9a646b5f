import type { NominationSummary } from '@contract/nominations'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { open, routes } from '@/routes'
import { channelWords } from '@/words/campaigns'
import { momentWords } from '@/words/moments'
import { nominationStateWords } from '@/words/nominations'

interface MyNominationsProps {
  nominations: NominationSummary[]
  /** Where they are of several campaigns. */
  showsCampaign?: boolean
}

const lineOf = (nomination: NominationSummary, showsCampaign: boolean): string => {
  const { campaignName, channel, submittedAt, savedAt } = nomination
  const when = submittedAt === null ? `${momentWords(savedAt)} 保存` : `${momentWords(submittedAt)} 提交`
  return [showsCampaign ? campaignName : channelWords[channel], when].join('，')
}

/** One's own nominations, newest first, each with its state. */
export const MyNominations = ({ nominations, showsCampaign = false }: MyNominationsProps) => (
  <Card title="我的申报">
    {nominations.map((nomination) => {
      const { nominationId, name, state, coverUrl } = nomination
      const title = name || '还没有写名称'
      return (
        <ListRow
          key={nominationId}
          title={title}
          line={lineOf(nomination, showsCampaign)}
          photo={{ url: coverUrl, description: `${title}的照片` }}
          trailing={<Badge {...nominationStateWords[state]} />}
          onPress={() => open(routes.nomination(nominationId))}
        />
      )
    })}
  </Card>
)
