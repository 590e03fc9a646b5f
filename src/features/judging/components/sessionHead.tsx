import type { MySession } from '@contract/judging'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { Card } from '@/components/card'
import { ProgressBar } from '@/components/progressBar'
import { droppingWords, memberKindWords, sessionStateWords } from '@/words/judging'
import { momentWords } from '@/words/moments'
import { progressOf } from '../entries'

const Progress = ({ session }: { session: MySession }) => {
  const { done, due } = progressOf(session)
  return <ProgressBar progress={due === 0 ? 1 : done / due} text={`已评 ${done} / ${due}`} />
}

/** Which session it is, how far it has come, and how far the judge has. */
export const SessionHead = ({ session }: { session: MySession }) => {
  const { name, campaignName, state, startsAt, plan, memberKind, entries } = session
  return (
    <Card title={name}>
      <Badge {...sessionStateWords[state]} />
      <View>{campaignName}</View>
      {state === 'open' ? null : <View>{momentWords(startsAt)} 开始</View>}
      <View>
        你是评委（{memberKindWords[memberKind]}）。{droppingWords(plan)}。
      </View>
      {entries.length > 0 && (state === 'open' || state === 'closed') ? <Progress session={session} /> : null}
    </Card>
  )
}
