import { CLOSING_NOTICE } from '@contract/limits'
import type { CountView } from '@contract/voting'
import { nextStep } from '@/features/administration/steps'

const NOW = 1_790_000_000_000

const aView = (part: Partial<CountView>): CountView => ({
  votingState: 'closed',
  votingClosesAt: NOW - 60_000,
  settledAt: NOW - 30_000,
  tally: { ballots: 3, votes: {} },
  recount: null,
  list: null,
  counts: null,
  sealedAt: null,
  now: NOW,
  ...part,
})

const aRecount = (state: 'running' | 'equal' | 'repaired' | 'differs') => ({
  recountId: 'r',
  ballotsCounted: 3,
  progress: 1,
  state,
  finishedAt: NOW,
})

const aList = (status: 'proposed' | 'confirmed' | 'published') => ({
  version: 1,
  status,
  ballots: 3,
  entries: [],
  total: 0,
  confirmedBy: [],
  proposedAt: NOW,
  confirmedAt: null,
  publishedAt: null,
})

it.each([
  ['nothing before voting opens', aView({ votingState: 'notOpen' }), null],
  ['closing while voting is open', aView({ votingState: 'open', votingClosesAt: NOW + 86_400_000 }), 'close'],
  [
    'waiting once the end is near',
    aView({ votingState: 'open', votingClosesAt: NOW + CLOSING_NOTICE }),
    'closing',
  ],
  ['waiting for the last ballots', aView({ votingState: 'settling' }), 'settle'],
  ['a recount after that', aView({}), 'recount'],
  ['going on with an unfinished recount', aView({ recount: aRecount('running') }), 'recount'],
  ['another recount when one differs', aView({ recount: aRecount('differs') }), 'recount'],
  ['sealing once the recount agrees', aView({ recount: aRecount('equal') }), 'seal'],
  ['sealing once the count is repaired', aView({ recount: aRecount('repaired') }), 'seal'],
  ['a proposal once the ballots are sealed', aView({ recount: aRecount('equal'), sealedAt: NOW }), 'propose'],
  ['confirming what is proposed', aView({ list: aList('proposed') }), 'confirm'],
  ['publishing what is confirmed', aView({ list: aList('confirmed') }), 'publish'],
  ['nothing more once published', aView({ votingState: 'published', list: aList('published') }), 'done'],
])('offers %s', (_, view, step) => {
  expect(nextStep(view)).toBe(step)
})
