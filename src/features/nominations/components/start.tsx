import type { Channel, NominationPlan } from '@contract/campaigns'
import type { Campaign } from '@contract/voting'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'
import { channelName } from '@/words/kinds'
import { channelLine } from '../words'

/** In place of a department's id: the district where the entry is reviews it. */
const DISTRICT = 'district'

interface StartProps {
  campaign: Campaign
  plan: NominationPlan
  /** Whether something of this campaign has been begun before. */
  hasBegun: boolean
}

const useStart = (campaignId: string) => {
  const [channel, setChannel] = useState<Channel | null>(null)
  const [unit, setUnit] = useState(DISTRICT)
  // The same beginning, tried again, is the same draft.
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const choose = (next: Channel) => {
    setChannel(next)
    setTrouble(undefined)
    setRequestId(newRequestId())
  }
  const chooseUnit = (next: string) => {
    setUnit(next)
    setRequestId(newRequestId())
  }
  const start = async () => {
    if (channel === null) return setTrouble('请选择你是以什么身份申报')
    const input = { campaignId, channel, departmentId: unit === DISTRICT ? null : unit }
    const answer = await call('nominations', 'startNomination', input, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    setRequestId(newRequestId())
    await open(routes.nomination(answer.value.nominationId))
  }
  return { channel, unit, trouble, choose, chooseUnit, start }
}

/** By which way, and who reviews; then an empty form. */
export const Start = ({ campaign, plan, hasBegun }: StartProps) => {
  const { channel, unit, trouble, choose, chooseUnit, start } = useStart(campaign.campaignId)
  const { departments } = plan.quotas
  return (
    <Card title={hasBegun ? '再申报一个' : '开始申报'}>
      <ChoiceField
        label="你是以什么身份申报"
        choices={plan.channels.map((value) => ({
          value,
          text: channelName(value, campaign.kind),
          line: channelLine(value, campaign.kind),
        }))}
        value={channel}
        error={trouble}
        onChange={choose}
      />
      {departments.length > 0 ? (
        <ChoiceField
          label="由谁初审"
          choices={[
            { value: DISTRICT, text: '所在的区', line: '一般选这个' },
            ...departments.map(({ organisationId, name }) => ({
              value: organisationId,
              text: name,
              line: '属于这个行业、由它管理的',
            })),
          ]}
          value={unit}
          onChange={chooseUnit}
        />
      ) : null}
      {channel === 'street' ? (
        <Notice kind="information" title="提交时会核对你的工作身份">
          “街镇和行业推选”由当地或者行业管理部门的审核员、管理员提交。还没有授权的，请先联系区里。
        </Notice>
      ) : null}
      <Button kind={hasBegun ? 'secondary' : 'primary'} icon="edit" onPress={start}>
        开始填写推荐表
      </Button>
    </Card>
  )
}
