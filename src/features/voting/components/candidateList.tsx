import { SEARCH_LENGTH } from '@contract/limits'
import { districtsOf, placeName } from '@contract/places/names'
import type { Campaign, CandidateSummary } from '@contract/voting'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { SearchField } from '@/components/searchField'
import { useSettled } from '@/components/searchField/useSettled'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { kindWords } from '@/words/kinds'
import { useDraft } from '../draft'
import type { CandidateFilter } from '../useCandidateFilter'
import { CandidateRow } from './candidateRow'
import './candidateList.scss'

const useCandidates = (campaignId: string, search: string, districtCode: string) =>
  usePages(`${campaignId}/${search}/${districtCode}`, {
    ask: (after: number | undefined) =>
      call('voting', 'listCandidates', {
        campaignId,
        after,
        search: search || undefined,
        districtCode: districtCode || undefined,
      }),
    read: ({ candidates, next }) => ({ items: candidates, next }),
  })

interface RowsProps {
  campaign: Campaign
  candidates: CandidateSummary[]
  mayChoose: boolean
}

const Rows = ({ campaign, candidates, mayChoose }: RowsProps) => {
  const { choices, toggle } = useDraft(campaign.campaignId)
  const { max } = campaign.rules.choices
  const choose = (candidateId: string) => {
    if (!choices.includes(candidateId) && choices.length >= max)
      return showToast(`最多选 ${max} 个。要换一个，请先取消已选的。`)
    toggle(candidateId)
  }
  return candidates.map((candidate) => (
    <CandidateRow
      key={candidate.candidateId}
      candidate={candidate}
      districtName={placeName(candidate.districtCode)}
      isChosen={choices.includes(candidate.candidateId)}
      onOpen={() => open(routes.candidate(campaign.campaignId, candidate.candidateId))}
      onToggle={mayChoose ? () => choose(candidate.candidateId) : undefined}
    />
  ))
}

interface CandidateListProps {
  campaign: Campaign
  filter: CandidateFilter
  mayChoose: boolean
}

const NobodyYet = ({ campaign: { kind, nomination } }: { campaign: Campaign }) => (
  <EmptyState
    icon="vote"
    reason={`还没有${kindWords[kind].candidate}。${nomination ? '申报和初审以后' : '登记以后'}会在这里公布。`}
  />
)

/** The public list: searched, filtered by district, page by page. */
export const CandidateList = ({ campaign, filter, mayChoose }: CandidateListProps) => {
  const { typed, districtCode, setTyped, setDistrictCode, clear } = filter
  const { entry } = kindWords[campaign.kind]
  const search = useSettled(typed.trim())
  const book = useCandidates(campaign.campaignId, search, districtCode)
  const districts = districtsOf(campaign.cityCode).map(({ code, name }) => ({ value: code, text: name }))
  if (campaign.candidateCount === 0) return <NobodyYet campaign={campaign} />
  return (
    <View className="candidateList">
      <SearchField
        value={typed}
        placeholder={`搜索${entry}名称`}
        maxLength={SEARCH_LENGTH}
        onChange={setTyped}
      />
      <FilterChips
        options={[{ value: '', text: '全市' }, ...districts]}
        chosen={districtCode}
        onChoose={setDistrictCode}
      />
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {({ total }) =>
          total === 0 ? (
            <EmptyState
              icon="search"
              reason={`没有符合条件的${entry}`}
              way={{ text: `看全部${entry}`, onPress: clear }}
            />
          ) : (
            <Rows campaign={campaign} candidates={book.items} mayChoose={mayChoose} />
          )
        }
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
    </View>
  )
}
