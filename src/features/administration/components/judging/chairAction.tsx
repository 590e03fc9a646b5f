import { panelNeeded } from '@contract/campaigns'
import type { ComponentType } from 'react'
import { call } from '@/cloud/call'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { DocumentButton } from '@/components/documentButton'
import { showToast } from '@/components/toast'
import { entryWords } from '@/words/judging'
import { nextSessionStep, nextSpeaker, type SessionStep } from '../../sessionSteps'
import { AskedStep } from '../askedStep'
import { type ChairProps, seenOf, troubleOf } from './act'
import { CloseSession } from './closeSession'

const Commit = ({ view, onDone }: ChairProps) => {
  const needed = panelNeeded(view.plan)
  const isSpoken = view.kind === 'experts'
  const promise = isSpoken ? '程序定好抽签的种子，现在只公布它的承诺。' : ''
  return (
    <AskedStep
      button={isSpoken ? '固定名单并公布抽签承诺' : '固定名单'}
      title="固定评审对象的名单"
      explanation={`评审对象从现在起不能增减。${promise}评委还可以增加，也可以取消，但不能少于 ${needed} 位。不能撤回。`}
      run={async (requestId) => troubleOf(await call('judging', 'commitDraw', seenOf(view), { requestId }))}
      onDone={onDone}
    />
  )
}

const DrawLots = ({ view, onDone }: ChairProps) => (
  <AskedStep
    button="抽签"
    title="抽签，公布演讲顺序"
    explanation="公布种子，演讲顺序由它算出，所有人都可以核对。抽签以后顺序不能改，评委也不能取消。不能撤回。"
    run={async (requestId) => troubleOf(await call('judging', 'drawOrder', seenOf(view), { requestId }))}
    onDone={onDone}
  />
)

const Open = ({ view, onDone }: ChairProps) => (
  <AskedStep
    button="开始评分"
    title="开始评分"
    explanation={`${view.panel.length} 位评委会收到通知，可以在手机上打分。评分标准从现在起不能再改。不能撤回。`}
    run={async (requestId) => troubleOf(await call('judging', 'openSession', seenOf(view), { requestId }))}
    onDone={onDone}
  />
)

/** Nothing is asked: whoever was called by mistake is followed by whoever is called next. */
const CallNext = ({ view, onDone }: ChairProps) => {
  const next = nextSpeaker(view)
  if (!next) return null
  const { candidateId } = next
  const callNext = async () => {
    const input = { ...seenOf(view), candidateId }
    const trouble = troubleOf(await call('judging', 'callSpeaker', input, { requestId: newRequestId() }))
    if (trouble) showToast(trouble)
    await onDone()
  }
  return (
    <Button icon="forward" onPress={callNext}>
      {view.speaking === null ? '请第一个' : '请下一位'}：{entryWords(next)}
    </Button>
  )
}

const Minutes = ({ view: { sessionId } }: ChairProps) => (
  <DocumentButton
    kind="primary"
    words="下载评审纪要"
    make={(requestId) => call('judging', 'printMinutes', { sessionId }, { requestId })}
  />
)

const actions: Record<SessionStep, ComponentType<ChairProps> | null> = {
  seat: null,
  commit: Commit,
  draw: DrawLots,
  open: Open,
  call: CallNext,
  close: null,
  done: Minutes,
}

/** The one thing to do now; closing is always within reach while judges score. */
export const ChairAction = (props: ChairProps) => {
  const step = nextSessionStep(props.view)
  const Action = actions[step]
  return (
    <>
      {Action ? <Action {...props} /> : null}
      {props.view.state === 'open' ? <CloseSession {...props} isDue={step === 'close'} /> : null}
    </>
  )
}

export const hasAction = (view: ChairProps['view']): boolean => nextSessionStep(view) !== 'seat'
