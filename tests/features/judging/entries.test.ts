import type { MySession } from '@contract/judging'
import { entryState, nextToScore, progressOf } from '@/features/judging/entries'
import { inOrder } from '@/words/judging'

const entry = (candidateId: string, turn: number | null) => ({
  candidateId,
  name: candidateId,
  districtCode: '310106',
  turn,
})
const sheet = (candidateId: string) => ({ candidateId, scores: [5000], remark: '', savedAt: 0, version: 1 })

const aSession = (part: Partial<MySession> = {}): MySession => ({
  sessionId: 's',
  campaignId: 'c',
  campaignName: '示例活动',
  kind: 'experts',
  name: '擂台演讲',
  state: 'open',
  startsAt: 0,
  plan: { criteria: [{ name: '成效', points: 100 }], dropHighest: 1, dropLowest: 1, tieBreaks: [] },
  entries: [entry('a', 2), entry('b', 1), entry('d', 3)],
  draw: null,
  speaking: null,
  version: 1,
  memberKind: 'expert',
  recusals: [],
  sheets: [],
  mayScore: true,
  ...part,
})

it('puts entries in speaking order', () => {
  expect(inOrder(aSession().entries).map(({ candidateId }) => candidateId)).toEqual(['b', 'a', 'd'])
})

it('a recusal stands above a sheet that was given before it', () => {
  const session = aSession({ sheets: [sheet('a')], recusals: [{ candidateId: 'a', reason: '亲属' }] })
  expect(entryState(session, 'a')).toBe('recused')
  expect(progressOf(session)).toEqual({ done: 0, due: 2 })
})

it('counts sheets among the entries that are due', () => {
  expect(progressOf(aSession({ sheets: [sheet('a'), sheet('b')] }))).toEqual({ done: 2, due: 3 })
})

it.each<[string, Partial<MySession>, string | null]>([
  ['nobody before the first is called', {}, null],
  ['who is speaking', { speaking: 'a' }, 'a'],
  ['who spoke before and has no sheet yet', { speaking: 'a', sheets: [sheet('a')] }, 'b'],
  ['nobody who has not spoken', { speaking: 'b', sheets: [sheet('b')] }, null],
  [
    'not who the judge is recused from',
    { speaking: 'b', recusals: [{ candidateId: 'b', reason: '亲属' }] },
    null,
  ],
  ['the first without a sheet where nobody speaks', { kind: 'selectionGroup', sheets: [sheet('b')] }, 'a'],
])('offers to score %s', (_, part, candidateId) => {
  expect(nextToScore(aSession(part))?.candidateId ?? null).toBe(candidateId)
})
