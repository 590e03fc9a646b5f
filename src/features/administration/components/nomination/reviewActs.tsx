import type { QuotaView, ReviewedNomination } from '@contract/nominations'
import type { Campaign } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'
import { Button } from '@/components/button'
import { formPartWords, partsOf } from '@/words/nominations'
import { quotaWords } from '../../nominationWords'
import type { WorkDetailProps } from '../../workDetail'
import { type OpinionAsked, OpinionSheet } from './opinionSheet'
import { type Returning, ReturnSheet } from './returnSheet'

type Act = 'forward' | 'decline' | 'recall' | 'admit'

const asked: Record<Act, OpinionAsked> = {
  forward: {
    title: '推荐上报',
    explanation: '推荐到市里，占用一个名额，并在“各区推荐的名单”里公布。',
    label: '推荐意见',
    ready: ['材料齐全，符合参选条件，同意推荐。'],
    button: '推荐上报',
    kind: 'primary',
  },
  decline: {
    title: '不予推荐',
    explanation: '申报人会收到消息，看到你写的意见。之后不能再改。',
    label: '审核意见',
    ready: ['不符合参选条件。', '名额有限，这次没有推荐。'],
    button: '不予推荐',
    kind: 'danger',
  },
  recall: {
    title: '收回推荐',
    explanation: '收回后名额空出来，这份申报回到待审核。',
    label: '收回原因',
    ready: [],
    button: '收回推荐',
    kind: 'danger',
  },
  admit: {
    title: '列入选票',
    explanation: '成为选票上的候选，投票开始后市民可以看到。',
    label: '审核意见',
    ready: ['同意列入选票。'],
    button: '列入选票',
    kind: 'primary',
  },
}

const said: Record<Act, string> = {
  forward: '已推荐到市里',
  decline: '已记为不予推荐',
  recall: '已收回推荐',
  admit: '已列入选票',
}

const methods = {
  forward: 'forwardNomination',
  decline: 'declineNomination',
  recall: 'recallNomination',
  admit: 'admitNomination',
} as const

interface ReviewActsProps extends Pick<WorkDetailProps, 'onDone' | 'onChanged'> {
  nomination: ReviewedNomination
  campaign: Campaign
  /** Of the unit that reviews it; null where it is not known here. */
  unit: QuotaView | null
  /** Whether this person may take it onto the ballot paper. */
  mayAdmit: boolean
}

/** Somebody else was faster, or the author. */
const isStale = ({ code }: CloudError): boolean =>
  code === 'changed_meanwhile' || code === 'nomination_not_reviewable'

const useActs = ({ nomination, onDone, onChanged }: ReviewActsProps) => {
  const [open, setOpen] = useState<Act | 'return' | null>(null)
  const { nominationId, version } = nomination
  const settle = async (error: CloudError | null, words: string): Promise<string | null> => {
    if (error && !isStale(error)) return errorText(error)
    setOpen(null)
    await (error ? onChanged() : onDone(words))
    return null
  }
  const decide = async (act: Act, opinion: string, requestId: string) => {
    const input = { nominationId, version, opinion }
    const answer = await call('nominations', methods[act], input, { requestId })
    return settle(answer.ok ? null : answer.error, said[act])
  }
  const giveBack = async (returning: Returning, requestId: string) => {
    const input = { nominationId, version, ...returning }
    const answer = await call('nominations', 'returnNomination', input, { requestId })
    return settle(answer.ok ? null : answer.error, '已退回给申报人')
  }
  return { open, setOpen, decide, giveBack }
}

/** What can be done with what waits, and with what has been put forward. */
const Buttons = (props: ReviewActsProps & { onOpen: (act: Act | 'return') => void }) => {
  const { nomination, unit, mayAdmit, onOpen } = props
  const isFull = unit !== null && unit.used >= unit.quota
  if (nomination.state === 'submitted')
    return (
      <>
        {isFull ? <View>{quotaWords(unit)}，现在不能再推荐。要推荐这一个，请先收回另一个。</View> : null}
        <View className="reviewActs__buttons">
          <Button disabled={isFull} onPress={() => onOpen('forward')}>
            推荐上报
          </Button>
          <Button kind="secondary" onPress={() => onOpen('return')}>
            退回修改
          </Button>
          <Button kind="danger" onPress={() => onOpen('decline')}>
            不予推荐
          </Button>
        </View>
      </>
    )
  if (nomination.state !== 'forwarded') return null
  return (
    <View className="reviewActs__buttons">
      {mayAdmit ? <Button onPress={() => onOpen('admit')}>列入选票</Button> : null}
      <Button kind="secondary" onPress={() => onOpen('recall')}>
        收回推荐
      </Button>
    </View>
  )
}

export const ReviewActs = (props: ReviewActsProps) => {
  const { nomination, campaign } = props
  const { open, setOpen, decide, giveBack } = useActs(props)
  const form = { kind: campaign.kind, fields: campaign.nomination?.fields ?? [] }
  if (nomination.state !== 'submitted' && nomination.state !== 'forwarded') return null
  return (
    <View className="reviewActs">
      <Buttons {...props} onOpen={setOpen} />
      {open === 'return' ? (
        <ReturnSheet
          parts={partsOf(form).map((part) => ({ part, name: formPartWords(part, form) }))}
          onClose={() => setOpen(null)}
          onSend={giveBack}
        />
      ) : null}
      {open !== null && open !== 'return' ? (
        <OpinionSheet
          key={open}
          asked={asked[open]}
          onClose={() => setOpen(null)}
          onSend={(opinion, requestId) => decide(open, opinion, requestId)}
        />
      ) : null}
    </View>
  )
}
