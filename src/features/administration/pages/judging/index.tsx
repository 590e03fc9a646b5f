import type { SessionKind, SessionSummary } from '@contract/judging'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { sessionKindWords, sessionStateWords } from '@/words/judging'
import { momentWords } from '@/words/moments'
import { Desk } from '../../components/desk'
import { CreateSession } from '../../components/judging/createSession'

const KINDS: SessionKind[] = ['selectionGroup', 'experts']

const lines: Record<SessionKind, string> = {
  selectionGroup: '工作小组看材料打分，结果按权重计入候选名单。',
  experts: '候选组织演讲，评委打分，结果决定优胜名单。',
}

interface KindProps {
  campaign: Campaign
  kind: SessionKind
  session: SessionSummary | undefined
}

const Kind = ({ campaign, kind, session }: KindProps) => (
  <Card title={sessionKindWords[kind]}>
    <View>{lines[kind]}</View>
    {session ? (
      <ListRow
        icon="count"
        title={session.name}
        line={momentWords(session.startsAt)}
        trailing={<Badge {...sessionStateWords[session.state]} />}
        onPress={() => open(routes.chairSession(session.sessionId))}
      />
    ) : campaign[kind] ? (
      <CreateSession campaignId={campaign.campaignId} kind={kind} />
    ) : (
      <View>这次活动没有设置这种评审。需要时，请先在活动设置里填写评分标准。</View>
    )}
  </Card>
)

const Sessions = ({ campaign }: { campaign: Campaign }) => {
  const { campaignId } = campaign
  const answer = useAnswer(`sessions/${campaignId}`, () => call('judging', 'listSessions', { campaignId }))
  useRefreshOnPull(answer.refresh)
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" count={2} />}>
      {({ sessions }) =>
        KINDS.map((kind) => (
          <Kind
            key={kind}
            campaign={campaign}
            kind={kind}
            session={sessions.find((session) => session.kind === kind)}
          />
        ))
      }
    </Answered>
  )
}

/** 一次活动的评审. */
export default function JudgingPage() {
  const { campaignId = '' } = useRouter().params
  const campaign = useAnswer(campaignId, () => call('voting', 'getCampaign', { campaignId }))
  return (
    <Desk title="评审" current="campaigns">
      {() => (
        <Answered answer={campaign} skeleton={<Skeleton shape="text" count={2} />}>
          {(value) => <Sessions campaign={value} />}
        </Answered>
      )}
    </Desk>
  )
}
