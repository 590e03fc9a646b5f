import type { CountView } from '@contract/voting'
import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { nextStep, type Step } from '../../steps'
import type { WorkDetailProps } from '../../workDetail'
import { CountSteps } from '../countSteps'

const toDo: Partial<Record<Step, string>> = {
  recount: '下一步：清点全部选票。',
  seal: '下一步：封存选票，写进公开文件。',
  propose: '下一步：按票数生成候选名单。',
  confirm: '下一步：核对并确认名单。',
  publish: '下一步：公布名单。',
}

const NextStep = ({ view }: { view: CountView }) => {
  const step = nextStep(view)
  return step === 'done' ? (
    <Notice kind="success" title="名单已经公布">
      这件事已经办完。
    </Notice>
  ) : (
    <View>{step && toDo[step]}</View>
  )
}

/** Voting has ended: leads to the page where it is counted and published. */
export const CountVotes = ({ subjectId, item }: WorkDetailProps) => {
  const campaign = useAnswer(subjectId, () => call('voting', 'getCampaign', { campaignId: subjectId }))
  const count = useAnswer(subjectId, () => call('voting', 'getCount', { campaignId: subjectId }))
  const name = campaign.state.status === 'ready' ? campaign.state.value.name : item?.title
  return (
    <Answered answer={count} skeleton={<Skeleton shape="text" count={2} />}>
      {(view) => (
        <>
          <Card title={name}>
            <View>投票已经结束。清点、确认、公布之后，市民才能看到结果。</View>
            <NextStep view={view} />
            <Button icon="count" onPress={() => open(routes.count(subjectId))}>
              打开计票
            </Button>
          </Card>
          <CountSteps view={view} />
        </>
      )}
    </Answered>
  )
}
