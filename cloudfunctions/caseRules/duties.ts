import type { caseRules, DutyHolder } from '../../contract/caseRules'
import { DUTY_KEYS, type Duty } from '../../contract/cases/duties'
import { fail, ok } from '../../contract/result'
import type { SignedInCaller } from '../platform/caller'
import type { Department } from '../platform/cases/routing'
import { findOpenDepartments, listDutyHolders } from '../platform/cases/ruleStore'
import type { Call } from '../platform/checks'
import type { Methods } from '../platform/serve'
import { mayHold } from './rules'
import * as store from './store'

type CaseRulesMethods = Methods<typeof caseRules>

/** An organisation that has been closed stands for nothing, as nothing is given to it. */
const presentHolder = (duty: Duty, department: Department | undefined | null): DutyHolder => ({
  duty,
  organisationId: department?._id ?? null,
  organisationName: department?.name ?? null,
})

export const listDuties: CaseRulesMethods['listDuties'] = async ({ input: { placeCode } }) => {
  const rows = await listDutyHolders([placeCode])
  const open = await findOpenDepartments(rows.flatMap(({ organisationId }) => organisationId ?? []))
  const holders = DUTY_KEYS.map((duty) => {
    const organisationId = rows.find((row) => row.duty === duty)?.organisationId ?? ''
    return presentHolder(duty, open.get(organisationId))
  })
  return ok({ holders })
}

const holderIdOf = (placeCode: string, duty: Duty): string => `${placeCode}-${duty}`

interface Assigning {
  placeCode: string
  duty: Duty
  organisationId: string | null
}

/** Who has it now, and had it before; the same request sent again finds what it has done. */
async function assign(
  { placeCode, duty, organisationId }: Assigning,
  {
    caller,
    requestId,
    now,
    note,
  }: Pick<Call<unknown, SignedInCaller>, 'caller' | 'requestId' | 'now' | 'note'>,
): Promise<string | null> {
  const _id = holderIdOf(placeCode, duty)
  const entry = { requestId, accountId: caller.accountId, at: now }
  for (;;) {
    const before = await store.findHolder(_id)
    const isDone = before
      ? await store.changeHolder(_id, organisationId, entry)
      : (await store.insertHolder({ _id, placeCode, duty, organisationId, history: [entry] })) === 'inserted'
    // Not done, though it was there: by this very request, tried again.
    if (!isDone && before) return (await store.findHolder(_id))?.organisationId ?? null
    if (!isDone) continue
    note({
      subject: `duty/${_id}`,
      before: { organisationId: before?.organisationId ?? null },
      after: { organisationId },
    })
    return organisationId
  }
}

export const assignDuty: CaseRulesMethods['assignDuty'] = async (call) => {
  const { placeCode, duty, organisationId } = call.input
  const wanted = organisationId === null ? [] : [organisationId]
  const department = (await findOpenDepartments(wanted)).get(organisationId ?? '')
  if (organisationId !== null && !(department && mayHold(department.placeCode, placeCode)))
    return fail({ code: 'organisation_not_found' })
  const held = await assign(call.input, call)
  const holder =
    held === organisationId ? department : (await findOpenDepartments(held ? [held] : [])).get(held ?? '')
  return ok({ holder: presentHolder(duty, holder) })
}
