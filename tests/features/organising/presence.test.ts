import { createHmac } from 'node:crypto'
import type { Check, RosterRow } from '@contract/volunteering/presence'
import { CODE_STEP, codeMessage, digitsOf, readCodeText, stepAt } from '@contract/volunteering/presence'
import { likelyDirection, shownCode, windowState } from '@/features/organising/code/openedCode'
import { usualMoment } from '@/features/organising/presence/useRoster'
import { inOrder, outcomeWords, rosterLine, standingOf } from '@/features/organising/presence/words'

const MINUTE = 60_000
/** 9:00 in Shanghai. */
const STARTS = Date.UTC(2026, 10, 28, 1)
const ENDS = STARTS + 120 * MINUTE
const KEY = '0f'.repeat(32)
const opened = { key: KEY, theme: '示例', opensAt: STARTS - 60 * MINUTE, closesAt: ENDS + 120 * MINUTE }

describe('the code on the leader’s screen', () => {
  it('holds for half a minute, says for how long, and can be scanned', () => {
    const at = stepAt(STARTS) * CODE_STEP
    const first = shownCode('A1', KEY, 'in', at)
    expect(first).toMatchObject({ secondsLeft: 30, shareLeft: 1 })
    expect(shownCode('A1', KEY, 'in', at + 29_999)).toMatchObject({ digits: first.digits, secondsLeft: 1 })
    expect(shownCode('A1', KEY, 'in', at + CODE_STEP).digits).not.toBe(first.digits)
    const mac = createHmac('sha256', Buffer.from(KEY, 'hex'))
      .update(codeMessage('in', stepAt(at)))
      .digest()
    expect(readCodeText(first.text)).toEqual({
      activityId: 'A1',
      direction: 'in',
      step: stepAt(at),
      digits: digitsOf(mac),
    })
  })

  it('is for coming, and from a quarter of an hour before the end for going', () => {
    expect(likelyDirection(opened, STARTS)).toBe('in')
    expect(likelyDirection(opened, ENDS - 15 * MINUTE)).toBe('out')
  })

  it.each([
    ['in', STARTS - 61 * MINUTE, 'early'],
    ['in', STARTS, 'open'],
    ['in', ENDS + MINUTE, 'closed'],
    ['out', STARTS - MINUTE, 'early'],
    ['out', ENDS + 119 * MINUTE, 'open'],
    ['out', ENDS + 121 * MINUTE, 'closed'],
  ] as const)('%s at %i is %s', (direction, now, state) => {
    expect(windowState(opened, direction, now).state).toBe(state)
  })
})

const check: Check = {
  at: STARTS + 3 * MINUTE,
  code: 'live',
  place: 'within',
  distance: 12,
  isConfirmed: false,
  grade: 'A',
  isAutomatic: false,
}
const aRow = (name: string, presence: Partial<NonNullable<RosterRow['presence']>> | null): RosterRow => ({
  accountId: name,
  name,
  isMinor: false,
  roleName: '引导员',
  isWalkIn: false,
  presence: presence && {
    attendanceId: name,
    state: 'present',
    checkIn: null,
    checkOut: null,
    minutes: 0,
    ...presence,
  },
})

describe('the list', () => {
  const weak = { ...check, grade: 'C' as const }
  const missing = aRow('丁', null)
  const here = aRow('丙', { checkIn: check })
  const gone = aRow('乙', { checkIn: check, checkOut: check, state: 'credited', minutes: 120 })
  const toConfirm = aRow('甲', { checkIn: weak })

  it('puts those first with whom something is to be done', () => {
    expect(inOrder([gone, here, missing, toConfirm]).map(standingOf)).toEqual([
      'toConfirm',
      'missing',
      'here',
      'gone',
    ])
  })

  it('says in one line who came when, and what it brought', () => {
    expect(rosterLine(missing)).toBe('引导员')
    expect(rosterLine(gone)).toBe('引导员 · 09:03 到 · 09:03 走 · 计 2 小时')
    expect(rosterLine({ ...toConfirm, isWalkIn: true, isMinor: true })).toBe('没有报名 · 未成年 · 09:03 到')
    expect(rosterLine(aRow('戊', { state: 'excused' }))).toBe('引导员 · 缺席，已说明原因')
  })

  it('says what became of several at once', () => {
    const done = { ok: true, accountId: 'a', name: '甲', check, minutes: 0 } as const
    const own = { ok: false, reason: 'own' } as const
    expect(outcomeWords('in', [done, done])).toBe('已确认 2 人签到。')
    expect(outcomeWords('out', [done, own])).toBe(
      '已确认 1 人签退。1 人没有确认：不能确认自己，要请另一位负责人。',
    )
  })

  it('takes people down now while that can be, and else at the planned times', () => {
    const activity = { startsAt: STARTS, endsAt: ENDS }
    expect(usualMoment('in', activity, STARTS + MINUTE)).toBeNull()
    expect(usualMoment('in', activity, ENDS + MINUTE)).toBe(STARTS)
    expect(usualMoment('out', activity, ENDS + 121 * MINUTE)).toBe(ENDS)
  })
})
