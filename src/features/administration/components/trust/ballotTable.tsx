import type { BallotFilter, BallotView } from '@contract/trust'
import { call } from '@/cloud/call'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { ballotWords, newWords, rankWords } from '../../trustWords'
import { MoreButton } from '../moreButton'

const columns: [Column<BallotView>, ...Column<BallotView>[]] = [
  { key: 'code', title: '凭证号', show: ({ trackingCode }) => trackingCode },
  { key: 'at', title: '时间', show: ({ castAt }) => momentWords(castAt), sortBy: ({ castAt }) => castAt },
  {
    key: 'address',
    title: '网络地址',
    show: ({ address }) => address ?? '没有记录',
    sortBy: ({ address }) => address ?? '',
  },
  { key: 'new', title: '用户', show: ({ isNew }) => newWords(isNew) },
  { key: 'rank', title: '风险', show: ({ rank }) => rankWords(rank), sortBy: ({ rank }) => rank ?? -1 },
  { key: 'state', title: '处理', show: ballotWords },
]

/** The ballots behind an alert: never whose, and of their choices only the one that is looked at. */
export const BallotTable = ({ campaignId, filter }: { campaignId: string; filter: BallotFilter }) => {
  const book = usePages(`${campaignId}/${JSON.stringify(filter)}`, {
    ask: (after: string | undefined) => call('voting', 'listBallots', { campaignId, filter, after }),
    read: ({ ballots, next }) => ({ items: ballots, next }),
  })
  const { state } = book
  if (state.status === 'failed' && state.error.code === 'voting_not_settled')
    return (
      <Notice kind="information" title="投票期间看不到选票">
        按这次活动的规则，投票期间票数不公开，工作人员也看不到。{momentWords(state.error.settledAt)}{' '}
        以后可以查看和处理。
      </Notice>
    )
  return (
    <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
      {({ total }) =>
        total === 0 ? (
          <EmptyState icon="inbox" reason="没有符合条件的选票" />
        ) : (
          <>
            <Notice kind="information" title={`这里有 ${numberWords(total)} 张选票`}>
              看不到是谁投的。网络地址只用字母和数字代表，不能查到真实地址。
            </Notice>
            <Table
              label="选票"
              columns={columns}
              rows={book.items}
              keyOf={({ trackingCode }) => trackingCode}
            />
            <MoreButton book={book} />
          </>
        )
      }
    </Answered>
  )
}
