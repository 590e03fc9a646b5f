import type { HotSpot } from '@contract/caseStatistics'
import { CASE_KEYS, viewOf } from '@/features/administration/caseView'
import { hotSpotName, hotSpotWords, standingTiles } from '@/features/administration/supervisionWords'

const NOW = { open: 9, overdue: 2, dueSoon: 3, suspended: 1, supervised: 4 }

test('each number of how things stand leads to a list that knows its condition', () => {
  const none = Object.fromEntries(CASE_KEYS.map((key) => [key, undefined])) as Record<
    (typeof CASE_KEYS)[number],
    string | undefined
  >
  const views = standingTiles(NOW).map(({ number, filters }) => {
    const { state, only } = viewOf({ ...none, ...filters })
    return [number, state ?? only]
  })
  expect(views).toEqual([
    [9, undefined],
    [2, 'overdue'],
    [3, 'dueSoon'],
    [1, 'suspended'],
    [4, 'supervised'],
  ])
})

const someSpot = (part: Partial<HotSpot>): HotSpot => ({
  hotSpotId: 'spot',
  group: 'trade',
  placeCode: '310106012',
  position: null,
  radiusMetres: 0,
  observed: 9,
  usual: 1,
  fromHotline: 0,
  cases: [],
  foundAt: 0,
  ...part,
})

test.each<[Partial<HotSpot>, string]>([
  [{}, '最近 7 天 9 件，平时 7 天约 1.0 件'],
  [{ usual: 0, fromHotline: 2 }, '最近 7 天 9 件，平时 7 天几乎没有，其中热线 2 件'],
])('a hot spot says what is usual: %j', (part, words) => {
  expect(hotSpotWords(someSpot(part))).toBe(words)
  expect(hotSpotName(someSpot(part))).toBe('经营秩序')
})
