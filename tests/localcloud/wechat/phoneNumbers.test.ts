import { createClock } from '../../../localcloud/clock'
import { createPhoneNumbers, isPhoneNumber } from '../../../localcloud/wechat/phoneNumbers'

const MINUTE = 60_000

test('a code gives the number once', () => {
  const numbers = createPhoneNumbers(createClock())
  numbers.setNumber('resident-a', '13800000001')
  const code = numbers.issueCode('resident-a')
  expect([numbers.redeemCode(code), numbers.redeemCode(code)]).toEqual(['13800000001', undefined])
})

test('a code is over after five minutes', async () => {
  const clock = createClock()
  const numbers = createPhoneNumbers(clock)
  const code = numbers.issueCode('resident-a')
  await clock.move(5 * MINUTE + 1)
  expect(numbers.redeemCode(code)).toBeUndefined()
})

test('somebody without a number has an invented one, always the same and their own', () => {
  const numberOf = (openid: string) => {
    const numbers = createPhoneNumbers(createClock())
    return numbers.redeemCode(numbers.issueCode(openid))
  }
  expect(isPhoneNumber(numberOf('resident-a'))).toBe(true)
  expect(numberOf('resident-a')).toBe(numberOf('resident-a'))
  expect(numberOf('resident-b')).not.toBe(numberOf('resident-a'))
})

test.each([undefined, null, {}, '', 'made up', '__proto__'])('%j is no code', (code) => {
  expect(createPhoneNumbers(createClock()).redeemCode(code)).toBeUndefined()
})
