import type { CloudClient, Visitor } from './cloudClient'
import { judges } from './content/people'
import { numbersFrom } from './demoBallots'
import { secondAdministrator } from './staff'

/** Brings the earlier campaign to its end, as its staff would have: scores, count, list, experts, winners, units. */

export interface EndedCampaign {
  campaignId: string
  closesAt: number
  expertsOpenAt: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Seen {
  sessionId: string
  version: number
}

export async function endCampaign(
  cloud: CloudClient,
  administrator: Visitor,
  { campaignId, closesAt, expertsOpenAt }: EndedCampaign,
): Promise<void> {
  const second = await secondAdministrator(cloud)
  const at = (moment: number) => cloud.setClock(Math.round(moment - Date.now()))
  await at(closesAt + HOUR)
  const group = { kind: 'selectionGroup' as const, name: '选树工作小组评分', startsAt: closesAt }
  await judge(cloud, administrator, { campaignId, ...group })
  await at(closesAt + 2 * HOUR)
  await publishList(administrator, second, campaignId)
  await at(expertsOpenAt + DAY + 9 * HOUR)
  const speeches = { kind: 'experts' as const, name: '擂台演讲', startsAt: expertsOpenAt + DAY + 9 * HOUR }
  await judge(cloud, administrator, { campaignId, ...speeches })
  await at(expertsOpenAt + 2 * DAY)
  await publishWinners(administrator, second, campaignId)
  await considerUnits(administrator, campaignId)
  await cloud.setClock(0)
}

async function publishList(administrator: Visitor, second: Visitor, campaignId: string): Promise<void> {
  let recount = await administrator.call<{ recountId: string; state: string }>('voting', 'recount', {
    campaignId,
  })
  while (recount.state === 'running')
    recount = await administrator.call('voting', 'recount', { campaignId, recountId: recount.recountId })
  await sealBallots(administrator, campaignId)
  const { version } = await administrator.call<{ version: number }>('voting', 'proposeList', { campaignId })
  for (const visitor of [administrator, second])
    await visitor.call('voting', 'confirmList', { campaignId, version })
  await administrator.call('voting', 'publishList', { campaignId, version })
}

async function sealBallots(administrator: Visitor, campaignId: string): Promise<void> {
  for (;;) {
    const answer = await administrator.call<{ sealing: { state: string } }>('voting', 'sealBallots', {
      campaignId,
    })
    if (answer.sealing.state === 'done') return
  }
}

async function publishWinners(administrator: Visitor, second: Visitor, campaignId: string): Promise<void> {
  const { version } = await administrator.call<{ version: number }>('awards', 'proposeWinners', {
    campaignId,
  })
  for (const visitor of [administrator, second])
    await visitor.call('awards', 'confirmWinners', { campaignId, version })
  await administrator.call('awards', 'publishWinners', { campaignId, version })
}

/** From the empty panel to the closed session: the five example judges score every entry. */
async function judge(
  cloud: CloudClient,
  administrator: Visitor,
  session: { campaignId: string; kind: 'selectionGroup' | 'experts'; name: string; startsAt: number },
): Promise<void> {
  const { kind } = session
  let seen = await administrator.call<Seen>('judging', 'createSession', session)
  const { sessionId } = seen
  const act = async (method: string, input: object = {}) => {
    const { version } = await administrator.call<Seen>('judging', method, {
      sessionId,
      version: seen.version,
      ...input,
    })
    seen = { sessionId, version }
  }
  const seated = await cloud.visitors(judges.map(({ openid }) => openid))
  for (const [index, visitor] of seated.entries()) {
    const { accountId } = await visitor.call<{ accountId: string }>('accounts', 'getMe', {})
    const { name: judgeName = '', memberKind } = judges[index] ?? {}
    await act('seatJudge', { accountId, name: judgeName, memberKind })
  }
  await act('commitDraw')
  if (kind === 'experts') await act('drawOrder')
  await act('openSession')
  await scoreAll(administrator, seated, sessionId)
  await act('closeSession', { excused: null })
}

interface Shown {
  entries: { candidateId: string }[]
  plan: { criteria: { points: number }[] }
}

/** Between 75 and 99 of 100 points, in halves, the same on every machine. */
async function scoreAll(administrator: Visitor, seated: Visitor[], sessionId: string): Promise<void> {
  const { entries, plan } = await administrator.call<Shown>('judging', 'getSession', { sessionId })
  const next = numbersFrom(entries.length)
  for (const { candidateId } of entries)
    for (const visitor of seated) {
      const scores = plan.criteria.map(({ points }) => Math.round((0.75 + 0.24 * next()) * points * 2) * 50)
      await visitor.call('judging', 'saveSheet', { sessionId, candidateId, scores, remark: '', basedOn: 0 })
    }
}

interface Unit {
  unitId: string
  version: number
}

/** Two streets: one that has shown everything and won, one that is still being checked. */
async function considerUnits(administrator: Visitor, campaignId: string): Promise<void> {
  const { winners } = await administrator.call<{ winners: { districtCode: string }[] }>(
    'awards',
    'getShowcase',
    { campaignId },
  )
  const add = async (name: string, placeCode: string) =>
    (await administrator.call<{ unit: Unit }>('awards', 'addAwardUnit', { campaignId, name, placeCode })).unit
  let unit = await add('示例区绿化市容局', winners[0]?.districtCode ?? '')
  for (const [condition, note] of Object.entries(SHOWN)) {
    const checked = { campaignId, unitId: unit.unitId, version: unit.version, condition, state: 'met', note }
    const answer = await administrator.call<{ unit: Unit }>('awards', 'checkCondition', {
      ...checked,
      evidence: [],
    })
    unit = answer.unit
  }
  await administrator.call('awards', 'awardUnit', {
    campaignId,
    unitId: unit.unitId,
    version: unit.version,
  })
  await add('示例街道市容管理所', '310106012')
}

const SHOWN = {
  noticesDelivered: '示例：台账显示 312 家全部送达，抽查 30 家无误。',
  noticesOnWall: '示例：现场抽查 30 家，全部上墙。',
  training: '示例：今年办了 4 次培训，有签到表。',
}
