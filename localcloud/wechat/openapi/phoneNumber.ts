import { APP_ID } from '../../functions/environment'
import type { PhoneNumbers } from '../phoneNumbers'
import { failWith, type StandIn } from './standIn'

const INVALID_CODE = 40029

/** `phonenumber.getPhoneNumber`: a code from the button becomes a number, once. */
export const phoneNumberStandIn =
  (numbers: PhoneNumbers, now: () => number): StandIn =>
  ({ parameters }) => {
    const number = numbers.redeemCode(parameters.code)
    if (number === undefined) return failWith(INVALID_CODE, 'invalid code')
    const watermark = { timestamp: Math.floor(now() / 1000), appid: APP_ID }
    return {
      errcode: 0,
      phone_info: { phone_number: number, pure_phone_number: number, country_code: '86', watermark },
    }
  }
