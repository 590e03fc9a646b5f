import type { BallotCounts } from '@contract/trust'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { countRows } from '../../trustWords'

/** What becomes of all ballots, as decided so far. */
export const CountsCard = ({ counts }: { counts: BallotCounts }) => (
  <Card title="全部选票">
    <KeyValue rows={countRows(counts)} />
  </Card>
)
