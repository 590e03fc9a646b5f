import { createHash } from 'node:crypto'
import type { SessionEntry } from '@contract/judging'
import { checkDraw, lotText } from '@/features/judging/drawCheck'
import { commitmentOf, drawTurns } from '../../../cloudfunctions/judging/draw'

const SEED = createHash('sha256').update('示例').digest('hex')
const entries: SessionEntry[] = ['a1', 'b2', 'c3', 'd4', 'e5'].map((candidateId) => ({
  candidateId,
  name: candidateId,
  districtCode: '310106',
  turn: null,
}))
const drawn = drawTurns(entries, SEED)
const draw = { commitment: commitmentOf(SEED), committedAt: 1, seed: SEED, drawnAt: 2 }

it('agrees with how the cloud draws', () => {
  expect(checkDraw(draw, drawn)).toEqual({ isSeedRight: true, isOrderRight: true })
})

it('can be repeated with any program that computes SHA-256', () => {
  const lots = drawn.map((entry) => createHash('sha256').update(lotText(SEED, entry)).digest('hex'))
  expect([...lots].sort()).toEqual(lots)
})

it('notices another seed than was promised', () => {
  const other = createHash('sha256').update('别的').digest('hex')
  expect(checkDraw({ ...draw, seed: other }, drawTurns(entries, other))).toEqual({
    isSeedRight: false,
    isOrderRight: true,
  })
})

it('notices two entries that were exchanged', () => {
  const exchanged = drawn.map((entry) => ({ ...entry, turn: entry.turn <= 2 ? 3 - entry.turn : entry.turn }))
  expect(checkDraw(draw, exchanged)).toEqual({ isSeedRight: true, isOrderRight: false })
})

it('says nothing before the seed is out', () => {
  expect(checkDraw({ ...draw, seed: null, drawnAt: null }, entries)).toBeNull()
})
