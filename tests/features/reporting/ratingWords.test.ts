import { consequence, reasonsFor } from '@/features/reporting/ratingWords'

it.each([
  [0, []],
  [1, ['notDone', 'halfDone', 'cameBack', 'slow', 'unexplained']],
  [3, ['quick', 'thorough', 'explained', 'notDone', 'halfDone', 'cameBack', 'slow', 'unexplained']],
  [5, ['quick', 'thorough', 'explained']],
])('offers reasons that fit %s stars', (stars, reasons) => {
  expect(reasonsFor(stars)).toEqual(reasons)
})

it.each([
  [1, 'reopens', '退回原部门'],
  [2, 'supervised', '督办人'],
] as const)('tells before it is sent what %s stars lead to', (stars, then, words) => {
  expect(consequence(stars, then)).toContain(words)
})

it('announces nothing to who is satisfied', () => {
  expect(consequence(3, 'reopens')).toBeNull()
})
