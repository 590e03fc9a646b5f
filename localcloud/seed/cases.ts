import type { CloudClient, Visitor } from './cloudClient'
import { cases, departments, type ExampleCase, templates } from './content/cases'
import { openidOf, personOf } from './persons'
import type { drawPicture } from './pictures/drawPicture'

/** Street problems, each brought as far as its example says: by its reporter, the desk, a department and a supervisor. */

const STREET = '310106012'
const HOUR = 3_600_000

interface Seen {
  version: number
  state: string
}

interface Staff {
  administrator: Visitor
  desk: Visitor
  supervisor: Visitor
}

export async function reportProblems(
  cloud: CloudClient,
  administrator: Visitor,
  draw: typeof drawPicture,
): Promise<void> {
  const ids = await assignDuties(administrator)
  const staff = {
    administrator,
    desk: await personOf(cloud, openidOf('dispatcherStreet')),
    supervisor: await personOf(cloud, openidOf('supervisorJingan')),
  }
  for (const example of cases) await bringOn(new Course(cloud, staff, example, ids, draw))
  await cloud.setClock(0)
  for (const service of ['reporting', 'casework', 'caseStatistics'])
    await cloud.runTimer(service, 'everyMinute')
}

/** Which organisation stands for which duty of the street, and what desks may say. */
async function assignDuties(administrator: Visitor): Promise<Map<string, string>> {
  const { organisations } = await administrator.call<{
    organisations: { organisationId: string; name: string }[]
  }>('places', 'listOrganisations', { placeCode: STREET })
  const ids = new Map(organisations.map(({ organisationId, name }) => [name, organisationId]))
  for (const { name, duties } of Object.values(departments)) {
    const organisationId = ids.get(name)
    for (const duty of duties)
      await administrator.call('caseRules', 'assignDuty', { placeCode: STREET, duty, organisationId })
  }
  for (const template of templates)
    await administrator.call('caseRules', 'saveTemplate', {
      placeCode: '310000',
      templateId: null,
      ...template,
    })
  return ids
}

const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR
const RECENT = 12

/** What is older began on the morning of a working day, so that what was done next falls into working hours. */
function beginningOf(moment: number, hoursAgo: number): number {
  if (hoursAgo <= RECENT) return moment
  let midnight = Math.floor((moment + SHANGHAI) / DAY) * DAY
  while ([0, 6].includes(new Date(midnight).getUTCDay())) midnight -= DAY
  return midnight - SHANGHAI + 9.2 * HOUR
}

/** One case on its way, its clock going forward with every step. */
class Course {
  private caseId = ''
  private now: number

  constructor(
    private readonly cloud: CloudClient,
    readonly staff: Staff,
    readonly example: ExampleCase,
    private readonly organisationIds: Map<string, string>,
    private readonly draw: typeof drawPicture,
  ) {
    this.now = beginningOf(Date.now() - example.hoursAgo * HOUR, example.hoursAgo)
  }

  private async picture(isFixed: boolean): Promise<Buffer> {
    const { key, problem } = this.example
    return this.draw({ seed: `${key}/1`, kind: 'problem', problem, isFixed })
  }

  async photo(by: Visitor, isFixed: boolean): Promise<string> {
    const name = `${this.example.key}-${isFixed ? 'after' : 'before'}-${this.now}`
    return by.upload(`reportUploads/demo/${name}.jpg`, await this.picture(isFixed))
  }

  async report(): Promise<void> {
    await this.moveClock()
    const {
      categoryId,
      answers,
      key,
      reporter: id,
      description,
      address,
      placeCode,
      longitude,
      latitude,
    } = this.example
    const reporter = await this.reporter(id, key)
    const receipt = await reporter.call<{ caseId: string }>('reporting', 'reportProblem', {
      categoryId,
      description,
      answers: Object.entries(answers ?? {}).map(([questionId, value]) => ({ questionId, value })),
      photos: [await this.photo(reporter, false)],
      position: { longitude, latitude },
      address,
      placeCode,
      seenAt: this.now,
      contact: null,
    })
    this.caseId = receipt.caseId
    const others = Array.from({ length: this.example.joined ?? 0 }, (_, index) => `oDemoJoined${key}${index}`)
    for (const other of await this.cloud.visitors(others))
      await other.call('reporting', 'joinCase', { caseId: this.caseId })
  }

  private reporter(id: string | null, key: string): Promise<Visitor> {
    return personOf(this.cloud, id === null ? `oDemoReporter${key}` : openidOf(id))
  }

  async rate(stars: number, reasons: string[], words: string): Promise<void> {
    await this.later(2)
    const reporter = await this.reporter(this.example.reporter, this.example.key)
    await reporter.call('reporting', 'rateCase', { caseId: this.caseId, stars, reasons, words, photos: [] })
  }

  /** Steps of one person in one go, some time after the ones before. */
  async act(by: Visitor, hours: number, ...steps: object[]): Promise<void> {
    await this.later(hours)
    const { version } = await by.call<Seen>('casework', 'getCase', { caseId: this.caseId })
    await by.call('casework', 'actOnCase', { caseId: this.caseId, basedOn: version, steps })
  }

  department(): { departmentId: string; handler: Promise<Visitor> } {
    const department = departments[this.example.department ?? 'sanitation']
    const departmentId = this.organisationIds.get(department.name)
    if (!departmentId) throw new Error(`the demo has no organisation ${department.name}`)
    return { departmentId, handler: personOf(this.cloud, openidOf(department.handler)) }
  }

  /** Never beyond the moment at which the demo begins. */
  private async later(hours: number): Promise<void> {
    this.now = Math.min(this.now + hours * HOUR, Date.now() - 60_000)
    await this.moveClock()
  }

  private moveClock(): Promise<void> {
    return this.cloud.setClock(Math.round(this.now - Date.now()))
  }
}

async function bringOn(course: Course): Promise<void> {
  const { example, staff } = course
  await course.report()
  if (example.until === 'reported') return
  if (example.until === 'refused')
    return course.act(staff.desk, 0.5, {
      act: 'refuse',
      words: '你好，颜色不属于城市管理问题，已转告设计单位。（示例）',
    })
  const desk = example.placeCode === STREET ? staff.desk : staff.administrator
  await course.act(desk, 0.5, { act: 'accept' }, { act: 'file' })
  if (example.until === 'filed') return
  await course.act(desk, 0.2, { act: 'dispatch', departmentId: course.department().departmentId, words: '' })
  if (example.until !== 'dispatched') await handle(course)
}

async function handle(course: Course): Promise<void> {
  const { until } = course.example
  const { desk, supervisor } = course.staff
  const handler = await course.department().handler
  await course.act(handler, 1, { act: 'take' })
  if (until === 'handling') return
  if (until === 'asked')
    return course.act(handler, 1, {
      act: 'askExtension',
      hours: 16,
      words: '店主出差，约好明天上门。（示例）',
    })
  if (until === 'suspended') {
    const date = Date.now() + 20 * 24 * HOUR
    return course.act(desk, 4, { act: 'suspend', until: date, words: '整条路段下月大修，一并处理。（示例）' })
  }
  await finish(course, handler, '已到现场清理。（示例）')
  if (until === 'handled') return
  await close(course, desk)
  if (until === 'satisfied') await course.rate(5, ['quick', 'thorough'], '很干净，谢谢。（示例）')
  if (until !== 'reopened' && until !== 'supervised') return
  await course.rate(2, ['halfDone'], '只清了一半。（示例）')
  if (until === 'reopened') return
  await course.act(handler, 2, { act: 'take' })
  await finish(course, handler, '又去清理了一次。（示例）')
  await close(course, desk)
  await course.rate(1, ['cameBack'], '下了一场雨，坑又出来了。（示例）')
  await course.act(supervisor, 1, {
    act: 'note',
    words: '请城建部门一起到现场看。（示例）',
    isInternal: true,
    photos: [],
  })
}

async function finish(course: Course, handler: Visitor, words: string): Promise<void> {
  await course.act(handler, 3, { act: 'handle', words, photos: [await course.photo(handler, true)] })
}

const close = (course: Course, desk: Visitor): Promise<void> =>
  course.act(
    desk,
    1,
    { act: 'verify', words: '' },
    { act: 'close', words: '问题已经处理，请看处理后的照片。（示例）' },
  )
