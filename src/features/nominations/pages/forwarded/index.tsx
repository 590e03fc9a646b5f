import type { CampaignKind } from '@contract/campaigns'
import type { ForwardedNomination } from '@contract/nominations'
import { districtsOf } from '@contract/places/names'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Photo } from '@/components/photo'
import { PlaceName } from '@/components/placeName'
import { Skeleton } from '@/components/skeleton'
import { channelName } from '@/words/kinds'
import { dayWords } from '@/words/moments'
import '../../nominations.scss'

const EVERYWHERE = ''

interface RowProps {
  nomination: ForwardedNomination
  kind: CampaignKind
}

const Row = ({ nomination, kind }: RowProps) => {
  const { name, placeCode, summary, channel, coverUrl, forwardedAt } = nomination
  return (
    <View className="forwardedRow">
      <View className="forwardedRow__photo">
        <Photo url={coverUrl} description={`${name}的照片`} ratio="square" />
      </View>
      <View className="forwardedRow__words">
        <View className="forwardedRow__name words-break">{name}</View>
        <View>{summary}</View>
        <View className="forwardedRow__line">
          <PlaceName code={placeCode} /> · {channelName(channel, kind)} · {dayWords(forwardedAt)} 推荐
        </View>
      </View>
    </View>
  )
}

const Forwarded = ({ campaign: { campaignId, cityCode, kind } }: { campaign: Campaign }) => {
  const [districtCode, setDistrictCode] = useState(EVERYWHERE)
  const book = usePages(`${campaignId}/${districtCode}`, {
    ask: (after: string | undefined) =>
      call('nominations', 'listForwarded', { campaignId, districtCode: districtCode || undefined, after }),
    read: ({ nominations, next }) => ({ items: nominations, next }),
  })
  useRefreshOnPull(book.refresh)
  const districts = districtsOf(cityCode)
  return (
    <>
      {districts.length > 0 ? (
        <FilterChips
          options={[
            { value: EVERYWHERE, text: '全部' },
            ...districts.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          chosen={districtCode}
          onChoose={setDistrictCode}
        />
      ) : null}
      <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState
              icon="list"
              reason={districtCode ? '这个区还没有推荐。' : '还没有推荐。各区初审通过后，会在这里公布。'}
            />
          ) : (
            <Card>
              {book.items.map((nomination) => (
                <Row key={nomination.nominationId} nomination={nomination} kind={kind} />
              ))}
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

/** What districts and departments have put forward, for everyone to see. */
export default function ForwardedPage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Page title="各区推荐">
      <Answered answer={campaign} skeleton={<Skeleton shape="row" count={4} />}>
        {(value) => <Forwarded campaign={value} />}
      </Answered>
    </Page>
  )
}
