import type { Grant } from '@contract/accounts'
import { placeName } from '@contract/places/names'
import type { Campaign, CandidateSummary } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { isPaperOpen } from '../../candidateDraft'
import { Desk } from '../../components/desk'
import { placeToRegister } from '../../workplace'

/** A reviewer's own district; undefined for the city, whose administrator sees all. */
const districtOf = (grants: Grant[]): string | undefined =>
  grants.some(({ role }) => role === 'administrator')
    ? undefined
    : grants.find(({ role }) => role === 'reviewer')?.placeCode

interface CandidatesProps {
  campaign: Campaign
  /** Whether the person may put candidates on the paper somewhere in the city. */
  isRegistrar: boolean
  districtCode: string | undefined
}

const Candidates = ({ campaign, isRegistrar, districtCode }: CandidatesProps) => {
  const { campaignId, votingState } = campaign
  const hasVoting = votingState !== 'none'
  const isJudged = campaign.frozen.some(({ part }) => part === 'judging')
  const mayRevise = hasVoting ? votingState === 'notOpen' || votingState === 'open' : !isJudged
  const book = usePages(`${campaignId}/${districtCode}`, {
    ask: (after: number | undefined) => call('voting', 'listCandidates', { campaignId, districtCode, after }),
    read: ({ candidates, next }) => ({ items: candidates, next }),
  })
  useRefreshOnPull(book.refresh)
  const words = kindWords[campaign.kind].candidate
  const place = districtCode ? placeName(districtCode) : placeName(campaign.cityCode)
  return (
    <>
      {isRegistrar && isPaperOpen(campaign) ? (
        <Button kind="secondary" icon="add" onPress={() => open(routes.registerCandidate(campaignId))}>
          登记{words}
        </Button>
      ) : null}
      {mayRevise ? null : (
        <Notice kind="information" title={hasVoting ? '投票已经结束' : '评审已经开始'}>
          {words}的文字不能再改。
        </Notice>
      )}
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {({ total }) =>
          total === 0 ? (
            <EmptyState reason={`${place}没有${words}`} way={{ text: '返回', onPress: goBack }} />
          ) : (
            <Card title={`${place} ${total} 个${words}`}>
              <Rows candidates={book.items} mayRevise={mayRevise} />
            </Card>
          )
        }
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </>
  )
}

const Rows = ({ candidates, mayRevise }: { candidates: CandidateSummary[]; mayRevise: boolean }) =>
  candidates.map(({ candidateId, number, name, summary, coverUrl }) => (
    <ListRow
      key={candidateId}
      title={`${number}号 ${name}`}
      line={summary}
      photo={{ url: coverUrl, description: `${name}的照片` }}
      onPress={mayRevise ? () => open(routes.reviseCandidate(candidateId)) : undefined}
    />
  ))

export default function CandidatesPage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Desk title="候选的文字" current="campaigns">
      {({ grants, placeCode }) => (
        <Answered answer={campaign} skeleton={<Skeleton shape="row" count={4} />}>
          {(value) => (
            <Candidates
              campaign={value}
              isRegistrar={placeToRegister(grants, value.cityCode, placeCode) !== null}
              districtCode={districtOf(grants)}
            />
          )}
        </Answered>
      )}
    </Desk>
  )
}
