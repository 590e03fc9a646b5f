import type { Grant } from '@contract/accounts'
import { placeName } from '@contract/places'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, open, routes } from '@/routes'

/** A reviewer's own district; undefined for the city, whose administrator sees all. */
const districtOf = (grants: Grant[]): string | undefined =>
  grants.some(({ role }) => role === 'cityAdministrator')
    ? undefined
    : grants.find(({ role }) => role === 'districtReviewer')?.placeCode

const Candidates = ({
  campaignId,
  districtCode,
}: {
  campaignId: string
  districtCode: string | undefined
}) => {
  const book = usePages(`${campaignId}/${districtCode}`, {
    ask: (after: number | undefined) => call('voting', 'listCandidates', { campaignId, districtCode, after }),
    read: ({ candidates, next }) => ({ items: candidates, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
      {({ total }) =>
        total === 0 ? (
          <EmptyState reason="你的地区还没有候选组织" way={{ text: '返回', onPress: goBack }} />
        ) : (
          <Card title={`${districtCode ? placeName(districtCode) : '全市'} ${total} 个候选组织`}>
            {book.items.map(({ candidateId, number, name, summary, coverUrl }) => (
              <ListRow
                key={candidateId}
                title={`${number}号 ${name}`}
                line={summary}
                photo={{ url: coverUrl, description: `${name}的照片` }}
                onPress={() => open(routes.reviseCandidate(candidateId))}
              />
            ))}
            {book.hasMore ? (
              <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
                再看一些
              </Button>
            ) : null}
          </Card>
        )
      }
    </Answered>
  )
}

export default function CandidatesPage() {
  const { campaignId = '' } = useRouter().params
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  const me = useAnswer(isSignedIn ? `me/${owner}` : null, () => call('accounts', 'getMe', {}))
  return (
    <Page title="候选组织的文字">
      <Answered answer={me} skeleton={<Skeleton shape="row" count={4} />}>
        {({ grants }) => <Candidates campaignId={campaignId} districtCode={districtOf(grants)} />}
      </Answered>
    </Page>
  )
}
