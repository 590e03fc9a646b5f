import { fail, ok } from '../../contract/result'
import type { voting } from '../../contract/voting'
import { addCandidate, findCandidateByRequest } from '../platform/campaigns/ballotPaper'
import { deletePictures } from '../platform/contents/pictures'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { keepPictures } from './candidatePhotos'
import type { CandidateRow } from './rows'
import * as store from './store'

type Register = Methods<typeof voting>['registerCandidate']

const refuseFrozen = (frozenAt: number) => fail({ code: 'rules_frozen' as const, frozenAt })

const frozenAtOf = async (campaignId: string): Promise<number | null> =>
  (await store.findCampaign(campaignId))?.rulesFrozenAt ?? null

export const registerCandidate: Register = async (call) => {
  const { caller, requestId, note } = call
  const requestKey = keyedName('candidate', caller.accountId, requestId)
  const known = await findCandidateByRequest(requestKey)
  // A repeat must not copy the pictures once more.
  const added = known ? ok(known) : await addWithPictures(call, requestKey)
  if (!added.ok) return added
  const { _id, name, number } = added.value
  note({ subject: `candidate/${_id}`, before: null, after: { name, number } })
  return ok({ candidateId: _id, number })
}

async function addWithPictures(
  { input, caller, requestId, now }: Parameters<Register>[0],
  requestKey: string,
) {
  const campaign = await store.findCampaign(input.campaignId)
  if (!campaign) return fail({ code: 'campaign_not_found' })
  // Decided when it is added; asked before only to copy nothing for nothing.
  if (campaign.rulesFrozenAt !== null) return refuseFrozen(campaign.rulesFrozenAt)
  const kept = await keepPictures(input)
  if (kept === 'unreadable') return fail({ code: 'photo_unreadable' })
  const { cover, photos, copies } = kept
  const added = await addCandidate({
    ...input,
    cover,
    photos: photos.map((photo) => ({ ...photo, original: null, small: null })),
    requestKey,
    nominationId: null,
    history: [{ act: 'registered', requestId, accountId: caller.accountId, at: now }],
  })
  await dropUnused(copies, added)
  if (added === 'full') return fail({ code: 'too_many_candidates' })
  if (added === 'frozen') return refuseFrozen((await frozenAtOf(input.campaignId)) ?? now)
  return ok(added)
}

/** Copies for a candidate that was refused, or that the same request, sent twice at once, has brought with others. */
async function dropUnused(copies: string[], added: CandidateRow | 'frozen' | 'full'): Promise<void> {
  const used = typeof added === 'string' ? [] : [added.cover, ...added.photos.map(({ file }) => file)]
  const unused = copies.filter((copy) => !used.includes(copy))
  if (unused.length > 0) await deletePictures(unused)
}
