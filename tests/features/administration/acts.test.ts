import type { AuditEntry } from '@contract/administration'
import { actsOf } from '@/features/administration/acts'

const ASKED_AT = Date.UTC(2026, 10, 21, 8, 20)
const ACCOUNT = 'WJAT1TH4HGY8HWBMCZDYT6H2YY'

const anEntry = (part: Partial<AuditEntry>): AuditEntry => ({
  entryId: 'voting-0000000001',
  at: ASKED_AT,
  accountId: ACCOUNT,
  name: '示例管理员',
  placeCode: '310000',
  subject: null,
  before: null,
  after: null,
  from: 'wechat · 127.0.0.1',
  service: 'voting',
  method: 'publishList',
  step: 'asked',
  outcome: null,
  requestId: 'request-1',
  input: '{"campaignId":"FKZ6QTYAACA3GFS27MBQWEMAN8","version":1}',
  ...part,
})
const done = (outcome: string, part: Partial<AuditEntry> = {}) =>
  anEntry({ at: ASKED_AT + 900, step: 'done', outcome, ...part })

it('makes one act of the entries before and after its work, dated by when it was asked for', () => {
  const acts = actsOf([done('ok'), anEntry({})])
  expect(acts).toHaveLength(1)
  expect(acts[0]).toMatchObject({
    title: '公布名单',
    outcome: { tone: 'done', text: '完成' },
    trouble: null,
    accountId: ACCOUNT,
    at: ASKED_AT,
    lines: [{ key: '名单版本', value: '第 1 版' }],
  })
})

it('keeps acts apart, newest first, also when two of them overlap', () => {
  const entries = [
    done('ok', { requestId: 'b', method: 'confirmList' }),
    done('ok', { requestId: 'a' }),
    anEntry({ requestId: 'b', method: 'confirmList' }),
    anEntry({ requestId: 'a' }),
    done('ok', { requestId: 'a', accountId: 'another' }),
  ]
  expect(actsOf(entries).map(({ title, accountId }) => [title, accountId])).toEqual([
    ['确认名单', ACCOUNT],
    ['公布名单', ACCOUNT],
    ['公布名单', 'another'],
  ])
})

it.each<[string, AuditEntry[], string, string | null]>([
  ['an act that nobody heard of again', [anEntry({})], '没有完成', null],
  ['an act whose beginning is on the next page', [done('ok')], '完成', null],
  [
    'a refusal',
    [done('list_not_ready'), anEntry({})],
    '没有做成',
    '名单已经有变化。请刷新后核对，再试一次。',
  ],
  ['a refusal whose details were not kept', [done('voting_not_open')], '没有做成', '当时不是投票时间。'],
  ['a refusal by a newer cloud', [done('not_known_here')], '没有做成', 'not_known_here'],
])('says what came of %s', (_name, entries, text, trouble) => {
  expect(actsOf(entries)[0]).toMatchObject({ outcome: { text }, trouble })
})

const LONG = '街面整洁有序，'.repeat(400)

it.each<[string, string, string, [string, string][]]>([
  ['a reason', 'closeVoting', '{"campaignId":"id","reason":"台风停办"}', [['原因', '台风停办']]],
  [
    'a role at a place',
    'grantRole',
    `{"accountId":"${ACCOUNT}","role":"reviewer","placeCode":"310106","endsAt":null}`,
    [
      ['身份', '静安区审核员'],
      ['授权到', '一直有效'],
      ['对方账号', '尾号 T6H2YY'],
    ],
  ],
  [
    'the end of a role',
    'endRole',
    `{"accountId":"${ACCOUNT}","role":"administrator","placeCode":"310000"}`,
    [
      ['身份', '上海市管理员'],
      ['对方账号', '尾号 T6H2YY'],
    ],
  ],
  [
    'a revised text',
    'reviseCandidate',
    '{"candidateId":"id","summary":"新的介绍","achievements":"新的实绩","basedOn":null,"reason":"更正错字"}',
    [
      ['修改后的介绍', '新的介绍'],
      ['修改后的实绩', '新的实绩'],
      ['原因', '更正错字'],
    ],
  ],
  [
    'a registered organisation',
    'registerCandidate',
    '{"campaignId":"id","name":"南昌路自律会","districtCode":"310104","units":42,"summary":"值日"}',
    [
      ['名称', '南昌路自律会'],
      ['所在地区', '徐汇区'],
      ['一句话介绍', '值日'],
    ],
  ],
  [
    'an input cut within a long text',
    'reviseCandidate',
    JSON.stringify({ candidateId: 'id', summary: '短', achievements: LONG, reason: '更正' }).slice(0, 2000),
    [
      ['修改后的介绍', '短'],
      ['修改后的实绩', `${LONG.slice(0, 60)}…`],
    ],
  ],
  ['an input cut within a list', 'createCampaign', '{"name":"选树","criteria":["一","二', [['名称', '选树']]],
  ['an input without anything for people', 'proposeList', '{"campaignId":"id","later":true}', []],
  ['an input that is no object', 'proposeList', 'null', []],
])('tells %s in labelled lines, without ids', (_name, method, input, lines) => {
  expect(actsOf([done('ok', { method, input })])[0]?.lines).toEqual(
    lines.map(([key, value]) => ({ key, value })),
  )
})

it('names who did it and from where, and says what was changed only once', () => {
  const after = '{"role":"reviewer","placeCode":"310106","name":"王示例","endsAt":null}'
  const input = '{"role":"reviewer","placeCode":"310106","name":"王示例","endsAt":null}'
  const part = {
    method: 'grantRole',
    subject: 'role/some-grant',
    after,
    input,
    from: 'desk Chrome · 127.0.0.1',
  }
  expect(actsOf([done('ok', part), anEntry({ method: 'grantRole', input })])[0]).toMatchObject({
    name: '示例管理员',
    placeCode: '310000',
    from: '电脑 Chrome · 127.0.0.1',
    subject: 'role/some-grant',
    lines: [
      { key: '身份', value: '静安区审核员' },
      { key: '授权到', value: '一直有效' },
    ],
    changes: [
      { key: '角色', before: '没有', after: '审核员' },
      { key: '地区', before: '没有', after: '静安区' },
      { key: '姓名', before: '没有', after: '王示例' },
      { key: '最后一天', before: '没有', after: '不限' },
    ],
  })
})
