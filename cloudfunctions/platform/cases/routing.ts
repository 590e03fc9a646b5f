import type { RoutingRule } from '../../../contract/caseRules'
import type { CaseSource } from '../../../contract/cases/cases'
import type { Category } from '../../../contract/cases/categories'
import type { Duty } from '../../../contract/cases/duties'
import type { Proposal } from '../../../contract/casework'
import { isWithin } from '../../../contract/places/within'
import { shanghaiMinuteOfDay } from '../clock'
import { placeAbove } from './desks'
import type { DutyHolderRow, RoutingRow } from './ruleRows'
import type { Step } from './steps'
import { dayOf, type WorkingCalendar } from './workingTime'

/** Where a new report goes. Pure: rules, holders and organisations are handed in. */

export interface RouteQuestion {
  category: Pick<Category, 'categoryId' | 'group' | 'defaultDuty'>
  placeCode: string
  at: number
  source: CaseSource
}

export type Department = NonNullable<Step['department']>

export interface Route {
  proposal: Proposal
  isAutomatic: boolean
  department: Department | null
}

/** A place and those above it, the finest first. */
export function placeChain(placeCode: string): string[] {
  const above = placeAbove(placeCode)
  return above === null ? [placeCode] : [placeCode, ...placeChain(above)]
}

/** From…until of a day, over midnight when it ends before it begins; the same minute twice is the whole day. */
const isInHours = (minute: number, { from, until }: { from: number; until: number }): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until

/**
 * Whether every condition of a rule holds. Categories and groups are one condition: it is met by either. Whether a day is
 * worked is asked of the day of the report, also for hours that go over midnight.
 */
export function ruleHolds(
  { categoryIds, groups, placeCodes, hours, days, sources }: RoutingRule,
  { category, placeCode, at, source }: RouteQuestion,
  calendar: WorkingCalendar,
): boolean {
  const isOfCategory =
    (categoryIds.length === 0 && groups.length === 0) ||
    categoryIds.includes(category.categoryId) ||
    groups.includes(category.group)
  return (
    isOfCategory &&
    (placeCodes.length === 0 || placeCodes.some((area) => isWithin(placeCode, area))) &&
    (hours === null || isInHours(shanghaiMinuteOfDay(at), hours)) &&
    (days === null || calendar.isWorkday(dayOf(at)) === (days === 'working')) &&
    (sources.length === 0 || sources.includes(source))
  )
}

/** Of the rules of all places above, those of the finest first: the first that holds. */
export const firstRule = (
  question: RouteQuestion,
  chain: readonly string[],
  routings: readonly RoutingRow[],
  calendar: WorkingCalendar,
): RoutingRule | null =>
  chain
    .flatMap((placeCode) => routings.find(({ _id }) => _id === placeCode)?.rules ?? [])
    .find((rule) => ruleHolds(rule, question, calendar)) ?? null

/** Who has a duty: the open organisation at the finest place upward that has one. */
export const holderOf = (
  duty: Duty,
  chain: readonly string[],
  holders: readonly DutyHolderRow[],
  open: ReadonlyMap<string, Department>,
): Department | null =>
  chain
    .flatMap((placeCode) =>
      holders.filter((holder) => holder.placeCode === placeCode && holder.duty === duty),
    )
    .map(({ organisationId }) => (organisationId === null ? undefined : open.get(organisationId)))
    .find((department) => department !== undefined) ?? null

interface Target {
  duty: Duty | null
  department: Department | null
}

function targetOf(
  to: RoutingRule['to'],
  chain: readonly string[],
  holders: readonly DutyHolderRow[],
  open: ReadonlyMap<string, Department>,
): Target {
  if (to.kind === 'desk') return { duty: null, department: null }
  if (to.kind === 'department') return { duty: null, department: open.get(to.organisationId) ?? null }
  return { duty: to.duty, department: holderOf(to.duty, chain, holders, open) }
}

/** By the rule that holds, or else by the category's own duty; without an open organisation it stays with the desk. */
export function routeBy(
  rule: RoutingRule | null,
  question: RouteQuestion,
  holders: readonly DutyHolderRow[],
  open: ReadonlyMap<string, Department>,
): Route {
  const to = rule?.to ?? { kind: 'duty' as const, duty: question.category.defaultDuty }
  const { duty, department } = targetOf(to, placeChain(question.placeCode), holders, open)
  return {
    proposal: {
      how: department === null ? 'desk' : rule === null ? 'duty' : 'rule',
      ruleName: rule?.name ?? null,
      duty,
      departmentId: department?._id ?? null,
      departmentName: department?.name ?? null,
    },
    isAutomatic: department !== null && (rule?.isAutomatic ?? false),
    department,
  }
}
