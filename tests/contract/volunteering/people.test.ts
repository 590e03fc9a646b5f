import { ageAt } from '../../../contract/volunteering/people'

const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

// The day of birth is not known: whoever was born in May is a year older once May is over.
test.each([
  ['2008-05', '2026-04-30', 17],
  ['2008-05', '2026-05-31', 17],
  ['2008-05', '2026-06-01', 18],
  ['2008-12', '2026-12-31', 17],
  ['2008-12', '2027-01-01', 18],
  ['2018-11', '2026-11-30', 7],
  ['2018-11', '2026-12-01', 8],
])('who was born in %s is on %s %s years old', (bornIn, day, age) => {
  expect(ageAt(bornIn, at(day))).toBe(age)
})
