import { stepWithin, workAfter } from '@/features/administration/nextWork'

const items = ['a', 'b', 'c'].map((workId) => ({ workId }))

it.each([
  ['the one below', 'a', 'b'],
  ['the one above when it was the last', 'c', 'b'],
  ['the first when it is not in the list', 'elsewhere', 'a'],
])('after a piece of work opens %s', (_name, done, next) => {
  expect(workAfter(items, done)?.workId).toBe(next)
})

it('opens nothing after the only piece of work', () => {
  expect(workAfter([{ workId: 'a' }], 'a')).toBeNull()
  expect(workAfter([], 'a')).toBeNull()
})

it.each<[string, number, 'up' | 'down', number]>([
  ['goes down', 0, 'down', 1],
  ['goes up', 2, 'up', 1],
  ['stays at the end', 2, 'down', 2],
  ['stays at the beginning', 0, 'up', 0],
  ['begins at the first', -1, 'down', 0],
  ['begins at the first upwards as well', -1, 'up', 0],
])('an arrow key %s', (_name, index, direction, expected) => {
  expect(stepWithin(3, index, direction)).toBe(expected)
})
