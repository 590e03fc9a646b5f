import { NOMINATION_REVIEW_TIME } from '../../contract/limits'
import type { FormProblem, nominations } from '../../contract/nominations'
import { fail, ok } from '../../contract/result'
import { grantsFor, loadGrants } from '../platform/access'
import { findCampaign } from '../platform/campaigns/campaigns'
import type { CampaignRow } from '../platform/campaigns/rows'
import { shanghaiDay } from '../platform/clock'
import type { Transaction } from '../platform/database/collection'
import { isKnownPlace } from '../platform/placeNames'
import type { Methods } from '../platform/serve'
import { openWorkIn } from '../platform/work'
import { allValues } from './contact'
import { draftCounter } from './draftCounter'
import { byAuthor, findOwn } from './drafts'
import { formProblems } from './form'
import type { MachineAct, NominationEntry, NominationRow } from './rows'
import { handingInAt, hasDone, isReviewer, orderOf, reviewPlace, unitOf } from './rules'
import * as store from './store'
import { stateAfter } from './transitions'
import { CHANNEL_WORDS } from './words'
import { checkWords, isSameWords, publicWords } from './wordsCheck'

type NominationsMethods = Methods<typeof nominations>
type Submitting = Parameters<NominationsMethods['submitNomination']>[0]

export const submitNomination: NominationsMethods['submitNomination'] = async (call) => {
  const { input, caller } = call
  for (;;) {
    const row = await findOwn(input.nominationId, caller.accountId)
    const campaign = row && (await findCampaign(row.campaignId))
    if (!row || !campaign) return fail({ code: 'nomination_not_found' })
    const before = submittedBy(row, call)
    if (before) return ok({ version: before.version, submittedAt: before.at })
    const refusal = refusalOf(row, campaign, call)
    if (refusal) return refusal
    if (row.channel === 'street' && !(await isStaffThere(row, call)))
      return fail({ code: 'street_role_needed' })
    const words = publicWords(row, campaign)
    const { problems, flag } = await checkWords(caller.openid, words)
    if (problems.length > 0) return fail({ code: 'form_incomplete', problems })
    const outcome = await store.changingNomination(row._id, async (transaction, current) => {
      const plan = current && (await store.findCampaignIn(transaction, current.campaignId))
      if (current?.accountId !== caller.accountId || !plan) return fail({ code: 'nomination_not_found' })
      const first = submittedBy(current, call)
      if (first) return ok({ version: first.version, submittedAt: first.at })
      const late = refusalOf(current, plan, call)
      if (late) return late
      // A photo came in with other words than those that were checked: check again.
      if (!isSameWords(words, publicWords(current, plan))) return 'again' as const
      return handIn(transaction, current, plan, call, flag)
    })
    if (outcome !== 'again') return outcome
  }
}

const submittedBy = ({ history }: NominationRow, { requestId }: Submitting) =>
  hasDone(
    history.filter(({ act }) => act === 'submitted'),
    requestId,
  )

/** Null: nothing stands in the way but what others must be asked about. */
function refusalOf(row: NominationRow, campaign: CampaignRow, { input, now }: Submitting) {
  if (stateAfter('submitted', row.state) === null) return fail({ code: 'nomination_not_editable' })
  const { isOpen, opensAt, closesAt } = handingInAt(campaign, row.state, now)
  if (!isOpen) return fail({ code: 'nominations_closed', opensAt, closesAt })
  if (row.version !== input.version) return fail({ code: 'changed_meanwhile' })
  const problems = problemsOf(row, campaign, now)
  return problems.length > 0 ? fail({ code: 'form_incomplete', problems }) : null
}

const MONTH = 7

function problemsOf(row: NominationRow, { nomination, cityCode }: CampaignRow, now: number): FormProblem[] {
  if (nomination === null) return []
  const form = { ...row, values: allValues(row) }
  const month = shanghaiDay(now).slice(0, MONTH)
  const problems = formProblems(form, { plan: nomination, area: cityCode, isPlace: isKnownPlace, month })
  if (isReviewer(nomination, row.departmentId)) return problems
  return [...problems, { part: 'place', message: '所选的行业管理部门不再受理，请撤回后重新申报' }]
}

/** 街镇和行业推选 is an act of the street, the district or the department, so its staff must do it. */
async function isStaffThere(
  { placeCode, departmentId }: NominationRow,
  { caller, now }: Submitting,
): Promise<boolean> {
  const grants = await loadGrants(caller.accountId, now)
  const access = { roles: ['reviewer', 'administrator'], at: 'record' } as const
  return grantsFor(access, grants, { placeCode, organisationId: departmentId }).length > 0
}

async function handIn(
  transaction: Transaction,
  row: NominationRow,
  campaign: CampaignRow,
  { caller, requestId, now }: Submitting,
  flag: MachineAct | null,
) {
  const version = row.version + 1
  const made = { requestId, at: now, version, state: 'submitted' as const }
  const history: NominationEntry[] = [...row.history, { ...made, ...byAuthor, act: 'submitted' }]
  if (flag) history.push({ ...made, by: 'machine', name: null, act: flag })
  if (row.state === 'draft')
    await store.giveBackIn(transaction, draftCounter(caller.accountId, row.campaignId)._id)
  await store.freezeFormIn(transaction, campaign, now)
  const after: NominationRow = {
    ...row,
    state: 'submitted',
    version,
    submittedAt: now,
    unit: unitOf(row),
    order: orderOf(now, row._id),
    history,
  }
  await store.putNominationIn(transaction, after)
  await openReviewIn(transaction, after, campaign, now)
  return ok({ version, submittedAt: now })
}

/** The work of who reviews it. */
export const openReviewIn = (
  transaction: Transaction,
  row: NominationRow,
  { name, cityCode }: CampaignRow,
  now: number,
): Promise<void> =>
  openWorkIn(transaction, {
    kind: 'reviewNomination',
    subjectId: row._id,
    title: row.name,
    line: `${name} · ${CHANNEL_WORDS[row.channel]}`,
    placeCode: reviewPlace(row, cityCode),
    since: now,
    dueAt: now + NOMINATION_REVIEW_TIME,
  })
