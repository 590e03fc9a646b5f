import type { MySession, SessionEntry } from '@contract/judging'
import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { Button } from '@/components/button'
import { DocumentButton } from '@/components/documentButton'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'
import { EntryList } from '../../components/entryList'
import { MySessionPage } from '../../components/mySessionPage'
import { SessionHead } from '../../components/sessionHead'
import { Speaking } from '../../components/speaking'
import { nextToScore } from '../../entries'
import { useMySession } from '../../useMySession'

/** The page's one primary button. */
const Next = ({ session, entry }: { session: MySession; entry: SessionEntry }) => (
  <Button icon="edit" onPress={() => open(routes.mySheet(session.sessionId, entry.candidateId))}>
    {entry.candidateId === session.speaking ? '给正在演讲的打分' : '给下一个打分'}
  </Button>
)

const Closed = () => (
  <Notice kind="information" title="评审已经结束">
    分数不能再改。你自己的评分一直可以看，结果由主办单位公布。
  </Notice>
)

/** 一场评审，评委自己的. */
export default function SessionPage() {
  const { sessionId = '' } = useRouter().params
  const watched = useMySession(sessionId)
  const { state } = watched.answer
  const session = state.status === 'ready' && state.value.mayScore ? state.value : null
  const next = session && nextToScore(session)
  return (
    <MySessionPage
      title="评审"
      watched={watched}
      footer={session && next ? <Next session={session} entry={next} /> : null}
    >
      {(value) => (
        <>
          <Speaking session={value} />
          <SessionHead session={value} />
          {value.state === 'closed' ? <Closed /> : null}
          <EntryList session={value} />
          {value.entries.length > 0 ? (
            <DocumentButton
              words="下载评审材料"
              make={(requestId) => call('judging', 'printPanelFile', { sessionId }, { requestId })}
            />
          ) : null}
        </>
      )}
    </MySessionPage>
  )
}
