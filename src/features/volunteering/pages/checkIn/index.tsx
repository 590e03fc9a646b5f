import { readCodeText } from '@contract/volunteering/presence'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { waitingWords } from '@/outbox/words'
import { open, openTab, routes } from '@/routes'
import { activityTimeWords } from '@/words/activities'
import { type CheckingIn, useCheckIn } from '../../checkIn/useCheckIn'
import { directionWords, keptWords } from '../../checkIn/words'
import { CodeForm } from '../../components/checkIn/codeForm'
import { PlaceSheet } from '../../components/checkIn/placeSheet'
import { PresenceSummary } from '../../components/checkIn/presenceSummary'

const TITLE = '签到签退'
const SOME_ACTIVITY = '志愿活动'

const ended = (sentence: string): string => (sentence.endsWith('。') ? sentence : `${sentence}。`)

/** What waits on this phone, and what the cloud did not take. */
const OnItsWay = ({ waiting, refused, view, sendNow }: CheckingIn) => (
  <>
    {waiting.map((outgoing) =>
      outgoing.work.method === 'presentCode' ? (
        <Notice key={outgoing.requestId} kind="information" title="已保存在手机上">
          {keptWords(outgoing.work.input.direction, outgoing.work.input.shownAt)}
          {ended(waitingWords(outgoing, view))}可以离开这一页。
        </Notice>
      ) : null,
    )}
    {waiting.length > 0 ? (
      <Button kind="secondary" icon="send" isLoading={view.sending !== null} onPress={sendNow}>
        现在发送
      </Button>
    ) : null}
    {refused ? (
      <Notice kind="error" title={`没有${refusedWord(refused)}`}>
        {refused.refusal}
      </Notice>
    ) : null}
  </>
)

const refusedWord = ({ work }: NonNullable<CheckingIn['refused']>): string =>
  work.method === 'presentCode' ? `${directionWords[work.input.direction]}成功` : '成功'

interface ScannedProps {
  code: string
  checking: CheckingIn
}

/** The page was opened by a code: one tap is left. */
const Scanned = ({ code, checking }: ScannedProps) => {
  const read = readCodeText(code)
  const [isUsed, setUsed] = useState(false)
  if (read === null || isUsed) return null
  const present = async (withPlace: boolean) => {
    setUsed(true)
    await checking.present(read, withPlace)
  }
  return (
    <Card title={`已经扫到${directionWords[read.direction]}码`}>
      <Button icon="place" onPress={() => present(true)}>
        用位置{directionWords[read.direction]}
      </Button>
      <Button kind="secondary" onPress={() => present(false)}>
        不用位置，请负责人确认
      </Button>
    </Card>
  )
}

const CheckIn = ({ activityId, code }: { activityId: string; code: string | undefined }) => {
  const activity = useAnswer(`activity/${activityId}`, () =>
    call('activities', 'getActivity', { activityId }),
  )
  const known = activity.state.status === 'ready' ? activity.state.value : null
  const checking = useCheckIn(activityId, known?.theme ?? SOME_ACTIVITY)
  const { answer, presence } = checking
  useRefreshOnPull(answer.refresh, activity.refresh)
  const isDone = presence?.checkIn != null && presence.checkOut !== null
  const failure = answer.state.status === 'failed' ? answer.state.error : null
  return (
    <Page title={TITLE} overlay={<PlaceSheet {...checking} />}>
      {known ? (
        <KeyValue
          rows={[
            { key: '活动', value: known.theme },
            { key: '时间', value: activityTimeWords(known) },
          ]}
        />
      ) : null}
      {failure?.code === 'no_connection' ? (
        <Notice kind="warning" title="现在没有网络">
          照样可以{directionWords[checking.direction]}：码先保存在手机上，有网后自动发出，时间不会变。
        </Notice>
      ) : failure ? (
        <Notice kind="error">{errorText(failure)}</Notice>
      ) : null}
      {answer.state.status === 'loading' ? <Skeleton shape="card" count={1} /> : null}
      {presence ? <PresenceSummary presence={presence} /> : null}
      <OnItsWay {...checking} />
      {code ? <Scanned code={code} checking={checking} /> : null}
      {isDone || answer.state.status === 'loading' ? null : (
        <CodeForm activityId={activityId} checking={checking} />
      )}
      {isDone ? (
        <Button kind="secondary" onPress={() => open(routes.myHours)}>
          看我的服务时长
        </Button>
      ) : null}
    </Page>
  )
}

/** On site: the code from the leader's screen, with the place or without, with a network or without. */
export default function CheckInPage() {
  const { activityId = '', code } = useRouter().params
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  if (!isSignedIn)
    return (
      <Page title={TITLE}>
        <EmptyState
          icon="person"
          reason="登录以后才能签到签退。"
          way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
        />
      </Page>
    )
  return <CheckIn key={owner} activityId={activityId} code={code && decodeURIComponent(code)} />
}
