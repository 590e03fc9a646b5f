import { cloud } from '../platform/database/connection'

/** The number behind a code of WeChat's getPhoneNumber button. */
export type PhoneAnswer = { number: string } | 'invalid' | 'unavailable'

/** 40029: no such code; 40163: used before. */
const INVALID_CODES = new Set([40029, 40163])

export async function askPhoneNumber(code: string): Promise<PhoneAnswer> {
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
