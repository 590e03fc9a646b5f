import type { HourEntry } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { useState } from 'react'
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
import { open, openTab, routes } from '@/routes'
import { dayOf } from '@/words/activities'
import { AppealSheet } from '../../components/hours/appealSheet'
import { Entry } from '../../components/hours/entries'
import { Ledgers, Totals } from '../../components/hours/totals'
import { YearCalendar } from '../../components/hours/yearCalendar'

const TITLE = '我的时长'

const Ways = () => (
  <Card>
    <ListRow
      icon="document"
      title="服务证明"
      line="免费开具，可以核验"
      onPress={() => open(routes.certificates)}
    />
    <ListRow
      icon="add"
      title="补录时长"
      line="没有签到的服务，附照片由负责人同意"
      onPress={() => open(routes.claimHours())}
    />
  </Card>
)

const Entries = ({
  book,
  onAppeal,
}: {
  book: ReturnType<typeof useEntries>
  onAppeal: (entry: HourEntry) => void
}) => (
  <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
    {() =>
      book.items.length === 0 ? (
        <EmptyState icon="clock" reason="还没有时长。参加活动，到场签到、签退，时长就记在这里。" />
      ) : (
        <>
          <View className="entries__heading">明细</View>
          {book.items.map((entry) => (
            <Entry key={entry.entryId} entry={entry} onAppeal={onAppeal} />
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
)

const useEntries = (owner: string) =>
  usePages(`entries/${owner}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listMyEntries', after === undefined ? {} : { after }),
    read: ({ entries, next }) => ({ items: entries, next }),
  })

const Own = ({ owner }: { owner: string }) => {
  const [year, setYear] = useState(() => Number(dayOf(Date.now()).slice(0, 4)))
  const [appealed, setAppealed] = useState<HourEntry | null>(null)
  const hours = useAnswer(`${owner}/${year}`, () => call('volunteerHours', 'getMyHours', { year }))
  const book = useEntries(owner)
  useRefreshOnPull(hours.refresh, book.refresh)
  return (
    <Page
      title={TITLE}
      overlay={
        appealed ? (
          <AppealSheet entry={appealed} onClose={() => setAppealed(null)} onDone={book.refresh} />
        ) : null
      }
    >
      <Answered answer={hours} skeleton={<Skeleton shape="card" count={2} />}>
        {(value) => (
          <>
            <Totals hours={value} />
            <Ways />
            <Ledgers hours={value} />
            <YearCalendar year={year} days={value.days} onYear={setYear} />
          </>
        )}
      </Answered>
      <Entries book={book} onAppeal={setAppealed} />
    </Page>
  )
}

/** 我的时长: what they come to, a year of them, and every line of the ledger. */
export default function HoursPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  if (isSignedIn) return <Own key={owner} owner={owner} />
  return (
    <Page title={TITLE}>
      <EmptyState
        icon="person"
        reason="登录以后能看到自己的时长"
        way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
      />
    </Page>
  )
}
