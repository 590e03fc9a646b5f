import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { useWatched } from '@/cloud/useWatched'
import { Answered } from '@/components/answered'
import { Skeleton } from '@/components/skeleton'
import { Desk } from '../../components/desk'
import { ChairAction, hasAction } from '../../components/judging/chairAction'
import { ChairPage } from '../../components/judging/chairPage'
import { Hall } from '../../components/judging/hall'

/** A hall waits for the last sheet to come in. */
const PAUSE = 3000

export default function SessionPage() {
  const { sessionId = '' } = useRouter().params
  const [isHall, setHall] = useState(false)
  const answer = useAnswer(sessionId, () => call('judging', 'getSession', { sessionId }))
  const { refresh } = answer
  useRefreshOnPull(refresh)
  const view = answer.state.status === 'ready' ? answer.state.value : null
  const isConnected = useWatched(answer.refreshQuietly, {
    pause: PAUSE,
    isOn: view !== null && view.state !== 'closed',
  })
  return (
    <Desk
      title="评审"
      current="campaigns"
      footer={view && hasAction(view) ? <ChairAction view={view} onDone={refresh} /> : null}
      overlay={view && isHall ? <Hall view={view} onClose={() => setHall(false)} /> : null}
    >
      {() => (
        <Answered answer={answer} skeleton={<Skeleton shape="text" count={4} />}>
          {(value) => (
            <ChairPage view={value} isConnected={isConnected} onDone={refresh} onHall={() => setHall(true)} />
          )}
        </Answered>
      )}
    </Desk>
  )
}
