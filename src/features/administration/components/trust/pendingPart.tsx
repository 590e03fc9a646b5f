import type { BallotFilter, Ruling } from '@contract/trust'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { momentWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { rankWords } from '../../trustWords'
import { BallotTable } from './ballotTable'
import { CountsCard } from './countsCard'
import { ProposalSheet } from './proposalSheet'

/** Ballots that wait, of one rank; -1 stands for no answer. */
const filterOf = (rank: number | null): BallotFilter => ({
  from: null,
  to: null,
  candidateId: null,
  address: null,
  isNew: null,
  standing: 'pending',
  rank: rank ?? -1,
})

interface GroupProps {
  rank: number | null
  pending: number
  onPropose: (act: Ruling['act']) => void
  onShow: () => void
}

const Group = ({ rank, pending, onPropose, onShow }: GroupProps) => (
  <Card title={`${rankWords(rank)}：${numberWords(pending)} 张`}>
    <Button onPress={() => onPropose('accept')}>提议全部计入</Button>
    <Button kind="danger" onPress={() => onPropose('strike')}>
      提议全部剔除
    </Button>
    <Button kind="quiet" onPress={onShow}>
      看看这些选票
    </Button>
  </Card>
)

interface PendingPartProps {
  campaignId: string
  onProposed: () => void
}

/** Ballots that wait for two people, by what WeChat said of their voters. */
export const PendingPart = ({ campaignId, onProposed }: PendingPartProps) => {
  const counts = useAnswer(campaignId, () => call('voting', 'getBallotCounts', { campaignId }))
  const [proposal, setProposal] = useState<{ act: Ruling['act']; rank: number | null } | null>(null)
  const [shown, setShown] = useState<{ rank: number | null } | null>(null)
  useRefreshOnPull(counts.refresh)
  const { state } = counts
  if (state.status === 'failed' && state.error.code === 'voting_not_settled')
    return (
      <Notice kind="information" title="投票结束后再处理">
        {momentWords(state.error.settledAt)} 以后，待核查的选票由两名管理员决定是否计入。
      </Notice>
    )
  return (
    <Answered answer={counts} skeleton={<Skeleton shape="text" count={2} />}>
      {(value) => (
        <>
          <CountsCard counts={value.counts} />
          {value.byRank.length === 0 ? (
            <Notice kind="success" title="没有待核查的选票">
              每张选票都已经决定是否计入。
            </Notice>
          ) : null}
          {value.byRank.map(({ rank, pending }) => (
            <Group
              key={rank}
              rank={rank}
              pending={pending}
              onPropose={(act) => setProposal({ act, rank })}
              onShow={() => setShown({ rank })}
            />
          ))}
          {shown ? <BallotTable campaignId={campaignId} filter={filterOf(shown.rank)} /> : null}
          {proposal ? (
            <ProposalSheet
              campaignId={campaignId}
              act={proposal.act}
              filter={filterOf(proposal.rank)}
              onClose={() => setProposal(null)}
              onProposed={onProposed}
            />
          ) : null}
        </>
      )}
    </Answered>
  )
}
