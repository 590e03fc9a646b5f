import type { casework } from '../../contract/casework'
import { fail, ok } from '../../contract/result'
import type { Scope } from '../platform/access'
import { unseal } from '../platform/sealed'
import type { Methods } from '../platform/serve'
import * as store from './store'

/** Who has to ask the person who reported it something. */

/** Only whoever has the case now: its department, and its desk and those above. */
export const placeOfContact = async ({ caseId }: { caseId: string }): Promise<Scope | null> => {
  const row = await store.findCase(caseId)
  return row && { placeCode: row.deskCode, organisationId: row.departmentId }
}

interface KeptContact {
  name?: string
  phone: string
}

export const revealReporterContact: Methods<typeof casework>['revealReporterContact']['run'] = async ({
  input,
  note,
}) => {
  const row = await store.findCase(input.caseId)
  if (!row) return fail({ code: 'case_not_found' })
  note({ subject: `case/${row.number}`, before: null, after: null })
  if (row.sealedContact === null) return fail({ code: 'contact_not_given' })
  const { name, phone } = JSON.parse(unseal(row._id, row.sealedContact)) as KeptContact
  return ok({ name: name ?? null, phone })
}
