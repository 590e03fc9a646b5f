import type { MySession, SessionEntry } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Notice } from '@/components/notice'
import { goBack, open, routes } from '@/routes'
import { MySessionPage } from '../../components/mySessionPage'
import { OwnSheet } from '../../components/ownSheet'
import { RecuseSheet } from '../../components/recuseSheet'
import { SaveBar } from '../../components/saveBar'
import { SheetForm } from '../../components/sheetForm'
import { recusalOf } from '../../entries'
import { useMySession } from '../../useMySession'
import { type Scoring, useScoring } from '../../useScoring'

const Head = ({ session, entry }: { session: MySession; entry: SessionEntry }) => {
  const { turn, name, districtCode, candidateId } = entry
  const place = placeName(districtCode)
  return (
    <Card title={name}>
      <ListRow
        icon="document"
        title="看申报材料和照片"
        line={turn === null ? place : `${place}，第 ${turn} 个演讲`}
        onPress={() => open(routes.candidate(session.campaignId, candidateId))}
      />
    </Card>
  )
}

interface BodyProps {
  session: MySession
  candidateId: string
  scoring: Scoring
  onRecuse: () => void
}

const Body = ({ session, candidateId, scoring, onRecuse }: BodyProps) => {
  const { criteria } = session.plan
  const recusal = recusalOf(session, candidateId)
  const mayRecuse = session.state !== 'closed' && session.state !== 'preparing'
  if (recusal)
    return (
      <Notice kind="information" title="已回避">
        你不给这个对象打分。原因：{recusal.reason}
      </Notice>
    )
  if (session.state === 'closed') return <OwnSheet criteria={criteria} scoring={scoring} />
  return (
    <>
      {session.mayScore ? (
        <SheetForm criteria={criteria} scoring={scoring} />
      ) : (
        <Notice kind="information" title="还没有开始评分">
          开始以后，在这里打分。现在可以先看材料。
        </Notice>
      )}
      {mayRecuse ? (
        <Button kind="quiet" onPress={onRecuse}>
          我要回避这个对象
        </Button>
      ) : null}
    </>
  )
}

/** 给一个对象打分. */
export default function EntryPage() {
  const { sessionId = '', candidateId = '' } = useRouter().params
  const [isRecusing, setRecusing] = useState(false)
  const watched = useMySession(sessionId)
  const { state, refresh } = watched.answer
  const session = state.status === 'ready' ? state.value : null
  const scoring = useScoring({ sessionId, candidateId, session, refresh })
  const entry = session?.entries.find((each) => each.candidateId === candidateId)
  const mayScore = session?.mayScore && entry && !recusalOf(session, candidateId)
  return (
    <MySessionPage
      title="评分"
      watched={watched}
      footer={mayScore ? <SaveBar criteria={session.plan.criteria} scoring={scoring} /> : null}
      overlay={
        entry && isRecusing ? (
          <RecuseSheet
            sessionId={sessionId}
            entry={entry}
            onClose={() => setRecusing(false)}
            onDone={refresh}
          />
        ) : null
      }
    >
      {(value) =>
        entry ? (
          <>
            <Head session={value} entry={entry} />
            <Body
              session={value}
              candidateId={candidateId}
              scoring={scoring}
              onRecuse={() => setRecusing(true)}
            />
          </>
        ) : (
          <EmptyState reason="这个对象不在本场评审中" way={{ text: '返回', onPress: goBack }} />
        )
      }
    </MySessionPage>
  )
}
