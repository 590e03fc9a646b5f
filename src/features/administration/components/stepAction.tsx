import type { CountView } from '@contract/voting'
import type { ComponentType } from 'react'
import { call } from '@/cloud/call'
import { nextStep, type Step } from '../steps'
import { AskedStep, troubleOf } from './askedStep'
import { CloseVoting } from './closeVoting'
import { Countdown } from './countdown'
import { RecountButton } from './recountButton'
import { SealButton } from './sealButton'

interface StepProps {
  campaignId: string
  view: CountView
  /** Looks at the count anew. */
  onDone: () => Promise<void>
}

const Propose = ({ campaignId, onDone }: StepProps) => (
  <AskedStep
    button="生成候选名单"
    title="按票数生成候选名单"
    explanation="名单按得票多少和事先公布的同票规则排列。生成后还要确认，才能公布。"
    run={async (requestId) => troubleOf(await call('voting', 'proposeList', { campaignId }, { requestId }))}
    onDone={onDone}
  />
)

const Confirm = ({ campaignId, view, onDone }: StepProps) => {
  const version = view.list?.version ?? 1
  return (
    <AskedStep
      button="确认名单"
      title={`确认第 ${version} 版名单`}
      explanation="确认后名单不能再改。市民还看不到，公布后才能看到。"
      run={async (requestId) =>
        troubleOf(await call('voting', 'confirmList', { campaignId, version }, { requestId }))
      }
      onDone={onDone}
    />
  )
}

const Publish = ({ campaignId, view, onDone }: StepProps) => {
  const version = view.list?.version ?? 1
  return (
    <AskedStep
      button="公布名单"
      title={`公布第 ${version} 版名单`}
      explanation="公布后所有人都能看到名单和票数，要求通知的市民会收到微信通知。公布后不能撤回。"
      run={async (requestId) =>
        troubleOf(await call('voting', 'publishList', { campaignId, version }, { requestId }))
      }
      onDone={onDone}
    />
  )
}

const Closing = ({ view, onDone }: StepProps) => (
  <Countdown
    view={view}
    until={view.votingClosesAt}
    words={(seconds) => `投票还有 ${seconds} 秒结束`}
    onEnd={onDone}
  />
)

const Settling = ({ view, onDone }: StepProps) => (
  <Countdown
    view={view}
    until={view.settledAt}
    words={(seconds) => `正在保存最后的选票，还要 ${seconds} 秒`}
    onEnd={onDone}
  />
)

const actions: Record<Step, ComponentType<StepProps> | null> = {
  close: CloseVoting,
  closing: Closing,
  settle: Settling,
  recount: RecountButton,
  seal: SealButton,
  propose: Propose,
  confirm: Confirm,
  publish: Publish,
  done: null,
}

/** The one thing to do now. */
export const StepAction = (props: StepProps) => {
  const step = nextStep(props.view)
  const Action = step && actions[step]
  return Action ? <Action {...props} /> : null
}
