import fc from 'fast-check'
import { grantsFor } from '../../../cloudfunctions/platform/access'
import { shanghaiDay, startOfShanghaiDay } from '../../../cloudfunctions/platform/clock'
import {
  isDuplicateKey,
  isTransactionConflict,
  isUnavailable,
} from '../../../cloudfunctions/platform/database/errors'
import { retryConflict, retryUnavailable } from '../../../cloudfunctions/platform/database/retry'
import { secondsToWait } from '../../../cloudfunctions/platform/pace'
import { base32, isSameSecret, keyedName } from '../../../cloudfunctions/platform/secrets'
import { timeout } from '../../../cloudfunctions/voting/config.json'
import { CAMPAIGN_CACHE_TIME, CLOSING_NOTICE, SETTLE_TIME } from '../../../contract/limits'
import { isWithin } from '../../../contract/places/within'

describe('places', () => {
  test.each([
    ['310106', '310000', true],
    ['310106011', '310000', true],
    ['310106011', '310106', true],
    ['310106', '310106', true],
    ['310115', '310106', false],
    ['310000', '310106', false],
    ['310110', '310100', true],
    ['500101', '310000', false],
    ['310106012', '310106011', false],
  ])('%s within %s: %s', (place, area, expected) => {
    expect(isWithin(place, area)).toBe(expected)
  })
})

describe('access by role and place', () => {
  const access = { roles: ['reviewer'], at: 'record' } as const
  const reviewer = { role: 'reviewer', placeCode: '310106', organisationId: null } as const
  const inOrganisation = { ...reviewer, organisationId: 'ours' } as const
  const at = (placeCode: string, organisationId: string | null = null) => ({ placeCode, organisationId })
  test.each([
    ['the place itself', [reviewer], at('310106'), true],
    ['a place below', [reviewer], at('310106011'), true],
    ['another place', [reviewer], at('310115'), false],
    ['no place at all', [reviewer], null, false],
    ['another role', [{ ...reviewer, role: 'administrator' } as const], at('310106'), false],
    ['no role', [], at('310106'), false],
    ['an organisation of the place', [reviewer], at('310106', 'ours'), true],
    ['the own organisation', [inOrganisation], at('310106', 'ours'), true],
    ['another organisation of the place', [inOrganisation], at('310106', 'theirs'), false],
    ['the place of the own organisation', [inOrganisation], at('310106'), false],
  ])('at %s', (_title, grants, scope, expected) => {
    expect(grantsFor(access, [...grants], scope).length > 0).toBe(expected)
  })
})

describe('keyed names', () => {
  beforeAll(() => {
    process.env.GONGZHI_SECRET = 'only-for-tests-0123456789abcdef0123456789abcdef'
  })

  test('are stable, 26 letters and digits, and differ by purpose and by where the parts begin', () => {
    expect(keyedName('ballot', 'a', 'b')).toBe(keyedName('ballot', 'a', 'b'))
    expect(keyedName('ballot', 'a', 'b')).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    const names = [
      keyedName('ballot', 'a', 'b'),
      keyedName('ballot', 'ab'),
      keyedName('ballot', 'a', 'b', ''),
      keyedName('phone', 'a', 'b'),
    ]
    expect(new Set(names).size).toBe(names.length)
  })

  test('do not exist without a long secret', () => {
    const secret = process.env.GONGZHI_SECRET
    for (const weak of [undefined, '', 'short']) {
      if (weak === undefined) delete process.env.GONGZHI_SECRET
      else process.env.GONGZHI_SECRET = weak
      expect(() => keyedName('ballot', 'a')).toThrow('GONGZHI_SECRET')
    }
    process.env.GONGZHI_SECRET = secret
  })
})

test('base32 agrees with counting in base 32', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
      const digits = Array.from({ length: 8 }, (_, place) => Number((number >> BigInt(35 - place * 5)) & 31n))
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      expect(base32(bytes, 8)).toBe(digits.map((digit) => alphabet[digit]).join(''))
    }),
  )
})

test('secrets are compared whole', () => {
  expect(isSameSecret('abcdefgh', 'abcdefgh')).toBe(true)
  for (const other of ['abcdefg', 'abcdefghi', '', 'Abcdefgh'])
    expect(isSameSecret(other, 'abcdefgh')).toBe(false)
})

test('a day in Shanghai begins where the day before ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000_000_000, max: 2_500_000_000_000 }), (time) => {
      const start = startOfShanghaiDay(shanghaiDay(time))
      expect(time).toBeGreaterThanOrEqual(start)
      expect(time - start).toBeLessThan(86_400_000)
      expect(shanghaiDay(start - 1)).not.toBe(shanghaiDay(start))
    }),
  )
})

describe('what a database error means', () => {
  const duplicate =
    '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: x}]}, {<nil>}]'
  const conflict =
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.'
  test.each([
    [
      'a duplicate, as add tells it',
      { errCode: -502001, errMsg: `collection.add:fail -502001 ${duplicate}` },
      [true, false, false],
    ],
    [
      'a conflict, as an operation in a transaction tells it',
      { errCode: -501001, errMsg: `document.update:fail ${conflict}` },
      [false, true, false],
    ],
    [
      'a conflict, as commit tells it',
      { code: 'DATABASE_TRANSACTION_CONFLICT', message: conflict },
      [false, true, false],
    ],
    [
      'a dropped connection',
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      [false, false, true],
    ],
    [
      'too many requests',
      { errCode: -501003, errMsg: 'collection.get:fail -501003 EXCEED_REQUEST_LIMIT' },
      [false, false, true],
    ],
    ['a missing collection', { errCode: -502005, errMsg: 'collection not exists' }, [false, false, false]],
    ['nothing known', undefined, [false, false, false]],
  ])('%s', (_title, error, expected) => {
    expect([isDuplicateKey(error), isTransactionConflict(error), isUnavailable(error)]).toEqual(expected)
  })
})

describe('trying again', () => {
  const failing = (times: number, error: unknown) => {
    let calls = 0
    return {
      work: async () => {
        calls += 1
        if (calls <= times) throw error
        return calls
      },
      count: () => calls,
    }
  }
  const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT', message: '' }

  test('goes on after conflicts, up to eight times in all', async () => {
    expect(await retryConflict(failing(5, conflict).work)).toBe(6)
    const endless = failing(100, conflict)
    await expect(retryConflict(endless.work)).rejects.toBe(conflict)
    expect(endless.count()).toBe(8)
  })

  test('is not for errors of another kind', async () => {
    const other = failing(1, conflict)
    await expect(retryUnavailable(other.work)).rejects.toBe(conflict)
    expect(other.count()).toBe(1)
  })
})

test('the pace of one account is its own, and is forgotten when its time is over', () => {
  const pace = { calls: 2, seconds: 10 }
  expect([1, 2, 3].map(() => secondsToWait('one', pace, 1000))).toEqual([0, 0, 10])
  expect(secondsToWait('other', pace, 1000)).toBe(0)
  expect(secondsToWait('one', pace, 6500)).toBe(5)
  expect(secondsToWait('one', pace, 11_000)).toBe(0)
})

test('times fit together: caches end before a closing takes effect, ballots settle after the longest call', () => {
  expect(CLOSING_NOTICE).toBeGreaterThanOrEqual(2 * CAMPAIGN_CACHE_TIME)
  expect(SETTLE_TIME).toBeGreaterThanOrEqual(timeout * 1000 + 10_000)
})
