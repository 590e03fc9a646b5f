import { AUDITED_SERVICES } from '@contract/administration'
import { services } from '@contract/services'

test('the audit trail of every service can be checked', () => {
  expect([...AUDITED_SERVICES].sort()).toEqual(Object.keys(services).sort())
})
