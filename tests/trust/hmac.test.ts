import { createHmac } from 'node:crypto'
import { checkInDigits } from '@/trust/checkInCode'
import { bytesOfHex, hmacSha256 } from '@/trust/hmac'
import { digitsAt } from '../../cloudfunctions/attendance/codes'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const repeated = (byte: string, times: number) => bytesOfHex(byte.repeat(times))

/** RFC 4231, test cases 1 to 7; of the fifth only the first 128 bits are given. */
it.each([
  [repeated('0b', 20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Uint8Array.from(Buffer.from('Jefe')),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    repeated('aa', 20),
    repeated('dd', 50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    bytesOfHex('0102030405060708090a0b0c0d0e0f10111213141516171819'),
    repeated('cd', 50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [repeated('0c', 20), 'Test With Truncation', 'a3b6167473100ee06e0c796c2955552b'],
  [
    repeated('aa', 131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    repeated('aa', 131),
    'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
])('answers what the standard gives', (key, message, mac) => {
  expect(hex(hmacSha256(key, message)).slice(0, mac.length)).toBe(mac)
})

it('agrees with Node for keys and messages around the ends of blocks', () => {
  for (const length of [0, 1, 31, 32, 63, 64, 65, 130]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256)
    const [key, message] = [bytes, bytes.slice(length / 2)]
    expect(hex(hmacSha256(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'))
  }
})

it('shows the digits that the cloud expects', () => {
  const key = '0123456789abcdef'.repeat(4)
  for (const direction of ['in', 'out'] as const)
    for (let step = 59_833_333; step < 59_833_363; step++)
      expect(checkInDigits(key, direction, step)).toBe(digitsAt(key, direction, step))
})
