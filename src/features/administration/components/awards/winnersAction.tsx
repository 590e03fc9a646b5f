import type { WinnersView } from '@contract/awards'
import { call } from '@/cloud/call'
import { winnersStep } from '../../awardWords'
import { AskedStep, troubleOf } from '../askedStep'

interface WinnersActionProps {
  campaignId: string
  winners: WinnersView | null
  onDone: () => Promise<void>
}

/** The one thing to do now. */
export const WinnersAction = ({ campaignId, winners, onDone }: WinnersActionProps) => {
  const step = winnersStep(winners)
  const version = winners?.version ?? 0
  if (step === 'propose')
    return (
      <AskedStep
        button="生成获评名单"
        title="按评审结果生成获评名单"
        explanation="名单取专家评审的前几名；没有专家评审的活动，取已公布的候选名单。生成后要两位管理员确认，才能公布。"
        run={async (requestId) =>
          troubleOf(await call('awards', 'proposeWinners', { campaignId }, { requestId }))
        }
        onDone={onDone}
      />
    )
  if (step === 'confirm')
    return (
      <AskedStep
        button="确认名单"
        title={`确认第 ${version} 版获评名单`}
        explanation="请逐个核对名称和名次。要两位管理员各确认一次，同一个人不能确认两次。"
        run={async (requestId) =>
          troubleOf(await call('awards', 'confirmWinners', { campaignId, version }, { requestId }))
        }
        onDone={onDone}
      />
    )
  return (
    <AskedStep
      button="公布获评名单"
      title={`公布第 ${version} 版获评名单`}
      explanation="公布后所有人都能看到成果展示，优秀组织奖的条件也按它判断。公布后不能撤回。"
      run={async (requestId) =>
        troubleOf(await call('awards', 'publishWinners', { campaignId, version }, { requestId }))
      }
      onDone={onDone}
    />
  )
}
