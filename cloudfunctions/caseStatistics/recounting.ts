import { countAdditions, NOW, sum } from './amounts'
import type { Amounts, CaseFactsRow } from './rows'
import * as store from './store'

/** Counts a month again from what each case counts as, and says where the kept counts differ. */

export interface CountDifference {
  rowId: string
  counted: Amounts
  kept: Amounts
}

export async function recountMonth(month: string): Promise<CountDifference[]> {
  const counted = new Map<string, Amounts>()
  for await (const facts of factsOfMonth(month))
    for (const { row, amounts } of countAdditions(facts))
      if (row.month !== NOW) counted.set(row._id, sum(counted.get(row._id) ?? {}, amounts))
  const kept = await keptOfMonth(month)
  return [...new Set([...counted.keys(), ...kept.keys()])].flatMap((rowId) => {
    const difference = { rowId, counted: counted.get(rowId) ?? {}, kept: kept.get(rowId) ?? {} }
    return isSame(difference) ? [] : [difference]
  })
}

const isSame = ({ counted, kept }: CountDifference): boolean =>
  Object.keys(counted).length === Object.keys(kept).length &&
  Object.entries(counted).every(([name, value]) => kept[name] === value)

async function* factsOfMonth(month: string): AsyncGenerator<CaseFactsRow> {
  let page = await store.listFactsOfMonth(month, '')
  while (page.length > 0) {
    yield* page
    page = await store.listFactsOfMonth(month, page.at(-1)?._id ?? '')
  }
}

async function keptOfMonth(month: string): Promise<Map<string, Amounts>> {
  const kept = new Map<string, Amounts>()
  let page = await store.listCountsOfMonth(month, '')
  while (page.length > 0) {
    for (const { _id, amounts } of page) kept.set(_id, amounts)
    page = await store.listCountsOfMonth(month, page.at(-1)?._id ?? '')
  }
  return kept
}
