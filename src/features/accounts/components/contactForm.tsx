import type { Contact } from '@contract/accounts'
import { PERSON_NAME_LENGTH } from '@contract/limits'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'

const PHONE_MAX = 20
const PHONE_FORM = /^[0-9][0-9-]{6,19}$/

type Problems = Partial<Record<keyof Contact, string>>

/** The same as the cloud will say, before asking it. */
const problemsOf = ({ name, phone }: Contact): Problems => ({
  ...(name.length < PERSON_NAME_LENGTH.min
    ? { name: `请填写姓名，至少 ${PERSON_NAME_LENGTH.min} 个字` }
    : {}),
  ...(PHONE_FORM.test(phone) ? {} : { phone: '电话只写数字和短横线，如 021-12345678' }),
})

interface ContactFormProps {
  kept: Contact | null
  onChanged: () => Promise<void>
}

const useSaving = (onChanged: () => Promise<void>) => {
  const [outcome, setOutcome] = useState<{ isSaved: boolean; words: string } | null>(null)
  const save = async (contact: Contact | null): Promise<boolean> => {
    const answer = await call('accounts', 'saveContact', { contact }, { requestId: newRequestId() })
    const done = contact ? '已保存' : '已删除'
    setOutcome(
      answer.ok ? { isSaved: true, words: done } : { isSaved: false, words: errorText(answer.error) },
    )
    if (answer.ok) await onChanged()
    return answer.ok
  }
  return { outcome, save, forgetOutcome: () => setOutcome(null) }
}

/** What is typed stays until it is saved, whatever fails. */
export const ContactForm = ({ kept, onChanged }: ContactFormProps) => {
  const [typed, setTyped] = useState<Contact>(kept ?? { name: '', phone: '' })
  const [problems, setProblems] = useState<Problems>({})
  const { outcome, save, forgetOutcome } = useSaving(onChanged)
  const type = (change: Partial<Contact>) => {
    forgetOutcome()
    setProblems({})
    setTyped((before) => ({ ...before, ...change }))
  }
  const submit = async () => {
    const contact = { name: typed.name.trim(), phone: typed.phone.trim() }
    const found = problemsOf(contact)
    setProblems(found)
    if (Object.keys(found).length === 0) await save(contact)
  }
  const remove = async () => {
    if (await save(null)) setTyped({ name: '', phone: '' })
  }
  const name = { value: typed.name, error: problems.name, maxLength: PERSON_NAME_LENGTH.max }
  const phone = { value: typed.phone, error: problems.phone, maxLength: PHONE_MAX }
  return (
    <>
      <Card>
        <Field label="姓名" {...name} onChange={(value) => type({ name: value })} />
        <Field
          label="工作电话"
          {...phone}
          help="手机或座机，如 021-12345678"
          onChange={(value) => type({ phone: value })}
        />
      </Card>
      {outcome ? (
        <Notice
          kind={outcome.isSaved ? 'success' : 'error'}
          title={outcome.isSaved ? outcome.words : undefined}
        >
          {outcome.isSaved ? null : outcome.words}
        </Notice>
      ) : null}
      <Button onPress={submit}>保存联系方式</Button>
      {kept ? (
        <Button kind="danger" onPress={remove}>
          删除联系方式
        </Button>
      ) : null}
    </>
  )
}
