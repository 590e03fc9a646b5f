import { CASE_SOURCES, type CaseSource } from '@contract/cases/cases'
import { CASE_STATES, type CaseState } from '@contract/cases/workflow'
import type { QueueCounts } from '@contract/casework'

/** Which cases a desk looks at: as the address says it, and as the cloud is asked. Pure. */

export const CASE_KEYS = [
  'scope',
  'state',
  'only',
  'categoryId',
  'departmentId',
  'source',
  'show',
  'caseId',
] as const
export type CaseFilters = Record<(typeof CASE_KEYS)[number], string | undefined>

const CONDITIONS = ['overdue', 'dueSoon', 'asked', 'reopened', 'dissatisfied'] as const
export type Condition = (typeof CONDITIONS)[number]

export const conditionWords: Record<Condition, string> = {
  overdue: '超期',
  dueSoon: '8 小时内到期',
  asked: '有申请',
  reopened: '重开过',
  dissatisfied: '不满意',
}

/** `desk`: what this place's own desk has to do with. `area`: everything that lies there and below. */
export type Scope = 'desk' | 'area'

export interface CaseView {
  scope: Scope
  /** Undefined: whatever somebody still has to do something about. */
  state: CaseState | undefined
  only: Condition | undefined
  categoryId: string | undefined
  departmentId: string | undefined
  source: CaseSource | undefined
  /** In WeChat and on the phone a list; anywhere a map as well. */
  show: 'list' | 'map'
  caseId: string | undefined
}

const oneOf = <Value extends string>(
  values: readonly Value[],
  value: string | undefined,
): Value | undefined => values.find((each) => each === value)

/** What the address does not say, or says wrongly, is left open. */
export const viewOf = (filters: CaseFilters): CaseView => ({
  scope: filters.scope === 'area' ? 'area' : 'desk',
  state: oneOf(CASE_STATES, filters.state),
  only: oneOf(CONDITIONS, filters.only),
  categoryId: filters.categoryId,
  departmentId: filters.departmentId,
  source: oneOf(CASE_SOURCES, filters.source),
  show: filters.show === 'map' ? 'map' : 'list',
  caseId: filters.caseId,
})

/** What the cloud is asked for. */
export const askedOf = (
  placeCode: string,
  { scope, state, only, categoryId, departmentId, source }: CaseView,
) => ({
  placeCode,
  scope,
  state,
  only,
  categoryId,
  departmentId,
  source,
})

/** How many of the conditions that are not in sight are set. */
export const hiddenConditions = ({ scope, state, categoryId, departmentId, source }: CaseView): number =>
  [scope === 'area' ? scope : undefined, endedState(state), categoryId, departmentId, source].filter(Boolean)
    .length

/** Looked at now and then, so without a tab of their own. */
export const ENDED_STATES = ['refused', 'merged', 'withdrawn'] as const

export const endedState = (state: CaseState | undefined) => oneOf(ENDED_STATES, state)

type TabValue = CaseState | 'all'
export interface CaseTab {
  value: TabValue
  name: string
}

/** In the order in which a case goes through them. */
export const caseTabs: CaseTab[] = [
  { value: 'all', name: '在办' },
  { value: 'reported', name: '待受理' },
  { value: 'accepted', name: '待立案' },
  { value: 'filed', name: '待派遣' },
  { value: 'dispatched', name: '待接单' },
  { value: 'handling', name: '处置中' },
  { value: 'handled', name: '待核查' },
  { value: 'verified', name: '待结案' },
  { value: 'supervised', name: '督办' },
  { value: 'suspended', name: '挂账' },
  { value: 'closed', name: '已结案' },
]

/** States whose number says that somebody at the desk has to act, or how much is on its way. */
const isCounted = (value: TabValue): value is CaseState => value !== 'all' && value !== 'closed'

/** `待受理 3`; without a number where there is none or nothing waits. */
export const tabText = ({ value, name }: CaseTab, counts: QueueCounts | null): string => {
  const number = counts && isCounted(value) ? (counts.states[value] ?? 0) : 0
  return number > 0 ? `${name} ${number}` : name
}

export const conditionText = (only: Condition, counts: QueueCounts | null): string => {
  const number = counts && (only === 'overdue' || only === 'asked') ? counts[only] : 0
  return number > 0 ? `${conditionWords[only]} ${number}` : conditionWords[only]
}

/** What waits for the desk itself, for the overview; in the order of the work. */
export const waitingAtDesk = (
  counts: QueueCounts,
): { name: string; number: number; filters: Partial<CaseFilters> }[] =>
  [
    ...caseTabs
      .filter(({ value }) =>
        ['reported', 'accepted', 'filed', 'handled', 'verified', 'supervised'].includes(value),
      )
      .map(({ value, name }) => ({
        name,
        number: isCounted(value) ? (counts.states[value] ?? 0) : 0,
        filters: { state: value },
      })),
    ...(['overdue', 'asked'] as const).map((only) => ({
      name: conditionWords[only],
      number: counts[only],
      filters: { only },
    })),
  ].filter(({ number }) => number > 0)
