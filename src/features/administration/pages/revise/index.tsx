import { ACHIEVEMENTS_LENGTH, REASON_LENGTH, SUMMARY_LENGTH } from '@contract/limits'
import { placeName } from '@contract/places/names'
import type { Candidate } from '@contract/voting'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { showToast } from '@/components/toast'
import { goBack } from '@/routes'
import { momentWords } from '@/words/moments'
import { Desk } from '../../components/desk'

/** The same text sent again is the same request; a changed one is a new request. */
const useRevision = (candidate: Candidate) => {
  const [words, setWords] = useState({
    summary: candidate.summary,
    achievements: candidate.achievements,
    reason: '',
  })
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const change = (part: Partial<typeof words>) => {
    setWords({ ...words, ...part })
    setRequestId(newRequestId())
    setTrouble(null)
  }
  const save = async () => {
    const { candidateId, revisedAt } = candidate
    const input = { candidateId, basedOn: revisedAt, ...words }
    const answer = await call('voting', 'reviseCandidate', input, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    showToast('已保存，市民现在看到的是新的文字')
    await goBack()
  }
  return { words, trouble, change, save }
}

const Form = ({ candidate }: { candidate: Candidate }) => {
  const { words, trouble, change, save } = useRevision(candidate)
  return (
    <>
      <Card title={candidate.name}>
        <View>
          {placeName(candidate.districtCode)} {candidate.streetName}
        </View>
        <View>{candidate.revisedAt ? `上次修改：${momentWords(candidate.revisedAt)}` : '还没有修改过'}</View>
      </Card>
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {trouble}
        </Notice>
      ) : null}
      <Card>
        <Field
          label="一句话介绍"
          value={words.summary}
          maxLength={SUMMARY_LENGTH.max}
          help="列表中显示，帮助市民选择"
          onChange={(summary) => change({ summary })}
        />
        <Field
          label="工作实绩"
          value={words.achievements}
          maxLength={ACHIEVEMENTS_LENGTH.max}
          isLong
          onChange={(achievements) => change({ achievements })}
        />
        <Field
          label="修改原因"
          value={words.reason}
          maxLength={REASON_LENGTH.max}
          help="会写进它的修改记录"
          onChange={(reason) => change({ reason })}
        />
      </Card>
      <Button onPress={save}>保存修改</Button>
    </>
  )
}

export default function RevisePage() {
  const { candidateId = '' } = useRouter().params
  const candidate = useAnswer(candidateId, () => call('voting', 'getCandidate', { candidateId }))
  return (
    <Desk title="修改文字" current="campaigns">
      {() => (
        <Answered answer={candidate} skeleton={<Skeleton shape="text" count={2} />}>
          {(value) => <Form candidate={value} />}
        </Answered>
      )}
    </Desk>
  )
}
