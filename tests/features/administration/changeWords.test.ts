import { planOf } from '@contract/campaignPresets'
import { changesOf, subjectWords } from '@/features/administration/changeWords'

const UNTIL = Date.UTC(2027, 4, 21, 16)

it.each<[string, string, object | null, object | null, [string, string, string][]]>([
  [
    'a role that was given for the first time',
    'role/some-grant',
    null,
    { role: 'reviewer', placeCode: '310106', name: '王示例', endsAt: UNTIL },
    [
      ['角色', '没有', '审核员'],
      ['地区', '没有', '静安区'],
      ['姓名', '没有', '王示例'],
      ['最后一天', '没有', '2027年5月21日'],
    ],
  ],
  [
    'a role whose end was moved',
    'role/some-grant',
    { role: 'reviewer', placeCode: '310106', name: '王示例', endsAt: null },
    { role: 'reviewer', placeCode: '310106', name: '王示例', endsAt: UNTIL },
    [['最后一天', '不限', '2027年5月21日']],
  ],
  [
    'an organisation that was closed',
    'organisation/some-organisation',
    { name: '示例公司', kind: 'company', isClosed: false, version: 1 },
    { name: '示例公司', kind: 'company', isClosed: true, version: 2 },
    [
      ['状态', '正常', '已停用'],
      ['版本', '第 1 版', '第 2 版'],
    ],
  ],
  [
    'content that was hidden',
    'content/some-content',
    { state: 'underReview', reason: null },
    { state: 'hidden', reason: '广告' },
    [
      ['状态', '待审', '不公开'],
      ['原因', '没有', '广告'],
    ],
  ],
  [
    'a published list',
    'list/some-campaign',
    { version: 1, status: 'confirmed' },
    { version: 1, status: 'published' },
    [['状态', '已确认', '已公布']],
  ],
  [
    'rules, which are kept as they are written',
    'campaign/some-campaign',
    { choices: { min: 1, max: 3 } },
    { choices: { min: 1, max: 5 } },
    [['choices', '{"min":1,"max":3}', '{"min":1,"max":5}']],
  ],
  ['an act that changed nothing', 'role/some-grant', { endsAt: null }, { endsAt: null }, []],
  ['an act that says nothing of what it changed', 'role/some-grant', null, null, []],
])('tells of %s what was before and what is after', (_name, subject, before, after, expected) => {
  const kept = (value: object | null) => (value === null ? null : JSON.stringify(value))
  expect(changesOf({ subject, before: kept(before), after: kept(after) })).toEqual(
    expected.map(([key, was, is]) => ({ key, before: was, after: is })),
  )
})

it('shows what was cut as it was kept', () => {
  expect(changesOf({ subject: null, before: '{"name":"旧', after: '{"name":"新"}' })).toEqual([
    { key: '内容', before: '{"name":"旧', after: '{"name":"新"}' },
  ])
})

it('names what was changed by its kind and the end of its id', () => {
  expect(subjectWords('organisation/ABCDEFXYZ123')).toBe('组织 XYZ123')
  expect(subjectWords('newThing/42')).toBe('newThing 42')
})

it('says a campaign’s plan in the words of its public page', () => {
  const plan = planOf('organisations', Date.parse('2026-08-01T12:00:00+08:00'))
  const after = { ...plan, hasVoting: false, experts: null, rules: { ...plan.rules, listSize: 8 } }
  const changes = changesOf({
    subject: 'campaign/some-campaign',
    before: JSON.stringify(plan),
    after: JSON.stringify({ ...after, kind: 'sites', stages: plan.stages.slice(0, 1) }),
  })
  const wordsOf = (key: string) => changes.find((change) => change.key === key)
  expect(changes.map(({ key }) => key).sort()).toEqual(
    ['专家评审', '市民投票', '类别', '规则', '阶段'].sort(),
  )
  expect(wordsOf('类别')).toMatchObject({ before: '优秀自律组织', after: '点位和设计' })
  expect(wordsOf('阶段')?.after).toBe('选树申报 9月1日 – 10月15日')
  expect(wordsOf('市民投票')).toMatchObject({ before: '设投票', after: '不设投票' })
  expect(wordsOf('规则')?.after).toContain('总分最高的 8 个组织进入候选名单')
  expect(wordsOf('专家评审')).toMatchObject({ after: '没有' })
})
