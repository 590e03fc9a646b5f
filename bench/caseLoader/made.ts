import { createHash } from 'node:crypto'
import { DEFAULT_CATALOGUE } from '../../cloudfunctions/platform/cases/defaultCatalogue'
import { caseRow } from '../../cloudfunctions/platform/cases/newCase'
import { type CaseRow, geoPoint } from '../../cloudfunctions/platform/cases/rows'
import { settle } from '../../cloudfunctions/platform/cases/settle'
import { applyStep, type Step, type Who } from '../../cloudfunctions/platform/cases/steps'
import type { WorkingCalendar } from '../../cloudfunctions/platform/cases/workingTime'
import type { Category } from '../../contract/cases/categories'
import { ASKED_STREET, contentId, problem } from './series'

/** Cases as the functions would have made them, by the same rules, without the functions. */

const HOUR = 3_600_000

export interface Made {
  now: number
  calendar: WorkingCalendar
  /** The department of the street that is asked about. */
  departmentId: string
}

const named = (purpose: string, index: number): string =>
  createHash('sha256').update(`${purpose} ${index}`).digest('hex').slice(0, 24)

const who: Who = { actor: 'machine', by: null, grantId: null, name: null }
const photo = (index: number) => [
  {
    photoId: named('photo', index),
    list: `cloud://bench/${index}.jpg`,
    page: `cloud://bench/${index}-page.jpg`,
  },
]

const categories = DEFAULT_CATALOGUE.categories.filter(({ isRetired }) => !isRetired)

export function madeCase(index: number, made: Made): CaseRow {
  const { streetCode, position, age, isOpen, category: at } = problem(index)
  const category = categories[Math.floor(at * categories.length)] as Category
  const reportedAt = Math.floor(made.now - age * HOUR)
  const begun = caseRow({
    begun: {
      _id: named('case', index),
      source: index % 5 === 0 ? 'hotline' : 'wechat',
      accountId: named('account', index % 5000),
      foreignNumber: null,
      description: '示例：路口有一堆垃圾没有清走，已经两天了，走路要绕到马路上。',
      answers: [],
      contentId: contentId(index),
      photos: [],
      placeCode: streetCode,
      address: `示例路 ${index % 900} 号门口`,
      location: geoPoint(position),
      sealedContact: null,
      seenAt: reportedAt,
      reportedAt,
    },
    category,
    catalogueVersion: 0,
    requestId: named('request', index),
    actor: 'reporter',
    route: {
      proposal: { how: 'desk', ruleName: null, duty: null, departmentId: null, departmentName: null },
      isAutomatic: false,
      department: null,
    },
    calendar: made.calendar,
  })
  return brought(begun, isOpen, made)
}

/** Most that are open are with a department; all others have been closed two days later. */
function brought(begun: CaseRow, isOpen: boolean, made: Made): CaseRow {
  const street = begun.streetCode ?? ASKED_STREET
  const _id = street === ASKED_STREET ? made.departmentId : `bench-${street}`
  const department = { _id, name: '示例环卫所', placeCode: street }
  const dispatched: Step[] = [{ act: 'accept' }, { act: 'file' }, { act: 'dispatch', department }]
  const closed: Step[] = [
    { act: 'take' },
    { act: 'handle', words: '已经清走', photos: photo(begun.reportedAt % 1000) },
    { act: 'verify' },
    { act: 'close', words: '垃圾已清走，谢谢' },
  ]
  const steps = isOpen ? dispatched : [...dispatched, ...closed]
  let row = begun
  let at = begun.reportedAt
  for (const step of steps) {
    at += (48 * HOUR) / steps.length
    row = taken(row, step, Math.min(at, made.now))
  }
  row = settle(row, made.calendar, Math.min(at, made.now))
  // With the number in the order of making, which cannot be taken twice.
  return { ...row, number: `bench-${begun._id}`, tellAt: null, toldSteps: row.history.length }
}

const actors = { take: 'handler', handle: 'handler', verify: 'dispatcher', close: 'dispatcher' } as const

function taken(row: CaseRow, step: Step, at: number): CaseRow {
  const actor = step.act in actors ? actors[step.act as keyof typeof actors] : 'dispatcher'
  const applied = applyStep(row, step, { ...who, actor }, `${row._id}-${step.act}`, at)
  if ('problem' in applied) throw new Error(`a case of the bench cannot ${step.act}: ${applied.problem.code}`)
  return applied.row
}
