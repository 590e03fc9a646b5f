import type { CandidateSummary } from '@contract/voting'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorRequestId, errorText } from '@/cloud/errorText'
import type { CloudAnswer } from '@/cloud/services'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { open, replaceBy, routes } from '@/routes'
import { useDraft } from '../draft'
import { QuestionCard } from './questionCard'
import './castSheet.scss'

type CastError = Extract<CloudAnswer<'voting', 'castBallot'>, { ok: false }>['error']

type Asked = Extract<CastError, { code: 'answer_needed' }>
interface Answer {
  questionId: string
  option: number
}

const isAsked = (error: CastError | null): error is Asked => error?.code === 'answer_needed'

const useCast = (campaignId: string) => {
  const draft = useDraft(campaignId)
  const [error, setError] = useState<CastError | null>(null)
  const [isCasting, setIsCasting] = useState(false)
  const cast = async (given?: Answer) => {
    setIsCasting(true)
    // A question stays in sight while its answer is on the way.
    if (!given) setError(null)
    const { choices } = draft
    const input = { campaignId, choices, ...(given ? { answer: given } : {}) }
    const answer = await call('voting', 'castBallot', input, { requestId: draft.requestId() })
    setIsCasting(false)
    if (!answer.ok && answer.error.code !== 'already_voted') return setError(answer.error)
    draft.clear()
    return replaceBy(routes.receipt(campaignId, answer.ok ? 'cast' : 'again'))
  }
  return { choices: draft.choices, error, isCasting, cast }
}

const Failure = ({ error }: { error: CastError }) => (
  <Notice kind="error" title="选票还没有提交">
    {errorText(error)}
    {errorRequestId(error) ? <View className="words-break">问题编号：{errorRequestId(error)}</View> : null}
    {error.code === 'phone_needed' ? (
      <Button kind="secondary" icon="phone" onPress={() => open(routes.phone)}>
        验证手机号
      </Button>
    ) : null}
  </Notice>
)

interface CastSheetProps {
  /** What the entries are called: 组织. */
  entry: string
  campaignId: string
  candidates: CandidateSummary[]
  isOpen: boolean
  onClose: () => void
}

/** The last look before the one ballot is cast, and for some a question. */
export const CastSheet = ({ entry, campaignId, candidates, isOpen, onClose }: CastSheetProps) => {
  const { choices, error, isCasting, cast } = useCast(campaignId)
  const chosen = candidates.filter(({ candidateId }) => choices.includes(candidateId))
  const asked = isAsked(error) ? error : null
  return (
    <Sheet
      title={asked ? '回答一个小问题' : `投给这 ${choices.length} 个${entry}`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          {asked ? null : (
            <Button icon="vote" isLoading={isCasting} onPress={() => cast()}>
              {error ? '再提交一次' : '确认提交选票'}
            </Button>
          )}
          <Button kind="quiet" disabled={isCasting} onPress={onClose}>
            再改改
          </Button>
        </>
      }
    >
      {asked ? (
        <QuestionCard {...asked} isSending={isCasting} onAnswer={cast} />
      ) : (
        <>
          {chosen.map(({ candidateId, number, name }) => (
            <View key={candidateId} className="castSheet__name">
              {number}号 {name}
            </View>
          ))}
          <View className="castSheet__note">提交后不能修改。没有人能从选票看出是你投的。</View>
          {error ? <Failure error={error} /> : null}
        </>
      )}
    </Sheet>
  )
}
