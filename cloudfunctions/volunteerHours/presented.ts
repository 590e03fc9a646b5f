import type {
  Annulment,
  CertificatePaper,
  HourEntry,
  HoursClaim,
  MarkedHours,
} from '../../contract/volunteerHours'
import { presentPhotos } from '../platform/keptPhotos'
import type { AttendanceRow, HourEntryRow } from '../platform/volunteering/rows'
import type { AnnulmentRow, CertificateRow, ClaimRow, SealedPaper } from './rows'
import { appealEndsAt } from './rules'

/** What leaves the cloud, chosen field by field. */

export const presentEntry = (row: HourEntryRow, annulment: AnnulmentRow | null): HourEntry => ({
  entryId: row._id,
  kind: row.kind,
  ledger: row.ledger,
  minutes: row.minutes,
  title: row.title,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  day: row.day,
  at: row.at,
  grade: row.grade,
  reason: row.reason,
  annulment: annulment && {
    annulmentId: annulment._id,
    state: annulment.state,
    appealEndsAt: appealEndsAt(annulment.annulledAt),
  },
})

export const presentClaim = (
  row: ClaimRow,
  { name, caller, links }: { name: string; caller: string; links: Map<string, string> },
): HoursClaim => ({
  claimId: row._id,
  state: row.state,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  name,
  day: row.day,
  minutes: row.minutes,
  what: row.what,
  photos: presentPhotos(row.photos, links).map(({ listUrl, pageUrl }) => ({ listUrl, pageUrl })),
  proposedAt: row.proposedAt,
  reason: row.reason,
  isOwn: row.accountId === caller,
})

export const presentMarked = (row: AttendanceRow, name: string, day: string): MarkedHours => ({
  attendanceId: row._id,
  accountId: row.accountId,
  name,
  theme: row.theme,
  organisationName: row.organisationName,
  day,
  minutes: row.minutes,
  marks: row.marks,
})

export const presentAnnulment = (row: AnnulmentRow, name: string, caller: string): Annulment => ({
  annulmentId: row._id,
  state: row.state,
  accountId: row.accountId,
  name,
  title: row.theme,
  organisationName: row.organisationName,
  day: row.day,
  minutes: row.minutes,
  reason: row.reason,
  annulledAt: row.annulledAt,
  appeal: row.appeal,
  decision: row.decision,
  isOwn: row.annulledBy === caller,
})

/** Exactly what stands on the paper, and whether it still holds. */
export const presentPaper = (
  row: CertificateRow,
  paper: SealedPaper,
  standing: CertificatePaper['standing'],
): CertificatePaper => ({
  checkCode: paper.checkCode,
  name: paper.name,
  from: row.from,
  until: row.until,
  minutes: paper.minutes,
  lines: paper.lines.map(({ day, title, organisationName, minutes }) => ({
    day,
    title,
    organisationName,
    minutes,
  })),
  issuers: [...paper.issuers],
  issuedAt: row.issuedAt,
  standing,
})

/** A paper that its person has taken back says no more than that it was one. */
export const presentTakenBack = (row: CertificateRow, { checkCode }: SealedPaper): CertificatePaper => ({
  checkCode,
  name: '',
  from: '',
  until: '',
  minutes: 0,
  lines: [],
  issuers: [],
  issuedAt: row.issuedAt,
  standing: 'withdrawn',
})
