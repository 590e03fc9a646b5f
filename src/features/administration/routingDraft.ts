import type { RoutingRule } from '@contract/caseRules'

/** A routing rule while it is being written. Pure. */

/** Holds for everything and leaves it to the desk, until it is filled in. */
export const newRule = (rules: readonly RoutingRule[]): RoutingRule => {
  const taken = new Set(rules.map(({ ruleId }) => ruleId))
  const numbers = Array.from({ length: rules.length + 1 }, (_, index) => `rule${index + 1}`)
  return {
    ruleId: numbers.find((ruleId) => !taken.has(ruleId)) ?? `rule${rules.length + 2}`,
    name: '',
    categoryIds: [],
    groups: [],
    placeCodes: [],
    hours: null,
    days: null,
    sources: [],
    to: { kind: 'desk' },
    isAutomatic: false,
  }
}
