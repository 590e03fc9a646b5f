import type { SessionKind } from '@contract/judging'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { DateTimeField } from '@/components/dateTimeField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { open, routes } from '@/routes'

const NAMES: Record<SessionKind, string> = { selectionGroup: '选树工作小组评分', experts: '擂台演讲' }
/** By the contract. */
const NAME_LENGTH = { min: 2, max: 40 }

interface CreateSessionProps {
  campaignId: string
  kind: SessionKind
}

const useCreating = ({ campaignId, kind }: CreateSessionProps) => {
  const [name, setName] = useState(NAMES[kind])
  const [startsAt, setStartsAt] = useState<number | null>(null)
  const [requestId] = useState(newRequestId)
  const [isAsked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const nameTrouble = name.trim().length < NAME_LENGTH.min ? '请填写名称' : undefined
  const create = async () => {
    setAsked(true)
    if (nameTrouble || startsAt === null) return
    const answer = await call('judging', 'createSession', { campaignId, kind, name, startsAt }, { requestId })
    if (!answer.ok) return setTrouble(errorText(answer.error))
    setTrouble(null)
    await open(routes.chairSession(answer.value.sessionId))
  }
  return { name, setName, startsAt, setStartsAt, isAsked, nameTrouble, trouble, create }
}

/** One session of this kind, with its name and time; its rules come from the campaign's plan. */
export const CreateSession = (props: CreateSessionProps) => {
  const { name, setName, startsAt, setStartsAt, isAsked, nameTrouble, trouble, create } = useCreating(props)
  return (
    <>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <Field
        label="名称"
        value={name}
        maxLength={NAME_LENGTH.max}
        error={isAsked ? nameTrouble : undefined}
        onChange={setName}
      />
      <DateTimeField
        label="开始时间"
        value={startsAt}
        hasTime
        error={isAsked && startsAt === null ? '请选择开始时间' : undefined}
        onChange={setStartsAt}
      />
      <Button kind="secondary" icon="add" onPress={create}>
        建立这场评审
      </Button>
    </>
  )
}
