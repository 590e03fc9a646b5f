import type { RoutingRule } from '@contract/caseRules'
import { cellsOf, daysChanged, isWorked, markOf, toggledDay } from '@/features/administration/calendarDays'
import {
  byGroup,
  conditionWords,
  minuteOf,
  minuteWords,
  targetWords,
  versionWords,
  wordsTyped,
} from '@/features/administration/caseRuleWords'
import { newCategory, newQuestion } from '@/features/administration/categoryDraft'
import { newRule } from '@/features/administration/routingDraft'

describe('months of a working calendar', () => {
  test('begin on Monday and have all days', () => {
    expect(cellsOf(2026, 2).slice(0, 8)).toEqual([...Array(6).fill(null), '2026-02-01', '2026-02-02'])
    expect(cellsOf(2026, 6)[0]).toBe('2026-06-01')
    expect(cellsOf(2028, 2).at(-1)).toBe('2028-02-29')
  })
})

describe('a day of a working calendar', () => {
  const days = { holidays: ['2026-10-01', '2026-10-03'], workdays: ['2026-10-10'] }

  test.each([
    ['2026-10-01', false, '休'],
    ['2026-10-03', false, '休'],
    ['2026-10-10', true, '班'],
    ['2026-10-11', false, null],
    ['2026-10-12', true, null],
  ])('%s is worked: %s, marked %s', (day, worked, mark) => {
    expect([isWorked(day, days), markOf(day, days)]).toEqual([worked, mark])
  })

  test.each(['2026-10-01', '2026-10-03', '2026-10-10', '2026-10-11', '2026-10-12'])(
    '%s pressed is the other, pressed again what it was',
    (day) => {
      const once = toggledDay(day, days)
      expect(isWorked(day, once)).toBe(!isWorked(day, days))
      expect(daysChanged(days, once)).toBe(1)
      expect(daysChanged(days, toggledDay(day, once))).toBe(0)
    },
  )
})

describe('a routing rule in words', () => {
  const names = {
    category: (id: string) => ({ litterBin: '废物箱' })[id] ?? id,
    place: (code: string) => `地区${code}`,
    organisation: () => '示例保洁公司',
  }
  const everything: RoutingRule = newRule([])

  test('says that it holds for everything when it asks for nothing', () => {
    expect(conditionWords(everything, names)).toEqual(['所有上报'])
    expect(targetWords(everything, names)).toBe('留给派遣员决定')
  })

  test('says each condition, and shortens long lists', () => {
    const rule: RoutingRule = {
      ...everything,
      groups: ['parking'],
      categoryIds: ['litterBin'],
      placeCodes: ['1', '2', '3', '4'],
      hours: { from: 1320, until: 360 },
      days: 'off',
      sources: ['hotline'],
      to: { kind: 'department', organisationId: 'some' },
      isAutomatic: true,
    }
    expect(conditionWords(rule, names)).toEqual([
      '类别：停车秩序、废物箱',
      '地区：地区1、地区2、地区3等 4 个',
      '时间：22:00 至次日 06:00',
      '日子：休息日和节假日',
      '来源：热线',
    ])
    expect(targetWords(rule, names)).toBe('自动派给示例保洁公司')
    const byDuty: RoutingRule = { ...rule, to: { kind: 'duty', duty: 'police' }, isAutomatic: false }
    expect(targetWords(byDuty, names)).toBe('建议派给派出所')
  })

  test('gets an id that no other has', () => {
    const [first] = [newRule([])]
    expect(newRule([first, { ...first, ruleId: 'rule3' }]).ruleId).toBe('rule2')
  })
})

describe('what staff type', () => {
  test('minutes of a day go to words and back', () => {
    for (const minute of [0, 540, 1439]) expect(minuteOf(minuteWords(minute))).toBe(minute)
    expect(minuteWords(1440)).toBe('24:00')
  })

  test('words are told apart by any mark, each once', () => {
    expect(wordsTyped(' 违停、乱停车 停车,违停；')).toEqual(['违停', '乱停车', '停车'])
    expect(wordsTyped('  ')).toEqual([])
  })

  test('a new question has an id that no other of the category has', () => {
    const first = newQuestion([])
    const third = { ...first, questionId: 'question3' }
    expect(newQuestion([first, third]).questionId).toBe('question2')
  })

  test('categories stand under their groups, groups without any are left out', () => {
    const categories = (['trade', 'sixDont', 'trade'] as const).map(newCategory)
    expect(byGroup(categories).map(({ group, categories: of }) => [group, of.length])).toEqual([
      ['sixDont', 1],
      ['trade', 2],
    ])
  })

  test('a version that came with the program has no day', () => {
    const version = { version: 0, at: 0, name: null, categoryId: null, reason: '' }
    expect(versionWords(version)).toBe('第 0 版 · 系统自带')
    const at = Date.parse('2026-11-21T10:00:00+08:00')
    expect(versionWords({ ...version, version: 3, at, name: '王芳' })).toBe('第 3 版 · 2026年11月21日 · 王芳')
  })
})
