import { WORK_KINDS } from '@contract/workKinds'
import { isWorkKind, partsOfWork, workKinds } from '@/features/administration/workKinds'

it('has a name and an icon of its own for every kind of work', () => {
  const entries = Object.values(workKinds)
  expect(Object.keys(workKinds).sort()).toEqual(Object.keys(WORK_KINDS).sort())
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length)
  expect(new Set(entries.map(({ icon }) => icon)).size).toBe(entries.length)
})

it('reads kind and subject from the name of a piece of work', () => {
  expect(partsOfWork('contentReview-AB12-3')).toEqual({ kind: 'contentReview', subjectId: 'AB12-3' })
})

it.each(['', 'contentReview', 'unheardOf-AB12', 'toString-AB12'])(
  'takes %p for no work of ours',
  (workId) => {
    expect(partsOfWork(workId)).toBeNull()
  },
)

it.each([undefined, 'unheardOf', 'constructor'])('takes %p for no kind', (kind) => {
  expect(isWorkKind(kind)).toBe(false)
})
