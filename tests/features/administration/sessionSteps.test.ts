import type { ChairView, SessionState } from '@contract/judging'
import {
  isDue,
  missingSheets,
  nextSessionStep,
  nextSpeaker,
  scoredWords,
  sheetsGiven,
} from '@/features/administration/sessionSteps'

const entry = (candidateId: string, turn: number | null) => ({
  candidateId,
  name: `组织${candidateId}`,
  districtCode: '310106',
  turn,
})
const progress = (candidateId: string, missing: string[]) => ({
  candidateId,
  scored: 5 - missing.length,
  expected: 5,
  missing,
})
const panel = (number: number): ChairView['panel'] =>
  Array.from({ length: number }, (_, index) => ({
    judgeId: `j${index}`,
    accountId: `a${index}`,
    name: `评委${index}`,
    memberKind: 'expert',
    recusals: [],
  }))

const aView = (state: SessionState, part: Partial<ChairView> = {}): ChairView => ({
  sessionId: 's',
  campaignId: 'c',
  campaignName: '示例活动',
  kind: 'experts',
  name: '擂台演讲',
  state,
  startsAt: 0,
  plan: { criteria: [{ name: '成效', points: 100 }], dropHighest: 1, dropLowest: 1, tieBreaks: [] },
  entries: [entry('a', 2), entry('b', 1)],
  draw: null,
  speaking: null,
  version: 1,
  panel: panel(5),
  progress: [progress('a', ['评委0', '评委1', '评委2', '评委3', '评委4']), progress('b', ['评委4'])],
  results: null,
  closedAt: null,
  ...part,
})

it.each<[string, ChairView, ReturnType<typeof nextSessionStep>]>([
  ['seating judges until the panel is large enough', aView('preparing', { panel: panel(4) }), 'seat'],
  ['fixing the entries once it is', aView('preparing'), 'commit'],
  ['the draw', aView('committed'), 'draw'],
  ['opening', aView('drawn'), 'open'],
  ['calling the first', aView('open'), 'call'],
  ['calling the next', aView('open', { speaking: 'b' }), 'call'],
  ['closing after the last', aView('open', { speaking: 'a' }), 'close'],
  ['closing where nobody speaks', aView('open', { kind: 'selectionGroup' }), 'close'],
  ['nothing more once closed', aView('closed'), 'done'],
])('offers %s', (_, view, step) => {
  expect(nextSessionStep(view)).toBe(step)
})

it('calls speakers in the drawn order', () => {
  expect(nextSpeaker(aView('open'))?.candidateId).toBe('b')
  expect(nextSpeaker(aView('open', { speaking: 'b' }))?.candidateId).toBe('a')
  expect(nextSpeaker(aView('open', { speaking: 'a' }))).toBeNull()
})

it('waits for sheets of who speaks or has spoken, and of everyone where nobody speaks', () => {
  const view = aView('open', { speaking: 'b' })
  expect(view.entries.map((each) => isDue(view, each))).toEqual([false, true])
  const group = aView('open', { kind: 'selectionGroup' })
  expect(group.entries.map((each) => isDue(group, each))).toEqual([true, true])
})

it('says how many have scored, and who is missing where', () => {
  const view = aView('open')
  expect(scoredWords(progress('b', ['评委4']))).toBe('5 位评委已有 4 位评分')
  expect(sheetsGiven(view)).toEqual({ scored: 4, expected: 10 })
  expect(missingSheets(view).map(({ name, missing }) => [name, missing.length])).toEqual([
    ['组织b', 1],
    ['组织a', 5],
  ])
})
