import type { Grant } from '@contract/accounts'
import type { Role } from '@contract/method'
import { kindsFor } from '@contract/workKinds'
import { menuOf, overviewAt, sectionAt } from '@/features/administration/menu'
import { placesOf, placeToRegister, rolesAt, workplaceOf } from '@/features/administration/workplace'

const SHANGHAI = '310000'
const JINGAN = '310106'
const PUDONG = '310115'
const STREET = '310106011'

const held = (role: Role, placeCode: string, organisationId: string | null = null): Grant => ({
  role,
  placeCode,
  organisationId,
  name: '示例',
  endsAt: null,
})

const CITY = [held('administrator', SHANGHAI)]
const TWO_DISTRICTS = [held('reviewer', PUDONG), held('moderator', JINGAN)]
const LEADER = [held('organisationLeader', JINGAN, 'org-1')]

it.each<[string, Grant[], string, Role[]]>([
  ['at the place itself', CITY, SHANGHAI, ['administrator']],
  ['at a district below', CITY, JINGAN, ['administrator']],
  ['at a street below', CITY, STREET, ['administrator']],
  ['not above the place', TWO_DISTRICTS, SHANGHAI, []],
  ['not in the next district', TWO_DISTRICTS, PUDONG, ['reviewer']],
  ['from every level', [...CITY, held('auditor', JINGAN)], STREET, ['administrator', 'auditor']],
  ['in an organisation only at its own place', LEADER, JINGAN, ['organisationLeader']],
  ['in an organisation not at the places below', LEADER, STREET, []],
])('a role counts %s', (_name, grants, placeCode, roles) => {
  expect(rolesAt(grants, placeCode)).toEqual(roles)
})

it('offers the places of the roles, the largest first, and an organisation only where there is nothing else', () => {
  expect(placesOf([held('auditor', STREET), ...TWO_DISTRICTS, ...CITY])).toEqual([
    SHANGHAI,
    JINGAN,
    PUDONG,
    STREET,
  ])
  expect(placesOf([...CITY, ...LEADER])).toEqual([SHANGHAI])
  expect(placesOf(LEADER)).toEqual([JINGAN])
})

it.each<[string, string | undefined, string | undefined, string | null]>([
  ['the address asks for', PUDONG, JINGAN, PUDONG],
  ['the person worked at last', undefined, PUDONG, PUDONG],
  ['comes first', undefined, undefined, JINGAN],
  ['comes first when the last one was somebody else’s', undefined, SHANGHAI, JINGAN],
])('works at the place that %s', (_name, asked, last, placeCode) => {
  expect(workplaceOf(TWO_DISTRICTS, asked, last)?.placeCode).toBe(placeCode)
})

it('works nowhere when the address asks for a place that is not theirs, or without any role', () => {
  expect(workplaceOf(TWO_DISTRICTS, SHANGHAI, JINGAN)).toBeNull()
  expect(workplaceOf([], undefined, undefined)).toBeNull()
})

it.each<[Role, string[], string[]]>([
  [
    'administrator',
    ['contentReview', 'reviewNomination', 'countVotes', 'abnormalVoting', 'hoursAppeal'],
    [
      '案件',
      '案件统计',
      '热点',
      '办案规则',
      '热线工单',
      '单位每周活动',
      '志愿服务月报',
      '投票活动',
      '申报情况',
      '志愿时长',
      '公众意见',
      '人员',
      '组织',
      '工作记录',
      '运行情况',
      '开放接口',
    ],
  ],
  ['moderator', ['contentReview'], ['公众意见']],
  ['reviewer', ['reviewNomination'], ['投票活动', '申报情况', '公众意见']],
  ['auditor', [], ['人员', '工作记录']],
  ['operator', [], ['运行情况']],
  ['judge', [], ['我的评审']],
  ['dispatcher', [], ['案件', '案件统计', '热点', '办案规则', '热线工单']],
  ['supervisor', [], ['案件', '案件统计', '热点', '办案规则', '单位每周活动', '志愿服务月报']],
])('shows a %s their work and their part of the menu', (role, kinds, names) => {
  const grants = [held(role, JINGAN)]
  expect(kindsFor([role])).toEqual(kinds)
  expect(menuOf({ placeCode: JINGAN, roles: [role] }, grants).map(({ name }) => name)).toEqual(names)
})

it('leads the head of an organisation to it', () => {
  const [entry] = menuOf({ placeCode: JINGAN, roles: ['organisationLeader'] }, LEADER)
  expect(entry).toMatchObject({ name: '我负责的组织' })
  expect(entry?.address).toContain('organisationId=org-1')
})

it('leads a handler to the cases of the department', () => {
  const [entry, ...rest] = menuOf({ placeCode: JINGAN, roles: ['handler'] }, [
    { ...held('handler', JINGAN), organisationId: 'org-2' },
  ])
  expect(entry).toMatchObject({ name: '我的处置' })
  expect(entry?.address).toContain('organisationId=org-2')
  expect(rest).toEqual([])
})

it('keeps the part of the workbench at another place where the roles there allow it', () => {
  const grants = [held('administrator', JINGAN), held('reviewer', PUDONG)]
  const inPudong = { placeCode: PUDONG, roles: rolesAt(grants, PUDONG) }
  const inJingan = { placeCode: JINGAN, roles: rolesAt(grants, JINGAN) }
  expect(sectionAt('staff', inJingan, grants)).toContain(`pages/staff/index?placeCode=${JINGAN}`)
  expect(sectionAt('contentReview', inJingan, grants)).toContain(`placeCode=${JINGAN}&kind=contentReview`)
  expect(sectionAt('staff', inPudong, grants)).toBe(overviewAt(PUDONG))
  expect(sectionAt('contentReview', inPudong, grants)).toBe(overviewAt(PUDONG))
})

it.each<[string, Grant[], string, string | null]>([
  ['all of the city for its administrator', CITY, SHANGHAI, SHANGHAI],
  ['all of the city for its administrator, wherever they work', CITY, JINGAN, SHANGHAI],
  ['the district that one reviews', TWO_DISTRICTS, JINGAN, PUDONG],
  [
    'of two districts the one where one works',
    [held('reviewer', PUDONG), held('reviewer', JINGAN)],
    JINGAN,
    JINGAN,
  ],
  ['nowhere by a role at a street', [held('administrator', STREET)], STREET, null],
  ['nowhere in another city', [held('reviewer', '110101')], '110101', null],
  ['nowhere for those who only look after contents', [held('moderator', SHANGHAI)], SHANGHAI, null],
  ['nowhere by a role in an organisation', [held('reviewer', JINGAN, 'org-1')], JINGAN, null],
])('candidates are registered in %s', (_name, grants, workingAt, place) => {
  expect(placeToRegister(grants, SHANGHAI, workingAt)).toBe(place)
})
