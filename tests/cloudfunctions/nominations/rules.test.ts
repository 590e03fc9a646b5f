import { candidateFacts } from '../../../cloudfunctions/nominations/candidate'
import { contactOf, partedValues } from '../../../cloudfunctions/nominations/contact'
import {
  authorMay,
  forwardingClosesAt,
  handingInAt,
  isLargeEnough,
  mayForwardAt,
  nominationStage,
  quotaOf,
  reviewPlace,
  unitOf,
} from '../../../cloudfunctions/nominations/rules'
import { ACTS, type Act, stateAfter } from '../../../cloudfunctions/nominations/transitions'
import type { Stage } from '../../../contract/campaigns'
import { NOMINATION_STATES, type NominationState } from '../../../contract/nominations'
import { JINGAN, PUDONG, SHANGHAI } from '../../support/builders'
import { formField, shortForm, wholeForm } from '../../support/nominations'

const ALLOWED: Record<Act, [NominationState, NominationState][]> = {
  started: [],
  submitted: [
    ['draft', 'submitted'],
    ['returned', 'submitted'],
  ],
  withdrawn: [
    ['draft', 'withdrawn'],
    ['submitted', 'withdrawn'],
    ['returned', 'withdrawn'],
  ],
  returned: [['submitted', 'returned']],
  forwarded: [['submitted', 'forwarded']],
  recalled: [['forwarded', 'submitted']],
  declined: [['submitted', 'declined']],
  admitted: [['forwarded', 'admitted']],
}

describe.each(ACTS)('%s', (act) => {
  test.each(NOMINATION_STATES)('from %s', (state) => {
    const allowed = ALLOWED[act].find(([from]) => from === state)
    expect(stateAfter(act, state)).toBe(allowed?.[1] ?? null)
  })
})

const stage = (kind: Stage['kind'], opensAt: number, closesAt: number): Stage => ({
  kind,
  name: kind,
  opensAt,
  closesAt,
})

/** Nominations from 100 to 200, voting from 300. */
const plan = (changes: object = {}) => ({
  stages: [stage('nomination', 100, 200), stage('selection', 200, 400)],
  nomination: shortForm(),
  hasVoting: true,
  votingOpensAt: 300,
  rulesFrozenAt: null as number | null,
  ...changes,
})

describe('when a nomination can be handed in', () => {
  test.each<[NominationState, number, boolean]>([
    ['draft', 99, false],
    ['draft', 100, true],
    ['draft', 199, true],
    ['draft', 200, false],
    ['returned', 199, true],
    ['returned', 299, true],
    ['returned', 300, false],
  ])('a %s one at %i: %s', (state, now, isOpen) => {
    expect(handingInAt(plan(), state, now).isOpen).toBe(isOpen)
    expect(authorMay(plan(), state, now)).toEqual({ mayEdit: isOpen, maySubmit: isOpen, mayWithdraw: true })
  })

  test.each(['submitted', 'forwarded', 'declined', 'admitted', 'withdrawn'] as const)(
    'never while it is %s',
    (state) => expect(authorMay(plan(), state, 150).mayEdit).toBe(false),
  )

  test('a returned one no more once the ballot paper is frozen', () => {
    expect(handingInAt(plan({ rulesFrozenAt: 250 }), 'returned', 260).isOpen).toBe(false)
  })

  test('in no campaign that takes no nominations', () => {
    expect(nominationStage(plan({ nomination: null }), 150)).toBeNull()
    expect(handingInAt(plan({ nomination: null, hasVoting: false, stages: [] }), 'draft', 150).isOpen).toBe(
      false,
    )
  })

  test('of several stages the open one counts, then the next', () => {
    const stages = [stage('nomination', 100, 200), stage('nomination', 250, 280)]
    expect(nominationStage(plan({ stages }), 150)).toMatchObject({ opensAt: 100 })
    expect(nominationStage(plan({ stages }), 210)).toMatchObject({ opensAt: 250 })
    expect(nominationStage(plan({ stages }), 290)).toMatchObject({ opensAt: 250 })
  })
})

test.each([
  ['voting opens', {}, 300],
  ['without voting, the panel begins', { hasVoting: false, stages: [stage('expertReview', 500, 600)] }, 500],
  [
    'without either, the last stage but the showcase ends',
    { hasVoting: false, stages: [stage('selection', 200, 400), stage('showcase', 400, 900)] },
    400,
  ],
])('forwarding ends when %s', (_what, changes, at) => {
  expect(forwardingClosesAt(plan(changes))).toBe(at)
  expect(mayForwardAt(plan(changes), at - 1)).toBe(true)
  expect(mayForwardAt(plan(changes), at)).toBe(false)
})

test('a street counts against its district, a department against itself', () => {
  expect(unitOf({ departmentId: null, placeCode: '310106012' })).toBe(JINGAN)
  expect(unitOf({ departmentId: 'dep', placeCode: '310106012' })).toBe('dep')
})

test('a quota is that of the district or department, else the common one; a department that is no more has none', () => {
  const quotas = {
    perDistrict: 2,
    districts: [{ placeCode: PUDONG, quota: 3 }],
    departments: [{ organisationId: 'dep', name: '示例部门', quota: 1 }],
  }
  expect(quotaOf(quotas, { departmentId: null, placeCode: '310106012' })).toBe(2)
  expect(quotaOf(quotas, { departmentId: null, placeCode: PUDONG })).toBe(3)
  expect(quotaOf(quotas, { departmentId: 'dep', placeCode: PUDONG })).toBe(1)
  expect(quotaOf(quotas, { departmentId: 'gone', placeCode: PUDONG })).toBe(0)
})

test('an entry is reviewed where it is, but by a department at the place of the campaign', () => {
  expect(reviewPlace({ departmentId: null, placeCode: '310106012' }, SHANGHAI)).toBe('310106012')
  expect(reviewPlace({ departmentId: 'dep', placeCode: '310106012' }, SHANGHAI)).toBe(SHANGHAI)
})

test.each([
  [2480, 3425, true],
  [3425, 2480, true],
  [2479, 9000, false],
  [3000, 3424, false],
])('%i×%i pixels, whichever way it is turned', (width, height, isFine) => {
  expect(isLargeEnough({ width, height }, { shortSide: 2480, longSide: 3425 })).toBe(isFine)
})

test('facts are the public fields in the order of the form, without what is judged', () => {
  const values = { units: 20, foundedIn: '2019-05', achievements: '好', honours: '', remarks: '内部' }
  expect(candidateFacts({ values }, wholeForm().fields)).toEqual([
    { label: '成立时间', text: '2019年5月' },
    { label: '组织规模', text: '20 家' },
  ])
})

describe('what is kept of a form', () => {
  beforeAll(() => {
    process.env.GONGZHI_SECRET = 'only-for-tests-0123456789abcdef0123456789abcdef'
  })

  test('names and telephones apart and sealed, the rest as it is, what is not asked for not at all', () => {
    const typed = { units: 20, leader: '示例负责人', phone: '021-55500123', area: 5 }
    const kept = partedValues('one', typed, [formField('units'), formField('leader'), formField('phone')])
    expect(kept.values).toEqual({ units: 20 })
    expect(kept.sealedContact).not.toContain('55500123')
    expect(contactOf({ _id: 'one', ...kept })).toEqual({ leader: '示例负责人', phone: '021-55500123' })
    expect(() => contactOf({ _id: 'other', ...kept })).toThrow()
  })

  test('nothing sealed where neither is filled in', () => {
    expect(partedValues('one', { leader: ' ' }, [formField('leader')]).sealedContact).toBeNull()
  })
})
