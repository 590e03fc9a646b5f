import type { Grant } from '@contract/accounts'
import {
  isSeenState,
  nominationActWords,
  quotaWords,
  sumOf,
  unitOf,
} from '@/features/administration/nominationWords'
import { receivedUnits } from '@/features/administration/receivedUnits'

const SHANGHAI = '310000'
const JINGAN = '310106'
const campaign = {
  cityCode: SHANGHAI,
  departments: [
    { organisationId: 'D1', name: '商务部门', quota: 2 },
    { organisationId: 'D2', name: '文旅部门', quota: 1 },
  ],
}

const grant = (changes: Partial<Grant>): Grant => ({
  name: '示例',
  role: 'reviewer',
  placeCode: JINGAN,
  organisationId: null,
  endsAt: null,
  ...changes,
})

describe('whose nominations staff find at a place', () => {
  it.each([
    ['a district: all that it has received', [grant({})], JINGAN, [null]],
    [
      'the city: all, or those of one department',
      [grant({ placeCode: SHANGHAI })],
      SHANGHAI,
      [null, 'D1', 'D2'],
    ],
    [
      'a department: its own, and nothing of the city',
      [grant({ placeCode: SHANGHAI, organisationId: 'D2' })],
      SHANGHAI,
      ['D2'],
    ],
    ['a moderator: nothing', [grant({ role: 'moderator' })], JINGAN, []],
    ['another department: nothing', [grant({ placeCode: SHANGHAI, organisationId: 'D9' })], SHANGHAI, []],
  ])('%s', (_name, grants, placeCode, units) => {
    expect(receivedUnits(grants, placeCode, campaign).map(({ departmentId }) => departmentId)).toEqual(units)
  })
})

it('sums the quotas of all units and says them in words', () => {
  const unit = { placeCode: JINGAN, departmentId: null, name: null }
  const sum = sumOf([
    { ...unit, quota: 2, used: 1, waiting: 3 },
    { ...unit, quota: 1, used: 0, waiting: 1 },
  ])
  expect(sum).toEqual({ quota: 3, used: 1, waiting: 4 })
  expect(quotaWords(sum)).toBe('名额 3 个，已用 1 个')
})

it('finds the unit of a nomination: its district, or its department', () => {
  expect(unitOf({ placeCode: '310106012', departmentId: null })).toEqual({
    placeCode: JINGAN,
    departmentId: undefined,
  })
  expect(unitOf({ placeCode: '310106012', departmentId: 'D1' }).departmentId).toBe('D1')
})

it('shows an act of a newer cloud by its name, and takes no state that staff never see from an address', () => {
  expect(nominationActWords('recalled')).toBe('收回推荐')
  expect(nominationActWords('somethingNew')).toBe('somethingNew')
  expect(isSeenState('forwarded')).toBe(true)
  expect(isSeenState('draft')).toBe(false)
})
