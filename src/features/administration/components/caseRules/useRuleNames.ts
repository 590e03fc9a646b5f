import type { RoutingRule } from '@contract/caseRules'
import type { Category } from '@contract/cases/categories'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import type { Names } from '../../caseRuleWords'
import { usePlaceNames } from '../../usePlaceNames'

const UNKNOWN = '（已经没有）'

/** What rules name by their ids, in words. */
export function useRuleNames(rules: RoutingRule[], categories: Category[]): Names {
  const organisations = [
    ...new Set(rules.flatMap(({ to }) => (to.kind === 'department' ? [to.organisationId] : []))),
  ].sort()
  const place = usePlaceNames(rules.flatMap(({ placeCodes }) => placeCodes))
  const answer = useAnswer(organisations.length > 0 ? organisations.join() : null, async () => {
    const found = await Promise.all(
      organisations.map((organisationId) => call('places', 'getOrganisation', { organisationId })),
    )
    const names = found.flatMap((each) =>
      each.ok
        ? [
            [
              each.value.organisationId,
              each.value.isClosed ? `${each.value.name}（已停用）` : each.value.name,
            ] as const,
          ]
        : [],
    )
    return { ok: true as const, value: new Map(names) }
  })
  return {
    place,
    category: (id) => categories.find(({ categoryId }) => categoryId === id)?.name ?? UNKNOWN,
    organisation: (id) => (answer.state.status === 'ready' ? (answer.state.value.get(id) ?? UNKNOWN) : '…'),
  }
}
