import { createHmac } from 'node:crypto'
import type { CloudClient, Visitor } from './cloudClient'
import {
  COMING_EACH_WEEK,
  type ExampleDays,
  type ExampleSeries,
  type ExampleVolunteer,
  exampleSeries,
  expectedUnits,
  teams,
  volunteers,
  WEEKS_HELD,
} from './content/volunteering'
import { openidOf, personOf } from './persons'

/** Volunteers, some weeks of activities with check-in and check-out, and what comes next. */

const DAY = 86_400_000
const MINUTE = 60_000
const SHANGHAI = 8 * 3_600_000
const SATURDAY = 6
const STREET = '310106012'
const SERVICES = ['activities', 'attendance', 'volunteerHours', 'volunteerStatistics']

type Ids = Map<string, string>

interface Occurrence {
  activityId: string | null
  startsAt: number
  endsAt: number
}

/** ISO 8601, in Shanghai: `2026-W47`. */
function weekOf(moment: number): string {
  const day = Math.floor((moment + SHANGHAI) / DAY)
  // 1970-01-01 was a Thursday, and its Thursday says which year a week belongs to.
  const thursday = day - ((day + 3) % 7) + 3
  const year = new Date(thursday * DAY).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

const dayOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 10)

/** The next Saturday whose morning has not begun. */
function comingSaturday(now: number): number {
  const midnight = Math.floor((now + SHANGHAI) / DAY) * DAY - SHANGHAI
  const weekday = new Date(now + SHANGHAI).getUTCDay()
  return midnight + ((SATURDAY - weekday + 7) % 7 || 7) * DAY
}

/** In a few minutes, so that one can try to check in as soon as the demo is there. */
const SOON = 10 * MINUTE

function exampleDays(first: number, saturday: number): ExampleDays {
  const soon = Math.ceil((Date.now() + SOON) / (5 * MINUTE)) * 5 * MINUTE
  const startMinute = Math.floor((soon + SHANGHAI) / MINUTE) % 1440
  return { from: dayOf(first), saturday: dayOf(saturday), soon: { day: dayOf(soon), startMinute } }
}

export async function letVolunteersServe(cloud: CloudClient, administrator: Visitor): Promise<void> {
  const saturday = comingSaturday(Date.now())
  const first = saturday - WEEKS_HELD * 7 * DAY
  const at = clockOf(cloud)
  // Everything begins before the first day that is held.
  await at(first - 2 * DAY)
  const organisations = await organisationsOf(administrator)
  await formTeams(administrator, organisations, first)
  const everybody = await register(cloud, organisations)
  const series = await createAll(cloud, exampleSeries(exampleDays(first, saturday)), organisations)
  for (let week = 0; week < WEEKS_HELD; week++)
    await hold(at, series, everybody.slice(0, COMING_EACH_WEEK + week), first + week * 7 * DAY)
  await at(Date.now())
  await settle(cloud)
  await signUpForWhatComes(series, everybody)
  await settle(cloud)
}

const clockOf = (cloud: CloudClient) => (moment: number) =>
  cloud.setClock(Math.min(0, Math.round(moment - Date.now())))

async function settle(cloud: CloudClient): Promise<void> {
  for (const service of SERVICES) await cloud.runTimer(service, 'everyMinute')
}

async function organisationsOf(administrator: Visitor): Promise<Ids> {
  const ids: Ids = new Map()
  for (const placeCode of [STREET, '310106']) {
    const { organisations } = await administrator.call<{
      organisations: { organisationId: string; name: string }[]
    }>('places', 'listOrganisations', { placeCode })
    for (const { name, organisationId } of organisations) ids.set(name, organisationId)
  }
  return ids
}

function idOf(organisations: Ids, name: string): string {
  const id = organisations.get(name)
  if (!id) throw new Error(`the demo has no organisation ${name}`)
  return id
}

async function formTeams(administrator: Visitor, organisations: Ids, first: number): Promise<void> {
  for (const { organisation, kind, joining } of teams)
    await administrator.call('volunteers', 'describeTeam', {
      organisationId: idOf(organisations, organisation),
      basedOn: 0,
      kind,
      joining,
      gridCodes: [],
    })
  for (const unit of expectedUnits)
    await administrator.call('volunteerStatistics', 'setWeeklyDuty', {
      organisationId: idOf(organisations, unit),
      since: weekOf(first),
    })
}

interface Registered extends ExampleVolunteer {
  visitor: Visitor
}

async function register(cloud: CloudClient, organisations: Ids): Promise<Registered[]> {
  const visitors = await cloud.visitors(volunteers.map(({ openid }) => openid))
  return Promise.all(
    volunteers.map(async (volunteer, index) => {
      const visitor = visitors[index] as Visitor
      const { name, bornIn, skills, isListed } = volunteer
      await visitor.call('volunteers', 'register', {
        name,
        bornIn,
        guardian: null,
        placeCode: STREET,
        gridCode: null,
        skills,
        times: ['weekendMorning'],
        isListed,
      })
      const organisationId = idOf(organisations, teams[0]?.organisation ?? '')
      await visitor.call('volunteers', 'askToJoin', { organisationId, words: '' })
      return { ...volunteer, visitor }
    }),
  )
}

interface Series {
  seriesId: string
  leader: Visitor
  example: ExampleSeries
}

async function createAll(
  cloud: CloudClient,
  examples: ExampleSeries[],
  organisations: Ids,
): Promise<Series[]> {
  const created: Series[] = []
  for (const example of examples) {
    const leader = await personOf(cloud, openidOf(example.leader))
    const { series } = await leader.call<{ series: { seriesId: string } }>('activities', 'createSeries', {
      organisationId: idOf(organisations, example.organisation),
      plan: example.plan,
      photos: [],
    })
    created.push({ seriesId: series.seriesId, leader, example })
  }
  return created
}

/** The first occurrence of the first series on or after a moment. */
async function occurrenceAfter({ seriesId, leader }: Series, moment: number): Promise<Occurrence> {
  const { occurrences } = await leader.call<{ occurrences: Occurrence[] }>('activities', 'listOccurrences', {
    seriesId,
    from: dayOf(moment),
  })
  const [next] = occurrences
  if (!next?.activityId) throw new Error('the demo has no activity on this day')
  return next
}

/** One Saturday: the first two by the code on the leader's screen, everyone else by the leader's list. */
async function hold(
  at: (moment: number) => Promise<void>,
  [saturdays]: Series[],
  comers: Registered[],
  day: number,
): Promise<void> {
  if (!saturdays) return
  const { activityId, startsAt, endsAt } = await occurrenceAfter(saturdays, day)
  await at(startsAt - DAY)
  for (const [index, { visitor }] of comers.entries())
    await visitor.call('activities', 'signUp', {
      activityId,
      roleId: index < 2 ? 'guide' : 'cleaner',
      despiteClash: false,
    })
  const { leader, example } = saturdays
  const { key } = await openCode(at, leader, activityId ?? '', startsAt)
  for (const [direction, moment] of [
    ['in', startsAt - 5 * MINUTE],
    ['out', endsAt],
  ] as const) {
    await at(moment)
    for (const { visitor } of comers.slice(0, 2))
      await visitor.call('attendance', 'presentCode', {
        activityId,
        direction,
        ...codeAt(key, direction, moment),
        position: { ...example.plan.position, accuracy: 20 },
      })
    await leader.call('attendance', 'confirmPresence', {
      activityId,
      direction,
      at: null,
      people: await accountsOf(comers.slice(2)),
    })
  }
  await at(endsAt + 30 * MINUTE)
  await leader.call('activities', 'thank', { activityId, words: '谢谢大家，街面干净多了。（示例）' })
}

async function openCode(
  at: (moment: number) => Promise<void>,
  leader: Visitor,
  activityId: string,
  startsAt: number,
): Promise<{ key: string }> {
  await at(startsAt - 10 * MINUTE)
  return leader.call('attendance', 'openCheckIn', { activityId })
}

const STEP = 30_000

/** What the leader's screen shows: TOTP [RFC 6238] with HMAC-SHA-256, bound to the direction. */
function codeAt(key: string, direction: 'in' | 'out', moment: number) {
  const step = Math.floor(moment / STEP)
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(`${direction}.${step}`).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return { digits: String(number % 1_000_000).padStart(6, '0'), step, shownAt: moment }
}

const accountsOf = (comers: Registered[]): Promise<{ accountId: string }[]> =>
  Promise.all(
    comers.map(async ({ visitor }) => {
      const { accountId } = await visitor.call<{ accountId: string }>('accounts', 'getMe', {})
      return { accountId }
    }),
  )

/** The coming Saturday has sign-ups; the evenings at the bins are full, with a list of those who wait. */
async function signUpForWhatComes(series: Series[], everybody: Registered[]): Promise<void> {
  const coming: [Series | undefined, string, Registered[]][] = [
    [series[0], 'cleaner', everybody.slice(0, 5)],
    [series[1], 'guide', everybody.slice(2, 6)],
    [series[4], 'anyone', everybody.slice(0, 4)],
  ]
  for (const [of, roleId, comers] of coming) {
    if (!of) continue
    const isSoon = of.example.plan.recurrence.kind === 'once'
    const { activityId } = await occurrenceAfter(of, Date.now() + (isSoon ? 0 : DAY))
    for (const { visitor } of comers)
      await visitor.call('activities', 'signUp', { activityId, roleId, despiteClash: true })
  }
}
