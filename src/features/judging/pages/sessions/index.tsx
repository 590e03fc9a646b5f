import type { SessionSummary } from '@contract/judging'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, routes } from '@/routes'
import { sessionStateWords } from '@/words/judging'
import { momentWords } from '@/words/moments'

const Sessions = ({ sessions }: { sessions: SessionSummary[] }) =>
  sessions.length === 0 ? (
    <EmptyState icon="count" reason="你还没有被安排参加评审。安排以后会出现在这里，开始打分时会通知你。" />
  ) : (
    <Card title="我参加的评审">
      {sessions.map(({ sessionId, name, campaignName, state, startsAt }) => (
        <ListRow
          key={sessionId}
          title={name}
          line={`${campaignName}，${momentWords(startsAt)}`}
          trailing={<Badge {...sessionStateWords[state]} />}
          onPress={() => open(routes.mySession(sessionId))}
        />
      ))}
    </Card>
  )

const Own = ({ owner }: { owner: string }) => {
  const answer = useAnswer(`sessions/${owner}`, () => call('judging', 'listMySessions', {}))
  useRefreshOnPull(answer.refresh)
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="row" count={2} />}>
      {({ sessions }) => <Sessions sessions={sessions} />}
    </Answered>
  )
}

/** 我的评审. */
export default function SessionsPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  return (
    <Page title="我的评审">
      {isSignedIn ? (
        <Own key={owner} owner={owner} />
      ) : (
        <EmptyState
          icon="lock"
          reason="登录以后，才能看到你参加的评审"
          way={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
