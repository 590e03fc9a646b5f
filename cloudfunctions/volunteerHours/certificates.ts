import { CERTIFICATE_CODE_LENGTH, CERTIFICATE_ENTRIES_MAX } from '../../contract/limits'
import { fail, ok } from '../../contract/result'
import type { CertificatePaper, volunteerHours } from '../../contract/volunteerHours'
import { shanghaiDay } from '../platform/clock'
import { saveDocument } from '../platform/documents/saveDocument'
import { seal, unseal } from '../platform/sealed'
import { keyedName } from '../platform/secrets'
import type { Methods } from '../platform/serve'
import { findVolunteer, openVolunteer } from '../platform/volunteering/names'
import type { HourEntryRow } from '../platform/volunteering/rows'
import { pageOf } from './pages'
import { composePaper, standingOf } from './paper'
import { presentPaper, presentTakenBack } from './presented'
import type { CertificateRow, SealedPaper } from './rows'
import { orderOf } from './rules'
import * as store from './store'

/** Certificates 志愿服务记录证明 over recorded hours, and the page where anyone who holds one verifies it. */

type HoursMethods = Methods<typeof volunteerHours>

/**
 * 80 bits that nobody can guess. It follows from account and request by the key that only the functions have, so the same
 * request twice makes one certificate.
 */
const checkCodeOf = (accountId: string, requestId: string): string =>
  keyedName('certificateCode', accountId, requestId).slice(0, CERTIFICATE_CODE_LENGTH)

const certificateIdOf = (checkCode: string): string => keyedName('certificate', checkCode)

export const paperOf = ({ _id, sealed }: CertificateRow): SealedPaper =>
  JSON.parse(unseal(_id, sealed)) as SealedPaper

/** As it holds now. */
async function readPaper(
  row: CertificateRow,
): Promise<{ paper: SealedPaper; standing: CertificatePaper['standing'] }> {
  const paper = paperOf(row)
  const entries = row.withdrawnAt === null ? await listAllBetween(row.accountId, row) : []
  return { paper, standing: standingOf(row, paper, entries) }
}

/** Corrections may have made them more than a certificate can be issued about. */
async function listAllBetween(
  accountId: string,
  time: { from: string; until: string },
): Promise<HourEntryRow[]> {
  const found: HourEntryRow[] = []
  for (;;) {
    const page = await store.listEntriesBetween(accountId, time, found.length)
    found.push(...page)
    if (page.length < CERTIFICATE_ENTRIES_MAX) return found
  }
}

async function present(row: CertificateRow): Promise<CertificatePaper> {
  const { paper, standing } = await readPaper(row)
  return presentPaper(row, paper, standing)
}

export const issueCertificate: HoursMethods['issueCertificate'] = async ({
  input,
  caller: { accountId },
  requestId,
  now,
}) => {
  const checkCode = checkCodeOf(accountId, requestId)
  const _id = certificateIdOf(checkCode)
  const known = await store.findCertificate(_id)
  if (known) return ok({ certificate: await present(known) })
  const volunteer = await findVolunteer(accountId)
  if (!volunteer) return fail({ code: 'not_volunteer' })
  const { from, organisationId } = input
  // A paper says nothing about days that are still to come.
  const today = shanghaiDay(now)
  const until = input.until < today ? input.until : today
  const composed = composePaper(await store.listEntriesBetween(accountId, { from, until }), organisationId)
  if ('problem' in composed) return fail({ code: composed.problem })
  const paper: SealedPaper = { ...composed.paper, checkCode, name: openVolunteer(volunteer).name }
  const row: CertificateRow = {
    _id,
    accountId,
    sealed: seal(_id, JSON.stringify(paper)),
    organisationId,
    from,
    until,
    lastEntry: composed.lastEntry,
    issuedAt: now,
    withdrawnAt: null,
    order: orderOf(now, _id),
  }
  const isFirst = (await store.insertCertificate(row)) === 'inserted'
  const kept = isFirst ? row : ((await store.findCertificate(_id)) ?? row)
  return ok({ certificate: await present(kept) })
}

export const listMyCertificates: HoursMethods['listMyCertificates'] = async ({
  input,
  caller: { accountId },
}) => {
  const rows = await store.listCertificatesOf(accountId, input.after)
  const { page, next } = pageOf(rows, ({ order }) => order)
  return ok({ certificates: await Promise.all(page.map(present)), next })
}

const findOwn = async (checkCode: string, accountId: string): Promise<CertificateRow | null> => {
  const row = await store.findCertificate(certificateIdOf(checkCode))
  return row?.accountId === accountId ? row : null
}

export const withdrawCertificate: HoursMethods['withdrawCertificate'] = async ({
  input,
  caller: { accountId },
  now,
}) => {
  const row = await findOwn(input.checkCode, accountId)
  if (!row) return fail({ code: 'certificate_not_found' })
  await store.withdrawCertificate(row._id, accountId, now)
  return ok({ certificate: await present({ ...row, withdrawnAt: row.withdrawnAt ?? now }) })
}

export const verifyCertificate: HoursMethods['verifyCertificate'] = async ({ input }) => {
  const row = await store.findCertificate(certificateIdOf(input.checkCode))
  if (!row) return fail({ code: 'certificate_not_found' })
  const { paper, standing } = await readPaper(row)
  return ok(standing === 'withdrawn' ? presentTakenBack(row, paper) : presentPaper(row, paper, standing))
}

const HOUR = 3_600_000

/** Only while it holds: nobody is handed a paper that says what is no longer true. */
export const getCertificateDocument: HoursMethods['getCertificateDocument'] = async ({
  input,
  caller: { accountId },
  now,
}) => {
  const row = await findOwn(input.checkCode, accountId)
  if (!row) return fail({ code: 'certificate_not_found' })
  const certificate = await present(row)
  if (certificate.standing !== 'valid') return fail({ code: 'certificate_not_valid' })
  // What makes documents is large, so it is loaded only where one is made.
  const { certificateDocument } = await import('./certificateDocument')
  const bytes = await certificateDocument(certificate)
  const fileName = `志愿服务记录证明 ${certificate.from} 至 ${certificate.until}.docx`
  // Asked for again within the hour, it is the same file; each lasts longer than its link.
  const requestId = `${row._id}/${Math.floor(now / HOUR)}`
  return ok(await saveDocument(bytes, fileName, { accountId, requestId }))
}
