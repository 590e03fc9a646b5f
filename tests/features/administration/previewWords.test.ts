import type { ListEntry } from '@contract/voting'
import { moved } from '@/features/administration/previewWords'

const at = (rank: number, isListed: boolean): ListEntry => ({
  rank,
  isListed,
  candidateId: 'C-1',
  number: 1,
  name: '示例',
  districtCode: '310106',
  votes: 1,
  score: null,
  total: null,
  decidedBy: null,
})

test.each([
  ['nothing where it stays', at(2, true), at(2, true), null],
  ['nothing where there is nothing to compare with', at(2, true), undefined, null],
  ['the place of before', at(1, true), at(2, true), '按公布的算法第 2 名'],
  ['that it was off the list', at(1, true), at(4, false), '按公布的算法第 4 名，本来未进入名单'],
  ['that it was on the list', at(5, false), at(3, true), '按公布的算法第 3 名，本来进入名单'],
])('says %s', (_, entry, declared, words) => {
  expect(moved(entry, declared)).toBe(words)
})
