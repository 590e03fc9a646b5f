import { placeName } from '@contract/places/names'
import type { Campaign, CandidateSummary } from '@contract/voting'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { CandidateRow } from '../../components/candidateRow'
import { CastSheet } from '../../components/castSheet'
import { useDraft } from '../../draft'

/** How far the choices are from what the rules ask, in words; null when they fit. */
const shortfall = (count: number, { min, max }: Campaign['rules']['choices']): string | null => {
  if (count < min) return `还要再选 ${min - count} 个，至少选 ${min} 个`
  if (count > max) return `多选了 ${count - max} 个，最多选 ${max} 个`
  return null
}

const Tray = ({ campaign, candidates }: { campaign: Campaign; candidates: CandidateSummary[] }) => {
  const { choices, toggle } = useDraft(campaign.campaignId)
  const { min, max } = campaign.rules.choices
  const missing = shortfall(choices.length, campaign.rules.choices)
  return (
    <>
      <Notice
        kind={missing ? 'warning' : 'information'}
        title={`已选 ${choices.length} 个，可选 ${min} 至 ${max} 个`}
      >
        {missing ?? '还没有提交。核对无误后，请点下面的“提交选票”。'}
      </Notice>
      {candidates
        .filter(({ candidateId }) => choices.includes(candidateId))
        .map((candidate) => (
          <CandidateRow
            key={candidate.candidateId}
            candidate={candidate}
            districtName={placeName(candidate.districtCode)}
            isChosen
            onOpen={() => open(routes.candidate(campaign.campaignId, candidate.candidateId))}
            onToggle={() => toggle(candidate.candidateId)}
          />
        ))}
      <Button kind="secondary" onPress={goBack}>
        回去再看看{kindWords[campaign.kind].candidate}
      </Button>
    </>
  )
}

const useBallot = (campaignId: string) => {
  const { choices } = useDraft(campaignId)
  // Asked once with all choices: what is taken off the ballot later needs no new answer.
  const [candidateIds] = useState(choices)
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  const chosen = useAnswer(campaignId, () =>
    call('voting', 'listChosenCandidates', { campaignId, candidateIds }),
  )
  return { choices, campaign, chosen }
}

export default function BallotPage() {
  const { campaignId = '' } = useRouter().params
  const { choices, campaign, chosen } = useBallot(campaignId)
  const [isReviewing, setIsReviewing] = useState(false)
  const held = campaign.state.status === 'ready' ? campaign.state.value : null
  const rules = held?.rules ?? null
  const words = kindWords[held?.kind ?? 'organisations']
  const candidates = chosen.state.status === 'ready' ? chosen.state.value.candidates : []
  const isComplete = rules !== null && shortfall(choices.length, rules.choices) === null
  return (
    <Page
      title="我的选票"
      footer={
        choices.length > 0 ? (
          <Button icon="vote" disabled={!isComplete} onPress={() => setIsReviewing(true)}>
            提交选票
          </Button>
        ) : null
      }
      overlay={
        <CastSheet
          entry={words.entry}
          campaignId={campaignId}
          candidates={candidates}
          isOpen={isReviewing}
          onClose={() => setIsReviewing(false)}
        />
      }
    >
      {choices.length === 0 ? (
        <EmptyState
          icon="vote"
          reason={`选票上还没有${words.entry}`}
          way={{ text: `去选${words.candidate}`, onPress: goBack }}
        />
      ) : (
        <Answered answer={campaign} skeleton={<Skeleton shape="row" count={3} />}>
          {(value) => (
            <Answered answer={chosen} skeleton={<Skeleton shape="row" count={3} />}>
              {(list) => <Tray campaign={value} candidates={list.candidates} />}
            </Answered>
          )}
        </Answered>
      )}
    </Page>
  )
}
