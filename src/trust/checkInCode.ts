import { codeMessage, type Direction, digitsOf } from '@contract/volunteering/presence'
import { bytesOfHex, hmacSha256 } from './hmac'

/** The six digits of a step, as the cloud makes them. `key`: 64 hexadecimal digits. */
export const checkInDigits = (key: string, direction: Direction, step: number): string =>
  digitsOf(hmacSha256(bytesOfHex(key), codeMessage(direction, step)))
