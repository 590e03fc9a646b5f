import { AUDITED_SERVICES as CHAINS } from '@contract/administration'
import { services } from '@contract/services'
import { AUDITED_SERVICES, actChoices, actWords, serviceWords } from '@/features/administration/words'

/** As the platform decides it: staff methods that change something. */
const audited = Object.values(services).flatMap((service) =>
  Object.entries(service)
    .filter(([, { access, writes }]) => typeof access === 'object' && writes)
    .map(([method]) => method),
)

it.each(audited)('has words for the audited act %s', (method) => {
  expect(actWords(method)).not.toBe(method)
  expect(actChoices.map(({ value }) => value)).toContain(method)
})

it('offers no act to choose that is never in the audit trail, and none twice', () => {
  expect(actChoices.map(({ value }) => value).sort()).toEqual([...audited].sort())
  expect(new Set(actChoices.map(({ text }) => text)).size).toBe(actChoices.length)
})

it('shows an act of a newer cloud by its name', () => {
  expect(actWords('somethingNew')).toBe('somethingNew')
})

it('names every service, and knows each chain of the audit trail', () => {
  for (const service of Object.keys(services)) expect(serviceWords(service)).not.toBe(service)
  expect([...AUDITED_SERVICES].sort()).toEqual([...CHAINS].sort())
})
