import type {
  Activity,
  ActivitySummary,
  OwnSignUp,
  Series,
  SeriesPlan,
  SeriesSummary,
  SignUpState,
} from '../../../contract/volunteering/activities'
import { presentPhotos } from '../../platform/keptPhotos'
import type { ActivityRow, SeriesRow } from '../../platform/volunteering/rows'
import { stateOf } from '../signUps/presented'

/** What leaves the cloud of series and their days, chosen field by field. */

type Links = Map<string, string>

export const latestPlan = ({ plans }: Pick<SeriesRow, 'plans'>): SeriesRow['plans'][number] => {
  const latest = plans.at(-1)
  if (!latest) throw new Error('a series has no plan')
  return latest
}

export function presentSeriesSummary(row: SeriesRow, nextAt: number | null): SeriesSummary {
  const { plan } = latestPlan(row)
  return {
    seriesId: row._id,
    organisationId: row.organisationId,
    theme: plan.theme,
    recurrence: plan.recurrence,
    startMinute: plan.startMinute,
    minutes: plan.minutes,
    nextAt,
    isEnded: row.isEnded || nextAt === null,
  }
}

const presentPlan = (plan: SeriesPlan): SeriesPlan => ({
  theme: plan.theme,
  kind: plan.kind,
  description: plan.description,
  placeCode: plan.placeCode,
  address: plan.address,
  position: plan.position,
  fenceMetres: plan.fenceMetres,
  roles: plan.roles,
  insurance: plan.insurance,
  isForMembersOnly: plan.isForMembersOnly,
  hoursRule: plan.hoursRule,
  recurrence: plan.recurrence,
  onHoliday: plan.onHoliday,
  startMinute: plan.startMinute,
  minutes: plan.minutes,
})

export function presentSeries(row: SeriesRow, links: Links, nextAt: number | null): Series {
  const { from, plan, photos } = latestPlan(row)
  return {
    ...presentSeriesSummary(row, nextAt),
    plan: presentPlan(plan),
    photos: presentPhotos(photos, links),
    version: row.version,
    plannedSince: from,
  }
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

type Shared = Omit<ActivitySummary, 'coverUrl' | 'distance' | 'signUp'>

const presentShared = (row: ActivityRow, now: number): Shared => ({
  activityId: row._id,
  seriesId: row.seriesId,
  day: row.day,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  theme: row.theme,
  kind: row.kind,
  placeCode: row.placeCode,
  address: row.address,
  position: row.position,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  state: stateOf(row, now),
  capacity: row.roles.reduce((total, { capacity }) => total + capacity, 0),
  taken: sum(row.taken),
  waiting: sum(row.waiting),
})

export const presentActivitySummary = (
  row: ActivityRow,
  links: Links,
  { now, distance, signUp }: { now: number; distance: number | null; signUp: SignUpState | null },
): ActivitySummary => ({
  ...presentShared(row, now),
  coverUrl: links.get(row.photos[0]?.list ?? '') ?? null,
  distance,
  signUp,
})

export const presentActivity = (
  row: ActivityRow,
  links: Links,
  own: OwnSignUp | null,
  now: number,
): Activity => ({
  ...presentShared(row, now),
  distance: null,
  signUp: own?.state ?? null,
  description: row.description,
  fenceMetres: row.fenceMetres,
  roles: row.roles.map(({ roleId, name, capacity, skill, minAge }) => ({
    roleId,
    name,
    capacity,
    skill,
    minAge,
    taken: row.taken[roleId] ?? 0,
    waiting: row.waiting[roleId] ?? 0,
  })),
  insurance: row.insurance,
  isForMembersOnly: row.isForMembersOnly,
  hoursRule: row.hoursRule,
  photos: presentPhotos(row.photos, links),
  notice: row.notice,
  isRepeating: row.isRepeating,
  version: row.version,
  own,
})

/** What the audit trail keeps of a series: its plan from now on, and its end. */
export const auditedSeries = (row: SeriesRow) => {
  const { from, plan } = latestPlan(row)
  return { from, plan: presentPlan(plan), lastDay: row.lastDay, version: row.version }
}

export const auditedActivity = (row: ActivityRow) => ({
  theme: row.theme,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  address: row.address,
  roles: row.roles,
  isCancelled: row.isCancelled,
  notice: row.notice,
  version: row.version,
})
