import { type FilledForm, formProblems } from '../../../cloudfunctions/nominations/form'
import { isKnownPlace } from '../../../cloudfunctions/platform/placeNames'
import type { FieldKey, PhotoKind } from '../../../contract/campaigns'
import { JINGAN, SHANGHAI } from '../../support/builders'
import { formField, wholeForm } from '../../support/nominations'

/** What is told of a form, part by part. */

const photos = (...kinds: PhotoKind[]) => kinds.map((kind) => ({ kind }))
const six = photos('group', 'group', 'working', 'working', 'street', 'street')

const complete = (changes: Partial<FilledForm> = {}): FilledForm => ({
  name: '南京西路（示例）自律会',
  placeCode: '310106012',
  summary: '沿街商户自己管好门前。',
  values: {
    foundedIn: '2019-05',
    units: 20,
    leader: '示例负责人',
    phone: '021-5550 0123',
    achievements: '好'.repeat(1000),
  },
  photos: six,
  ...changes,
})

const rules = (plan = wholeForm(), area = SHANGHAI) => ({
  plan,
  area,
  isPlace: isKnownPlace,
  month: '2026-11',
})

const told = (form: FilledForm, given = rules()) =>
  formProblems(form, given).map(({ part, message }) => `${part}: ${message}`)

test('a complete form has no problem', () => expect(told(complete())).toEqual([]))

test('an empty form tells everything that is missing at once', () => {
  expect(told({ name: '', placeCode: '', summary: ' ', values: {}, photos: [] })).toEqual([
    'name: 请填写名称，至少 2 个字',
    'place: 请选择所属区域',
    'summary: 请填写一句话介绍，至少 2 个字',
    'foundedIn: 请填写成立时间',
    'units: 请填写组织规模',
    'leader: 请填写组织负责人',
    'phone: 请填写联系方式',
    'achievements: 请填写工作实绩',
    'photos: 照片至少要 6 张，现在有 0 张',
    'photos: 集体照至少要 2 张，现在有 0 张',
    'photos: 工作照至少要 2 张，现在有 0 张',
    'photos: 街面实效照至少要 2 张，现在有 0 张',
  ])
})

const values: [FieldKey, string | number, string | null][] = [
  ['units', 15, null],
  ['units', 14, '组织规模不能少于 15，现在是 14'],
  ['units', 10_001, '组织规模不能多于 10000，现在是 10001'],
  ['units', 20.5, '组织规模要填整数'],
  ['units', '二十家', '组织规模要填数字'],
  ['foundedIn', '2026-11', null],
  ['foundedIn', '2026-12', '成立时间不能晚于这个月'],
  ['foundedIn', '2019-13', '成立时间要选年和月，例如 2019-05'],
  ['foundedIn', '2019年5月', '成立时间要选年和月，例如 2019-05'],
  ['leader', '王', '组织负责人要写 2 至 30 个字'],
  ['phone', '13800000000', null],
  ['phone', '打不通', '联系方式要填电话号码，只写数字，区号后可以用短横'],
  ['achievements', '好'.repeat(999), '工作实绩要写 1000 至 1500 字，现在是 999 字'],
  ['achievements', '好'.repeat(1500), null],
  ['achievements', '好'.repeat(1501), '工作实绩要写 1000 至 1500 字，现在是 1501 字'],
  // Spaces and half-width marks are none, a word or number is one.
  ['achievements', `${'好 '.repeat(999)}, 2023`, null],
  ['honours', '', null],
  ['honours', '奖'.repeat(501), '所获荣誉最多 500 字，现在是 501 字'],
  ['remarks', '  ', null],
]

test.each(values)('%s of %j', (key, value, message) => {
  const form = complete()
  const expected = message === null ? [] : [`${key}: ${message}`]
  expect(told({ ...form, values: { ...form.values, [key]: value } })).toEqual(expected)
})

test('a field that the campaign does not ask for is not looked at', () => {
  const form = complete()
  expect(told({ ...form, values: { ...form.values, area: 0 } })).toEqual([])
})

test('a field without an upper limit has none', () => {
  const plan = { ...wholeForm(), fields: [formField('idea', { min: 3, max: 0 })] }
  const idea = (text: string) => told(complete({ values: { idea: text } }), rules(plan))
  expect(idea('好'.repeat(4000))).toEqual([])
  expect(idea('好好')).toEqual(['idea: 设计说明至少 3 字，现在是 2 字'])
})

test.each([
  ['a city', SHANGHAI, '所属区域请选到区或街镇'],
  ['a village', '310106012001', '所属区域请选到区或街镇'],
  ['a street that is not in the table', '310106999', '所属区域请选到区或街镇'],
  ['a district of another city', '500101', '所属区域不在这次活动的范围内，请重新选择'],
])('%s is no place of an entry', (_what, placeCode, message) => {
  expect(told(complete({ placeCode }))).toEqual([`place: ${message}`])
})

test('a campaign of a district takes entries of that district alone', () => {
  expect(told(complete({ placeCode: JINGAN }), rules(wholeForm(), JINGAN))).toEqual([])
  expect(told(complete({ placeCode: '310115' }), rules(wholeForm(), JINGAN))).toHaveLength(1)
})

test.each<[string, PhotoKind[], string[]]>([
  ['eight', [...six.map(({ kind }) => kind), 'group', 'street'], []],
  [
    'nine',
    [...six.map(({ kind }) => kind), 'group', 'group', 'group'],
    ['照片最多 8 张，现在有 9 张，请删掉一些'],
  ],
  [
    'six of which none is of working',
    ['group', 'group', 'street', 'street', 'street', 'street'],
    ['工作照至少要 2 张，现在有 0 张'],
  ],
  [
    'one of a kind that is not asked for',
    [...six.map(({ kind }) => kind), 'plan'],
    ['这次活动不要设计图，请删掉或改选类型'],
  ],
])('%s photos', (_number, kinds, messages) => {
  expect(told(complete({ photos: photos(...kinds) }))).toEqual(messages.map((each) => `photos: ${each}`))
})
