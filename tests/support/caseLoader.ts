import { randomUUID } from 'node:crypto'
import type { Step } from '../../cloudfunctions/platform/cases/steps'
import type { MapCellRow } from '../../cloudfunctions/reporting/publicView/rows'
import type { Position } from '../../contract/cases/cases'
import type { Actor } from '../../contract/cases/workflow'
import type { Cloud } from './cloud'
import { functionsWith } from './rowLoader'

/**
 * Cases as every function makes and changes them (`insertCase`, `changeCase`), without the ways that lead there: for
 * tests of what is shown of cases. The table of steps holds here as everywhere.
 */

const LOADER = 'caseLoader'

const SOURCE = `
import { changeCase } from './cloudfunctions/platform/cases/changeCase'
import { findCategory, loadCalendar } from './cloudfunctions/platform/cases/loadRules'
import { insertCase } from './cloudfunctions/platform/cases/newCase'
import { geoPoint } from './cloudfunctions/platform/cases/rows'
import { collection } from './cloudfunctions/platform/database/collection'
import { now } from './cloudfunctions/platform/clock'
import { addMapCell, replaceMapCell } from './cloudfunctions/reporting/publicView/store'

const nowhere = { how: 'desk', ruleName: null, duty: null, departmentId: null, departmentName: null }

const add = async ({ categoryId, position, ...begun }) => {
  const { category, version } = await findCategory(categoryId)
  const { row } = await insertCase({
    begun: { ...begun, location: position && geoPoint(position), seenAt: begun.reportedAt },
    category,
    catalogueVersion: version,
    requestId: begun._id,
    actor: 'reporter',
    route: { proposal: nowhere, isAutomatic: false, department: null },
    calendar: await loadCalendar(),
  })
  return row
}

const change = async ({ caseId, steps, actor, requestId }) => {
  const department = { _id: 'department', name: '示例绿容所', placeCode: '310106' }
  const whole = await Promise.all(steps.map(async ({ categoryId, ...step }) => ({
    ...step,
    ...(step.act === 'dispatch' ? { department } : {}),
    ...(categoryId ? { category: (await findCategory(categoryId)).category } : {}),
    ...(step.place ? { place: { ...step.place, location: geoPoint(step.place.position) } } : {}),
  })))
  const who = () => ({ actor, by: null, grantId: null, name: null })
  const changed = await changeCase({ caseId, requestId, now: now(), steps: whole, who })
  return 'problem' in changed ? changed.problem : changed.after
}

const show = async ({ contentId }) => collection('contents').insert({ _id: contentId, state: 'visible', accountId: null })

const keepCell = ({ row, before }) => (before === null ? addMapCell(row) : replaceMapCell(row, before))

export const main = ({ act, ...event }) => ({ add, change, show, keepCell })[act](event)
`

export const functionsWithCases = (): Promise<string> => functionsWith(LOADER, SOURCE)

export interface NewTestCase {
  categoryId?: string
  position?: Position | null
  placeCode?: string
  address?: string
  reportedAt?: number
  accountId?: string | null
  contentId?: string | null
}

const ask = async (cloud: Cloud, event: object): Promise<unknown> => {
  const { status, body } = await cloud.send(LOADER, event)
  if (status !== 200) throw new Error(`the case was not loaded: ${JSON.stringify(body)}`)
  return (body as { result: unknown }).result
}

/** A report near People's Square; its id is answered. */
export async function addCase(cloud: Cloud, given: NewTestCase = {}): Promise<string> {
  const _id = randomUUID().replaceAll('-', '')
  const begun = {
    _id,
    source: 'wechat',
    accountId: 'reporter-account',
    foreignNumber: null,
    categoryId: 'exposedRubbish',
    description: '示例：一堆垃圾没有清走',
    answers: [],
    contentId: null,
    photos: [],
    placeCode: '310101002',
    address: '示例路 12 号 3 单元 401 室',
    position: { longitude: 121.4737, latitude: 31.2304 },
    sealedContact: 'sealed',
    reportedAt: Date.now(),
    ...given,
  }
  await ask(cloud, { act: 'add', ...begun })
  return _id
}

export type TestStep = Pick<Step, 'act' | 'words' | 'intoCaseId'> & {
  photos?: Step['photos']
  categoryId?: string
  place?: { placeCode: string; address: string; position: Position }
}

/** Steps of one actor, all at once; the state of the case afterwards, or what stood in the way. */
export const takeSteps = (
  cloud: Cloud,
  caseId: string,
  actor: Actor,
  steps: TestStep[],
): Promise<{ state?: string; code?: string }> =>
  ask(cloud, { act: 'change', caseId, actor, steps, requestId: randomUUID() }) as Promise<{
    state?: string
    code?: string
  }>

/** From a new report to a closed case. */
export async function closeCase(cloud: Cloud, caseId: string): Promise<void> {
  const photos = [{ photoId: 'after', list: 'cloud://none/list.jpg', page: 'cloud://none/page.jpg' }]
  await takeSteps(cloud, caseId, 'dispatcher', [{ act: 'accept' }, { act: 'file' }, { act: 'dispatch' }])
  await takeSteps(cloud, caseId, 'handler', [{ act: 'take' }, { act: 'handle', photos }])
  const { state } = await takeSteps(cloud, caseId, 'dispatcher', [{ act: 'verify' }, { act: 'close' }])
  if (state !== 'closed') throw new Error('the case was not closed')
}

/** The words and photos with this id have passed the check. */
export const showContent = (cloud: Cloud, contentId: string): Promise<unknown> =>
  ask(cloud, { act: 'show', contentId })

/** As the timer keeps a square that it has counted; `before` is the version that it saw, null where there was none. */
export const keepCell = (cloud: Cloud, row: MapCellRow, before: number | null): Promise<unknown> =>
  ask(cloud, { act: 'keepCell', row, before })
