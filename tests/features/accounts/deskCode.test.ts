import { deskCodeInGroups, readDeskCode } from '@/features/accounts/deskCode'

it.each([
  [
    'a scanned address',
    'http://127.0.0.1:8790/#/features/accounts/pages/desk/index?code=79NMATQ8',
    '79NMATQ8',
  ],
  ['an address with more in it', 'https://a.example/?from=x#/desk?code=79NMATQ8&x=1', '79NMATQ8'],
  ['the code alone', '79NMATQ8', '79NMATQ8'],
  ['a code typed in its groups, in small letters', ' 79nm atq8 ', '79NMATQ8'],
  ['a code with a hyphen', '79NM-ATQ8', '79NMATQ8'],
  ['a code that is too short', '79NM', null],
  ['nothing', '', null],
  ['some other QR code', 'https://a.example/menu', null],
  ['an address without a code', 'https://a.example/#/desk?code=', null],
])('reads %s', (_, text, code) => {
  expect(readDeskCode(text)).toBe(code)
})

it('shows the code in two groups of the same length', () => {
  expect(deskCodeInGroups('79NMATQ8')).toEqual(['79NM', 'ATQ8'])
})
