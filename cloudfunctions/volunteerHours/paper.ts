import { CERTIFICATE_ENTRIES_MAX, CERTIFICATE_LINES } from '../../contract/limits'
import type { CertificatePaper } from '../../contract/volunteerHours'
import type { HourEntryRow } from '../platform/volunteering/rows'
import type { CertificateRow, SealedPaper } from './rows'

/**
 * What a certificate says, from the entries of the ledger: recorded hours, net of what corrected them. The ledger only
 * grows, so what a paper said can always be worked out again from the entries up to its last one. Pure.
 */

export type PaperEntry = Pick<
  HourEntryRow,
  'ledger' | 'minutes' | 'title' | 'organisationId' | 'organisationName' | 'attendanceId' | 'day' | 'order'
>

interface Service {
  attendanceId: string
  day: string
  title: string
  organisationId: string
  organisationName: string
  minutes: number
}

/** Of each attendance what all its entries come to; those that come to nothing are left out. By day. */
export function servicesIn(entries: readonly PaperEntry[], organisationId: string | null): Service[] {
  const found = new Map<string, Service>()
  for (const entry of entries) {
    const { attendanceId, ledger, day, title, organisationName } = entry
    const isWanted = organisationId === null || entry.organisationId === organisationId
    if (ledger !== 'recorded' || attendanceId === null || !isWanted) continue
    const before = found.get(attendanceId)?.minutes ?? 0
    const minutes = before + entry.minutes
    const service = { attendanceId, day, title, organisationId: entry.organisationId, organisationName }
    found.set(attendanceId, { ...service, minutes })
  }
  return [...found.values()]
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => compare(one.day, other.day) || compare(one.attendanceId, other.attendanceId))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const sum = (of: readonly { minutes: number }[]): number =>
  of.reduce((minutes, each) => minutes + each.minutes, 0)

/** An organisation that was renamed is one, under its latest name. */
const byOrganisation = (services: readonly Service[]): Map<string, Service[]> => {
  const groups = new Map<string, Service[]>()
  for (const service of services)
    groups.set(service.organisationId, [...(groups.get(service.organisationId) ?? []), service])
  return groups
}

const nameOf = (services: readonly Service[]): string => services.at(-1)?.organisationName ?? ''

function linesOf(services: readonly Service[]): SealedPaper['lines'] {
  if (services.length <= CERTIFICATE_LINES)
    return services.map(({ day, title, organisationName, minutes }) => ({
      day,
      title,
      organisationName,
      minutes,
    }))
  return [...byOrganisation(services).values()].map((group) => ({
    day: null,
    title: `${group.length} 次志愿服务`,
    organisationName: nameOf(group),
    minutes: sum(group),
  }))
}

export type Composed =
  | { paper: Omit<SealedPaper, 'checkCode' | 'name'>; lastEntry: string }
  | { problem: 'no_hours' | 'period_too_long' }

/** `entries`: those of the period, at most CERTIFICATE_ENTRIES_MAX; that many may be not all of them. */
export function composePaper(entries: readonly PaperEntry[], organisationId: string | null): Composed {
  if (entries.length >= CERTIFICATE_ENTRIES_MAX) return { problem: 'period_too_long' }
  const services = servicesIn(entries, organisationId)
  if (services.length === 0) return { problem: 'no_hours' }
  return {
    paper: {
      minutes: sum(services),
      lines: linesOf(services),
      issuers: [...byOrganisation(services).values()].map(nameOf),
    },
    lastEntry: entries.map(({ order }) => order).reduce((one, other) => (one > other ? one : other)),
  }
}

/** `entries`: all of the period, as they are now. */
export function standingOf(
  row: Pick<CertificateRow, 'organisationId' | 'lastEntry' | 'withdrawnAt'>,
  { minutes }: Pick<SealedPaper, 'minutes'>,
  entries: readonly PaperEntry[],
): CertificatePaper['standing'] {
  if (row.withdrawnAt !== null) return 'withdrawn'
  const then = servicesIn(
    entries.filter(({ order }) => order <= row.lastEntry),
    row.organisationId,
  )
  const now = new Map(
    servicesIn(entries, row.organisationId).map((service) => [service.attendanceId, service.minutes]),
  )
  const isAsThen = then.every((service) => now.get(service.attendanceId) === service.minutes)
  // What was entered at that very moment may stand before the last entry and not be on the paper.
  return isAsThen && sum(then) === minutes ? 'valid' : 'changed'
}
