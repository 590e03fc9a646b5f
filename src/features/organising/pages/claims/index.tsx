import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { ClaimCard } from '../../components/claims/claimCard'

type State = 'proposed' | 'agreed' | 'declined'

const states: { value: State; text: string }[] = [
  { value: 'proposed', text: '等你答复' },
  { value: 'agreed', text: '已计入' },
  { value: 'declined', text: '已退回' },
]

const emptyWords: Record<State, string> = {
  proposed: '没有等待答复的补录',
  agreed: '还没有计入的补录',
  declined: '还没有退回的补录',
}

/** Hours that members of an organisation have entered afterwards, for who leads it. */
export default function ClaimsPage() {
  const { organisationId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  const [state, setState] = useState<State>('proposed')
  const book = usePages(`${owner}/${organisationId}/${state}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listClaims', {
        organisationId,
        state,
        ...(after === undefined ? {} : { after }),
      }),
    read: ({ claims, next }) => ({ items: claims, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Page title="补录时长">
      <View>看过照片，确实做了，再同意。同意后记在“补录时长”里，不算星级和榜单。</View>
      <FilterChips options={states} chosen={state} onChoose={setState} />
      <Answered answer={book} skeleton={<Skeleton shape="card" count={2} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="inbox" reason={emptyWords[state]} />
          ) : (
            <>
              {book.items.map((claim) => (
                <ClaimCard key={claim.claimId} claim={claim} onChanged={book.refresh} />
              ))}
              {book.hasMore ? (
                <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
                  再看一些
                </Button>
              ) : null}
            </>
          )
        }
      </Answered>
    </Page>
  )
}
