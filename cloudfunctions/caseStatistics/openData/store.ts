import type { CaseRow } from '../../platform/cases/rows'
import { collection, command } from '../../platform/database/collection'
import { cloud } from '../../platform/database/connection'
import { withinPlace } from '../../platform/places'
import { monthRowId } from '../amounts'
import type { CountRow } from '../rows'
import type { NightRow, OpenDataRow } from './rows'
import type { OpenCase } from './rules'

/** Every query of open data, one function each. */

const cases = collection<CaseRow>('cases')
const counts = collection<CountRow>('caseCounts')
const files = collection<OpenDataRow>('openData')
const nights = collection<NightRow>('openDataNights')

const FILES_MAX = 240
const CASES_PER_PAGE = 1000
const DIGITS = 13
const orderOf = (time: number): string => String(time).padStart(DIGITS, '0')

export const listFiles = (): Promise<OpenDataRow[]> =>
  files.list({}, { orderBy: { _id: 'desc' }, limit: FILES_MAX })

export const findFile = (id: string): Promise<OpenDataRow | null> => files.find(id)

/** The newest one made stays, whoever writes last. */
export async function keepRow(row: OpenDataRow): Promise<void> {
  if ((await files.insert(row)) === 'inserted') return
  const { _id, ...fields } = row
  await files.changeOne({ _id, madeAt: command.lte(row.madeAt) }, { ...fields })
}

/** When a case of a city's month last changed; null where it has none. */
export const findMonthChange = async (cityCode: string, month: string): Promise<number | null> =>
  (await counts.find(monthRowId(month, cityCode)))?.changedAt ?? null

/** Listed cases of a place that were reported in a time, newest first; `before` is the `order` that the page begins below. */
export const listOpenCases = (
  placeCode: string,
  { from, until }: { from: number; until: number },
  before: string | null,
): Promise<(OpenCase & { order: string })[]> =>
  cases.aggregate([
    {
      $match: {
        ...withinPlace(placeCode),
        isListed: true,
        order: command.gte(orderOf(from)).and(command.lt(before ?? orderOf(until))),
      },
    },
    { $sort: { order: -1 } },
    { $limit: CASES_PER_PAGE },
    {
      $project: {
        order: 1,
        categoryId: 1,
        categoryName: 1,
        group: 1,
        state: 1,
        cityCode: 1,
        districtCode: 1,
        streetCode: 1,
        publicLocation: 1,
        reportedAt: 1,
        handledAt: 1,
        closedAt: 1,
        dueAt: 1,
        reopened: 1,
        rating: 1,
      },
    },
  ])

const NIGHT = 'night'

export const findNight = async (): Promise<string | null> => (await nights.find(NIGHT))?.day ?? null

export async function endNight(day: string): Promise<void> {
  if ((await nights.insert({ _id: NIGHT, day })) === 'duplicate')
    await nights.changeOne({ _id: NIGHT, day: command.lt(day) }, { day })
}

/** A file that nothing leads to any more. */
export const removeFile = async (fileId: string): Promise<void> => {
  await cloud.deleteFile({ fileList: [fileId] })
}
