import type { accounts } from '../../contract/accounts'
import { fail, ok } from '../../contract/result'
import { cloud } from '../platform/database/connection'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findAccount } from '../platform/verifiedPhone'
import { maskPhone } from './rules'
import * as store from './store'

/** The number behind a code of WeChat's getPhoneNumber button. */
type PhoneAnswer = { number: string } | 'invalid' | 'unavailable'

/** 40029: no such code; 40163: used before. */
const INVALID_CODES = new Set([40029, 40163])

async function askPhoneNumber(code: string): Promise<PhoneAnswer> {
  try {
    const answer = (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as {
      phoneInfo?: { purePhoneNumber?: string; countryCode?: string }
    }
    const { purePhoneNumber, countryCode = '86' } = answer.phoneInfo ?? {}
    return purePhoneNumber ? { number: `${countryCode}-${purePhoneNumber}` } : 'unavailable'
  } catch (error) {
    return INVALID_CODES.has((error as { errCode?: number }).errCode ?? 0) ? 'invalid' : 'unavailable'
  }
}

export const verifyPhone: Methods<typeof accounts>['verifyPhone'] = async ({
  input,
  caller,
  requestId,
  now,
}) => {
  const before = await findAccount(caller.accountId)
  // WeChat's code works once, so a repeat must not ask again.
  if (before?.requestId === requestId && before.phoneMask !== null) return ok({ phoneMask: before.phoneMask })
  const answer = await askPhoneNumber(input.code)
  if (answer === 'invalid') return fail({ code: 'phone_code_invalid' })
  if (answer === 'unavailable') return fail({ code: 'phone_service_unavailable' })
  const phoneMask = maskPhone(answer.number.slice(answer.number.indexOf('-') + 1))
  const phoneKey = keyedName('phone', answer.number)
  await store.keep(caller.accountId, { phoneKey, phoneMask, verifiedAt: now, requestId, changedAt: now })
  return ok({ phoneMask })
}
