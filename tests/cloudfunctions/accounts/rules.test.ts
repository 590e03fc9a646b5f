import { isPhoneRevoked, isWaiting, maskPhone, sessionOf } from '../../../cloudfunctions/accounts/rules'
import { DESK_SESSION_TIME, DESK_SIGN_IN_TIME } from '../../../contract/limits'

test.each([
  ['13812345678', '138******78'],
  ['10000000001', '100******01'],
  ['123456', '123*56'],
  ['12345', '******'],
  ['', '******'],
])('%s is shown as %s', (number, mask) => {
  expect(maskPhone(number)).toBe(mask)
})

test.each([
  ['8', true],
  [8, true],
  ['8,19', true],
  ['19 8', true],
  [['13', '8'], true],
  ['18', false],
  ['80', false],
  [['18', '19'], false],
  ['', false],
  [null, false],
  [undefined, false],
])('RevokeInfo %j takes back the phone number: %s', (revokeInfo, expected) => {
  expect(isPhoneRevoked(revokeInfo)).toBe(expected)
})

describe('a sign-in', () => {
  const NOW = 1_800_000_000_000
  const confirmed = {
    _id: 'CODE',
    secretHash: 'hash',
    device: 'Chrome · Windows',
    requestAddress: '203.0.113.7',
    requestedAt: NOW,
    expiresAt: NOW + DESK_SIGN_IN_TIME,
    state: 'confirmed',
    accountId: 'account',
    answeredAt: NOW + 5000,
  } as const

  test.each([
    ['waiting', DESK_SIGN_IN_TIME - 1, true],
    ['waiting', DESK_SIGN_IN_TIME, false],
    ['confirmed', 0, false],
    ['refused', 0, false],
  ] as const)('%s after %i ms waits for an answer: %s', (state, time, expected) => {
    expect(isWaiting({ ...confirmed, state }, NOW + time)).toBe(expected)
  })

  test('opens a session that counts from its confirmation and holds neither code nor secret', () => {
    expect(sessionOf(confirmed, 'session')).toEqual({
      _id: 'session',
      accountId: 'account',
      device: 'Chrome · Windows',
      requestAddress: '203.0.113.7',
      signedInAt: NOW + 5000,
      lastUsedAt: NOW + 5000,
      expiresAt: NOW + 5000 + DESK_SESSION_TIME,
      endedAt: null,
    })
  })
})
