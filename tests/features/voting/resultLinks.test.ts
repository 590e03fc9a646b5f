import type { Campaign } from '@contract/voting'
import { resultLinks } from '@/features/voting/resultLinks'
import { routes } from '@/routes'

const campaign = (changes: Partial<Campaign> = {}) =>
  ({
    campaignId: 'C',
    kind: 'sites',
    candidateCount: 0,
    listPublishedAt: null,
    winnersPublishedAt: null,
    ...changes,
  }) as Campaign

const nothing = { campaign: campaign(), hasForwarded: false, session: null }

it.each([
  ['nothing at first', nothing, []],
  ['what was put forward', { ...nothing, hasForwarded: true }, [routes.forwarded('C')]],
  ['candidates', { ...nothing, campaign: campaign({ candidateCount: 30 }) }, [routes.campaign('C')]],
  ['the list', { ...nothing, campaign: campaign({ listPublishedAt: 1 }) }, [routes.results('C')]],
  ['the session', { ...nothing, session: 'preparing' as const }, [routes.publicSession('C')]],
  ['the winners', { ...nothing, campaign: campaign({ winnersPublishedAt: 1 }) }, [routes.showcase('C')]],
])('leads to %s, and to nothing that is not there', (_what, come, addresses) => {
  expect(resultLinks(come).map(({ address }) => address)).toEqual(addresses)
})

it('comes in the order of the stages, and calls entries by their kind', () => {
  const everything = campaign({ candidateCount: 30, listPublishedAt: 1, winnersPublishedAt: 2 })
  const links = resultLinks({ campaign: everything, hasForwarded: true, session: 'closed' })
  expect(links.map(({ title }) => title)).toEqual([
    '各区推荐',
    '候选点位',
    '候选名单和票数',
    '专家评审',
    '获评名单和成果展示',
  ])
})
