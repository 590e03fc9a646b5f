import type { administration } from '../../contract/administration'
import { PAGE_SIZE } from '../../contract/limits'
import { ok } from '../../contract/result'
import { kindsFor } from '../../contract/workKinds'
import type { RoleGrant } from '../platform/access'
import type { Methods } from '../platform/serve'
import type { WorkRow } from '../platform/work'
import * as store from './store'

/** What waits for staff, of every kind. */

type AdministrationMethods = Methods<typeof administration>

const kindsOf = (grants: RoleGrant[]) => kindsFor(grants.map(({ role }) => role))

export const countWork: AdministrationMethods['countWork'] = async ({ input, grants, now }) => {
  const kinds = kindsOf(grants)
  const counts = kinds.length === 0 ? [] : await store.countWaiting(input.placeCode, kinds, now)
  return ok({ counts, now })
}

const present = ({ _id, kind, subjectId, title, line, placeCode, ...row }: WorkRow) => ({
  workId: _id,
  kind,
  subjectId,
  title,
  line,
  placeCode,
  since: row.since,
  dueAt: row.dueAt,
  isWaiting: row.isWaiting,
  doneAt: row.doneAt,
})

export const listWork: AdministrationMethods['listWork'] = async ({ input, grants, now }) => {
  const kinds = kindsOf(grants).filter((kind) => input.kind === undefined || kind === input.kind)
  const rows = kinds.length === 0 ? [] : await store.listWork({ ...input, kinds, now })
  const shown = rows.slice(0, PAGE_SIZE)
  const next = rows.length > PAGE_SIZE ? (shown.at(-1)?.order ?? null) : null
  return ok({ items: shown.map(present), next, now })
}
