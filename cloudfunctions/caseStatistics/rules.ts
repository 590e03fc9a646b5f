import type { CaseCounts } from '../../contract/caseStatistics'
import { DISSATISFIED_STARS } from '../../contract/cases/cases'
import { usedMinutes } from '../platform/cases/clock'
import type { CaseEntry, CaseRow } from '../platform/cases/rows'
import type { WorkingCalendar } from '../platform/cases/workingTime'
import { shanghaiDay } from '../platform/clock'
import type { CaseFactsRow } from './rows'

/** What a case counts as. */

/** What counting looks at, beside when and where it was reported. */
export type CountedCase = Pick<CaseRow, 'state' | 'rating' | 'handledAt' | 'dueAt' | 'reopened' | 'clock'> & {
  history: readonly Pick<CaseEntry, 'act'>[]
}

const MONTH = 7
const flag = (is: boolean): number => (is ? 1 : 0)

/**
 * The citizen's last word about a closed case. A complaint stands when the supervisor has closed the case without any
 * further handling (`conclude`), although a new rating is possible from then on: it was no silence.
 */
function satisfactionOf({ rating, history }: CountedCase): 'satisfied' | 'dissatisfied' | 'unrated' {
  if (rating) return rating.stars > DISSATISFIED_STARS ? 'satisfied' : 'dissatisfied'
  const acts = history.map(({ act }) => act)
  const complained = acts.lastIndexOf('complain')
  return complained >= 0 && acts.lastIndexOf('handle') < complained ? 'dissatisfied' : 'unrated'
}

/**
 * In time: 处置 not after the deadline that the case had then, suspensions and extensions included. The clock stands
 * still from 处置 on, so the deadline that the row has is the one that it had. A case that was reopened is judged by its
 * last handling. Minutes are rounded to whole ones once per case, so that sums stay exact.
 */
export function countsOf(row: CountedCase, calendar: WorkingCalendar): CaseCounts {
  const isClosed = row.state === 'closed'
  const satisfaction = isClosed ? satisfactionOf(row) : null
  const handledAt = row.handledAt
  return {
    reported: 1,
    refused: flag(row.state === 'refused'),
    closed: flag(isClosed),
    inTime: flag(isClosed && handledAt !== null && row.dueAt !== null && handledAt <= row.dueAt),
    reopened: flag(row.reopened > 0),
    satisfied: flag(satisfaction === 'satisfied'),
    dissatisfied: flag(satisfaction === 'dissatisfied'),
    unrated: flag(satisfaction === 'unrated'),
    handled: flag(handledAt !== null),
    handledMinutes: handledAt === null ? 0 : Math.round(usedMinutes(row.clock, calendar, handledAt)),
  }
}

/** Nothing is compared that was refused, taken back, or is the same as another case. */
const areaOf = ({ isListed, cell, villageCode, streetCode }: CaseRow): string | null =>
  isListed ? (cell ?? villageCode ?? streetCode) : null

export function factsOf(row: CaseRow, calendar: WorkingCalendar): CaseFactsRow {
  const day = shanghaiDay(row.reportedAt)
  return {
    _id: row._id,
    version: row.version,
    day,
    month: day.slice(0, MONTH),
    cityCode: row.cityCode,
    districtCode: row.districtCode,
    streetCode: row.streetCode,
    villageCode: row.villageCode,
    group: row.group,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    area: areaOf(row),
    isOpen: row.isOpen,
    isSuspended: row.state === 'suspended',
    isSupervised: row.state === 'supervised',
    counts: countsOf(row, calendar),
  }
}
