import { maskPhone } from '../../../cloudfunctions/accounts/rules'

test.each([
  ['13812345678', '138******78'],
  ['10000000001', '100******01'],
  ['123456', '123*56'],
  ['12345', '******'],
  ['', '******'],
])('%s is shown as %s', (number, mask) => {
  expect(maskPhone(number)).toBe(mask)
})
