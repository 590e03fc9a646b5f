import { loadCatalogue } from '../../platform/cases/loadRules'
import { now, shanghaiDay, shanghaiMinuteOfDay, startOfShanghaiDay } from '../../platform/clock'
import { keepFile } from '../../platform/documents/keptFiles'
import { placeFields, topPlaces } from '../../platform/places'
import { monthAfter, monthOf } from '../months'
import { csvOf, descriptionOf, type OpenCase } from './rules'
import * as store from './store'

/** Makes the files of open data, at night: those of months that have changed, and the description. */

/** 02:00 in Shanghai: little is reported, and yesterday's cases have been counted. */
const NIGHT_BEGINS = 120
/** Ratings come up to two weeks after closing; what changes later than this is left as it was published. */
const MONTHS_KEPT_UP = 6
/** The row of the file that explains the others. */
export const DESCRIPTION = 'description'

/** Goes on every minute of the night until all is made; answers the file that it made. */
export async function makeOpenData(time: number): Promise<string | null> {
  if (shanghaiMinuteOfDay(time) < NIGHT_BEGINS) return null
  const today = shanghaiDay(time)
  if ((await store.findNight()) === today) return null
  for (let back = 0; back < MONTHS_KEPT_UP; back++) {
    const month = monthAfter(monthOf(time), -back)
    if (!(await mustBeMade(month, today))) continue
    // One a minute: up to 60,000 cases take about ten seconds.
    await makeMonth(month)
    return month
  }
  await makeDescription()
  await store.endNight(today)
  return DESCRIPTION
}

/** Changed since it was made, and not made in this night already: at night, too, cases change every minute. */
async function mustBeMade(month: string, today: string): Promise<boolean> {
  const changes = await Promise.all(
    topPlaces().map((top) => store.findMonthChange(placeFields(top).cityCode, month)),
  )
  const changedAt = Math.max(0, ...changes.map((each) => each ?? 0))
  const madeAt = (await store.findFile(month))?.madeAt ?? 0
  return changedAt > madeAt && shanghaiDay(madeAt) !== today
}

async function makeMonth(month: string): Promise<void> {
  // Before reading: what changes while the file is made makes it old.
  const madeAt = now()
  const { categories } = await loadCatalogue()
  const cases = await casesOf(month)
  const csv = csvOf(cases, new Map(categories.map((category) => [category.categoryId, category])))
  await keep(month, `随申拍案件-${month}.csv`, csv, { rows: cases.length, madeAt })
}

async function casesOf(month: string): Promise<OpenCase[]> {
  const span = {
    from: startOfShanghaiDay(`${month}-01`),
    until: startOfShanghaiDay(`${monthAfter(month, 1)}-01`),
  }
  const cases: OpenCase[] = []
  for (const placeCode of topPlaces()) {
    let page = await store.listOpenCases(placeCode, span, null)
    while (page.length > 0) {
      cases.push(...page)
      page = await store.listOpenCases(placeCode, span, page.at(-1)?.order ?? null)
    }
  }
  return cases
}

const makeDescription = (): Promise<void> => {
  const madeAt = now()
  return keep(DESCRIPTION, '随申拍案件-说明.json', descriptionOf(madeAt), { rows: 0, madeAt })
}

/** The file before stays until the next one is made: links to it may still be open somewhere. */
async function keep(
  id: string,
  fileName: string,
  content: string,
  made: { rows: number; madeAt: number },
): Promise<void> {
  const file = await keepFile(['openData', id, String(made.madeAt)], fileName, Buffer.from(content))
  const before = await store.findFile(id)
  await store.keepRow({ _id: id, file, previous: before?.file.fileId ?? null, ...made })
  if (before?.previous && before.previous !== file.fileId) await store.removeFile(before.previous)
}
