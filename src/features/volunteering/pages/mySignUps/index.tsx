import type { MySignUp } from '@contract/volunteering/activities'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { SignUpCard } from '@/components/signUpCard'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, routes } from '@/routes'
import { isSignedUp } from '@/words/activities'
import { WithdrawSheet } from '../../components/withdrawSheet'

const TITLE = '我的报名'

type When = 'coming' | 'past'
const options: { value: When; text: string }[] = [
  { value: 'coming', text: '还没开始' },
  { value: 'past', text: '已经过去' },
]

const reasons: Record<When, string> = {
  coming: '你还没有报名活动。看看近期有哪些，选一场去。',
  past: '你还没有参加过活动。',
}

interface RowsProps {
  when: When
  signUps: MySignUp[]
  onChanged: () => Promise<void>
  onLeave: (signUp: MySignUp) => void
}

const Rows = ({ when, signUps, onChanged, onLeave }: RowsProps) => {
  if (signUps.length === 0)
    return (
      <EmptyState
        icon="calendar"
        reason={reasons[when]}
        way={{ text: '看看活动', onPress: () => open(routes.activities()) }}
      />
    )
  const now = Date.now()
  return signUps.map((signUp) => (
    <SignUpCard key={signUp.activityId} signUp={signUp} now={now} onChanged={onChanged}>
      {when === 'coming' && signUp.activityState === 'coming' && isSignedUp(signUp.state) ? (
        <Button kind="quiet" label={`退出报名：${signUp.theme}`} onPress={() => onLeave(signUp)}>
          退出报名
        </Button>
      ) : null}
    </SignUpCard>
  ))
}

const SignUps = ({ owner }: { owner: string }) => {
  const [when, setWhen] = useState<When>('coming')
  const [leaving, setLeaving] = useState<MySignUp | null>(null)
  const book = usePages(`${owner}/${when}`, {
    ask: (after: string | undefined) => call('activities', 'listMySignUps', { when, after }),
    read: ({ signUps, next }) => ({ items: signUps, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <>
      <FilterChips options={options} chosen={when} onChoose={setWhen} />
      <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
        {() => <Rows when={when} signUps={book.items} onChanged={book.refresh} onLeave={setLeaving} />}
      </Answered>
      {book.hasMore ? (
        <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
          再看一些
        </Button>
      ) : null}
      {leaving ? <WithdrawSheet {...leaving} onDone={book.refresh} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}

/** 我的报名: what is coming and what was, with confirming and leaving at hand. */
export default function MySignUpsPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title={TITLE}>
      {isSignedIn ? (
        <SignUps key={owner} owner={owner} />
      ) : (
        <EmptyState
          icon="person"
          reason="登录以后可以看到自己报名的活动。"
          way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
