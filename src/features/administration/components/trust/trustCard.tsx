import type { BallotCounts } from '@contract/trust'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'
import { numberWords } from '@/words/numbers'
import { countRows } from '../../trustWords'

/** On the way to the list: whether every ballot is decided about, and where to look at abnormal voting. */
export const TrustCard = ({ campaignId, counts }: { campaignId: string; counts: BallotCounts | null }) => (
  <Card title="选票核查">
    {counts ? <KeyValue rows={countRows(counts)} /> : null}
    {counts && counts.pending > 0 ? (
      <Notice kind="warning" title={`还有 ${numberWords(counts.pending)} 张待核查`}>
        由两位管理员决定计入还是剔除，全部决定后才能封存选票、生成名单。
      </Notice>
    ) : null}
    <ListRow
      icon="rising"
      title="异常投票和选票处理"
      line="看异常提示，由两人剔除或计入选票"
      onPress={() => open(routes.trust(campaignId, counts && counts.pending > 0 ? { part: 'pending' } : {}))}
    />
  </Card>
)
