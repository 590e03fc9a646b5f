import { isOrganisationRole } from '@contract/method'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import {
  type Appointment,
  endOf,
  type Problems,
  problemsOf,
  problemsOfError,
  readAccountId,
} from '../../appointment'

const nothingYet = (placeCode: string): Appointment => ({
  accountId: '',
  name: '',
  role: null,
  placeCode,
  organisation: null,
  lastDay: null,
})

const grant = (appointment: Appointment, requestId: string) => {
  const { accountId, name, role, placeCode, organisation } = appointment
  const ofOrganisation = isOrganisationRole(role) ? organisation : null
  return call(
    'administration',
    'grantRole',
    {
      accountId: readAccountId(accountId),
      name: name.trim(),
      role: role ?? 'reviewer',
      placeCode: ofOrganisation?.placeCode ?? placeCode,
      organisationId: ofOrganisation?.organisationId ?? null,
      endsAt: endOf(appointment),
    },
    { requestId },
  )
}

/** The form of an appointment. What is typed stays whatever fails; the same form sent again is the same request. */
export const useAppointment = (placeCode: string) => {
  const [appointment, setAppointment] = useState(() => nothingYet(placeCode))
  const [requestId, setRequestId] = useState(newRequestId)
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const change = (part: Partial<Appointment>) => {
    setAppointment({ ...appointment, ...part })
    setRequestId(newRequestId())
    setTrouble(null)
    const changed = Object.keys(part)
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !changed.includes(field))))
  }
  const send = async () => {
    const found = problemsOf(appointment, Date.now())
    setProblems(found)
    if (Object.keys(found).length > 0) return setTrouble('上面有的地方还没有填好，请看红色的提示。')
    const answer = await grant(appointment, requestId)
    if (answer.ok) return setDone(true)
    const sentence = errorText(answer.error)
    setProblems(problemsOfError(answer.error, sentence))
    setTrouble(sentence)
  }
  const startAnew = () => {
    setAppointment(nothingYet(appointment.placeCode))
    setRequestId(newRequestId())
    setDone(false)
  }
  return { appointment, problems, trouble, isDone, change, send, startAnew }
}
