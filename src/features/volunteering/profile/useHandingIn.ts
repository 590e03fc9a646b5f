import type { Volunteer } from '@contract/volunteering/people'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import type { CloudError } from '@/cloud/services'
import { inputOf, type ProfileForm, type ProfileProblems, profileProblems } from './profileForm'
import type { useProfileDraft } from './useProfileDraft'

/** Where the cloud's refusal belongs in the form. */
const fieldOf = ({ code }: CloudError): keyof ProfileForm | null => {
  if (code === 'too_young' || code === 'guardian_needed') return 'bornIn'
  return code === 'place_not_found' || code === 'grid_not_found' ? 'place' : null
}

const STALE = '你在别的设备上改过资料。你写的还在，核对以后再保存。'

interface HandingIn {
  kept: ReturnType<typeof useProfileDraft>
  /** Null: registering. */
  volunteer: Volunteer | null
  onDone: () => Promise<void>
  onLookAnew: () => Promise<void>
}

const send = (
  input: NonNullable<ReturnType<typeof inputOf>>,
  volunteer: Volunteer | null,
  requestId: string,
) =>
  volunteer
    ? call('volunteers', 'revise', { ...input, basedOn: volunteer.version }, { requestId })
    : call('volunteers', 'register', input, { requestId })

/** What is typed stays whatever fails; the same form sent again is the same request. */
export const useHandingIn = ({ kept, volunteer, onDone, onLookAnew }: HandingIn) => {
  const [problems, setProblems] = useState<ProfileProblems>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const revise = (part: Partial<ProfileForm>) => {
    setTrouble(null)
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in part))))
    kept.revise(part)
  }
  const refuse = async (error: CloudError) => {
    const field = fieldOf(error)
    if (field) setProblems({ [field]: errorText(error) })
    setTrouble(error.code === 'changed_meanwhile' ? STALE : errorText(error))
    kept.renewRequest()
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    if (error.code === 'changed_meanwhile' || error.code === 'already_registered') await onLookAnew()
  }
  const handIn = async () => {
    const { form, requestId } = kept.draft
    const now = Date.now()
    const input = inputOf(form, now)
    setProblems(profileProblems(form, now))
    setTrouble(null)
    // What is missing is summed up on top.
    if (!input) return void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    const answer = await send(input, volunteer, requestId)
    if (!answer.ok) return refuse(answer.error)
    kept.clear()
    await onDone()
  }
  return { problems, trouble, revise, handIn }
}
