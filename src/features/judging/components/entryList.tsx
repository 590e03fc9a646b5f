import type { MySession } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { open, routes } from '@/routes'
import { entryWords, inOrder, scoreWords } from '@/words/judging'
import { entryState, sheetOf, totalOf } from '../entries'

const State = ({ session, candidateId }: { session: MySession; candidateId: string }) => {
  const state = entryState(session, candidateId)
  if (state === 'recused') return <Badge tone="information" text="已回避" />
  const sheet = sheetOf(session, candidateId)
  return sheet ? (
    <Badge tone="done" text={`已评 ${scoreWords(totalOf(sheet))}`} />
  ) : (
    <Badge tone={session.mayScore ? 'waiting' : 'plain'} text="未评" />
  )
}

const TITLES = { true: '按演讲顺序', false: '评审对象' }

/** Everything there is to score, in speaking order once it is drawn. */
export const EntryList = ({ session }: { session: MySession }) => {
  const { entries, sessionId } = session
  if (entries.length === 0)
    return <EmptyState icon="list" reason="还没有确定评审对象。确定以后会出现在这里。" />
  const isDrawn = entries.every(({ turn }) => turn !== null)
  return (
    <Card title={TITLES[`${isDrawn}`]}>
      {inOrder(entries).map((entry) => (
        <ListRow
          key={entry.candidateId}
          title={entryWords(entry)}
          line={placeName(entry.districtCode)}
          trailing={<State session={session} candidateId={entry.candidateId} />}
          onPress={() => open(routes.mySheet(sessionId, entry.candidateId))}
        />
      ))}
    </Card>
  )
}
