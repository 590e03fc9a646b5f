import type { ClaimState, HoursClaim } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Skeleton } from '@/components/skeleton'
import { Thumbnails } from '@/components/thumbnails'
import { showToast } from '@/components/toast'
import { minutesWords } from '@/words/volunteering'

const stateWords: Record<ClaimState, { tone: 'waiting' | 'done' | 'wrong' | 'plain'; text: string }> = {
  proposed: { tone: 'waiting', text: '等待负责人答复' },
  agreed: { tone: 'done', text: '已计入补录时长' },
  declined: { tone: 'wrong', text: '没有通过' },
  withdrawn: { tone: 'plain', text: '已撤回' },
}

const withdraw = async (claimId: string): Promise<void> => {
  const answer = await call('volunteerHours', 'withdrawClaim', { claimId }, { requestId: newRequestId() })
  showToast(answer.ok ? '补录已撤回' : errorText(answer.error))
}

const Claim = ({ claim, onChanged }: { claim: HoursClaim; onChanged: () => Promise<void> }) => (
  <Card title={claim.what}>
    <Badge {...stateWords[claim.state]} />
    <View>
      {claim.day} · {minutesWords(claim.minutes)} · {claim.organisationName}
    </View>
    {claim.reason ? <View className="words-break">答复：{claim.reason}</View> : null}
    <Thumbnails urls={claim.photos.map(({ listUrl }) => listUrl)} name={claim.what} />
    {claim.state === 'proposed' ? (
      <Button
        kind="quiet"
        label={`撤回补录：${claim.what}`}
        onPress={async () => {
          await withdraw(claim.claimId)
          await onChanged()
        }}
      >
        撤回
      </Button>
    ) : null}
  </Card>
)

type Book = ReturnType<typeof usePages<{ claims: HoursClaim[]; next: string | null }, HoursClaim, string>>

/** What the person has entered, and what has become of it. */
export const MyClaims = ({ book }: { book: Book }) => (
  <Answered answer={book} skeleton={<Skeleton shape="text" count={2} />}>
    {() => (
      <>
        {book.items.map((claim) => (
          <Claim key={claim.claimId} claim={claim} onChanged={book.refresh} />
        ))}
        {book.hasMore ? (
          <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
            再看一些
          </Button>
        ) : null}
      </>
    )}
  </Answered>
)
