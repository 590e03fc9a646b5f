import type { Check, OwnPresence } from '@contract/volunteering/presence'
import { codeText } from '@contract/volunteering/presence'
import { readScanned } from '@/features/volunteering/checkIn/useCheckIn'
import { checkTitle, evidenceWords, nextWords } from '@/features/volunteering/checkIn/words'

/** 9:03 in Shanghai. */
const AT = Date.UTC(2026, 10, 28, 1, 3)
const whole: Check = {
  at: AT,
  code: 'live',
  place: 'within',
  distance: 12,
  isConfirmed: false,
  grade: 'A',
  isAutomatic: false,
}
const weak: Check = { ...whole, grade: 'C' }

it.each([
  [whole, '都对上'],
  [{ ...weak, isConfirmed: true, grade: 'B' }, '负责人已经确认'],
  [{ ...weak, code: 'late' }, '没有网络的时候留下的'],
  [{ ...weak, place: 'outside', distance: 450 }, '离活动地点 450 米'],
  [{ ...weak, place: 'outside', distance: 5004 }, '离活动地点 5.0 公里'],
  [{ ...weak, place: 'unknown', distance: null }, '没有位置'],
  [{ ...weak, code: 'none' }, '另一位负责人'],
  [weak, '没有报名'],
] as const)('says why evidence is worth what it is', (check, words) => {
  expect(evidenceWords(check)).toContain(words)
})

it('says when, and that a check-out came by itself', () => {
  expect(checkTitle('in', whole)).toBe('签到 09:03')
  expect(checkTitle('out', { ...whole, isAutomatic: true })).toBe('签退 09:03（按计划结束时间）')
})

it.each([
  [{ state: 'present', checkIn: whole, checkOut: null, minutes: 0 }, '签退码签退'],
  [{ state: 'credited', checkIn: whole, checkOut: whole, minutes: 90 }, '1 小时 30 分'],
  [{ state: 'toConfirm', checkIn: weak, checkOut: whole, minutes: 0 }, '负责人确认以后'],
  [{ state: 'absent', checkIn: null, checkOut: null, minutes: 0 }, '请找负责人'],
] satisfies [OwnPresence, string][])('says what follows', (presence, words) => {
  expect(nextWords(presence)).toContain(words)
})

it('takes codes of this activity only', () => {
  const text = codeText('A1', 'out', 59_800_000, '012345')
  expect(readScanned(text, 'A1')).toMatchObject({ direction: 'out', digits: '012345' })
  expect(readScanned(text, 'A2')).toContain('另一场活动')
  expect(readScanned('https://example.org', 'A1')).toContain('不是签到码')
})
