import { aJudgedCampaign, aSession, someJudges } from '../cloudfunctions/judging/sitting'
import { accountIdOf, expectValue, JINGAN, SHANGHAI, someJudging } from './builders'
import { casePages } from './casePages'
import type { Cloud, Person } from './cloud'
import { nominatedPages } from './nominatedPages'
import { volunteerPages } from './volunteerPages'

/** Every page of the program, with something on it to see. */
export interface PageWithRecords {
  query: string
  /** Words that stand there once its records have come. */
  shows: string
}

interface World {
  cloud: Cloud
  campaignId: string
  administrator: Person
  citizen: Person
}

const VILLAGE = '310106012002'
const COMMENT = '门前一直很干净'
const DOUBTFUL = '待审示例：晚上的外摆有点占道'
const ORGANISATION = '示例街区自律会'
const REVIEWER = '静安区审核员 · 示例'
const GRID = '示例网格'
const UNIT = '静安区绿化市容局（示例）'

/** Makes the records that the pages show. */
export async function somethingOnEveryPage(world: World): Promise<Record<string, PageWithRecords>> {
  const { campaignId, administrator, citizen } = world
  const contentId = await writeComments(world)
  const organisationId = await appointAndRegister(world)
  const judged = await holdSession(world)
  expectValue(await administrator.awards('addAwardUnit', { campaignId, name: UNIT, placeCode: JINGAN }))
  const { candidates } = expectValue(await citizen.voting('listCandidates', { campaignId }))
  const [candidate] = candidates
  const { name: campaignName } = expectValue(await administrator.voting('getCampaign', { campaignId }))
  return {
    ...publicPages(campaignId, campaignName, candidate?.candidateId ?? '', candidate?.name ?? ''),
    ...ownPages(),
    ...judgingPages(judged),
    ...(await nominatedPages(administrator, citizen)),
    ...(await casePages(world)),
    ...(await volunteerPages(world)),
    ...staffPages({
      campaignId,
      campaignName,
      contentId,
      organisationId,
      candidateId: candidate?.candidateId ?? '',
    }),
  }
}

async function writeComments({ campaignId, citizen }: World): Promise<string> {
  const comment = { campaignId, text: DOUBTFUL, pictures: [] }
  const { contentId } = expectValue(await citizen.voting('writeComment', comment))
  expectValue(await citizen.voting('writeComment', { ...comment, text: COMMENT }))
  return contentId
}

async function appointAndRegister({ cloud, administrator, citizen }: World): Promise<string> {
  const reviewer = await accountIdOf(await cloud.person('oDemoReviewerJingan'))
  const appoint = async (accountId: string, name: string, role: 'reviewer' | 'auditor') => {
    const grant = { accountId, name, role, placeCode: JINGAN, endsAt: null }
    expectValue(await administrator.administration('grantRole', grant))
  }
  await appoint(reviewer, REVIEWER, 'reviewer')
  await appoint(await accountIdOf(citizen), '市民 · 示例甲', 'auditor')
  expectValue(await administrator.places('addGrid', { villageCode: VILLAGE, name: GRID }))
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: JINGAN,
      kind: 'association',
      name: ORGANISATION,
    }),
  )
  return organisation.organisationId
}

interface Judged {
  campaignId: string
  candidateId: string
  sessionId: string
}

/** The citizen is one of three judges; the session is open. */
async function holdSession({ cloud, administrator, citizen }: World): Promise<Judged> {
  const plan = someJudging({ dropHighest: 0, dropLowest: 0 })
  const { campaignId, candidateIds } = await aJudgedCampaign(administrator, { candidates: 1, plan })
  const accountId = await accountIdOf(citizen)
  const grant = {
    accountId,
    name: '评委 · 示例甲',
    role: 'judge',
    placeCode: SHANGHAI,
    endsAt: null,
  } as const
  expectValue(await administrator.administration('grantRole', grant))
  const chair = await aSession(administrator, campaignId)
  await chair.begin([citizen, ...(await someJudges(cloud, administrator, 2))])
  return { campaignId, candidateId: candidateIds[0] ?? '', sessionId: chair.sessionId }
}

type Pages = Record<string, PageWithRecords>

const SESSION = '示例擂台演讲'

function judgingPages({ campaignId, candidateId, sessionId }: Judged): Pages {
  const [ofCampaign, ofSession] = [`campaignId=${campaignId}`, `sessionId=${sessionId}`]
  const [page, staffPage] = ['features/judging/pages', 'features/administration/pages']
  return {
    [`${page}/sessions`]: { query: '', shows: SESSION },
    [`${page}/session`]: { query: ofSession, shows: '1. 第1号（示例）自律会' },
    [`${page}/entry`]: { query: `${ofSession}&candidateId=${candidateId}`, shows: '保存评分' },
    [`${page}/publicSession`]: { query: ofCampaign, shows: '演讲顺序怎样抽签' },
    [`${staffPage}/judging`]: { query: ofCampaign, shows: SESSION },
    [`${staffPage}/session`]: { query: ofSession, shows: '结束评审' },
  }
}

function publicPages(campaignId: string, campaign: string, candidateId: string, candidate: string): Pages {
  const query = `campaignId=${campaignId}`
  return {
    'pages/home': { query: '', shows: campaign },
    'pages/vote': { query: '', shows: campaign },
    'features/voting/pages/campaign': { query, shows: campaign },
    'features/reporting/pages/nearby': { query: '', shows: '选择地区' },
    'features/reporting/pages/statistics': { query: '', shows: '开放数据' },
    'features/voting/pages/about': { query, shows: '哪些已经定下来' },
    'features/voting/pages/candidate': { query: `${query}&candidateId=${candidateId}`, shows: candidate },
    'features/voting/pages/ballot': { query, shows: '选票上还没有组织' },
    'features/voting/pages/receipt': { query, shows: '这次活动你还没有投票' },
    'features/voting/pages/results': { query, shows: '结果还没有公布' },
    'features/voting/pages/publicCount': { query, shows: '选票还没有公开' },
    'features/awards/pages/showcase': { query, shows: '获评名单还没有公布' },
    'features/voting/pages/check': { query: '', shows: '16 位字母和数字' },
    'features/voting/pages/comments': { query, shows: COMMENT },
  }
}

const ownPages = (): Pages => ({
  'pages/mine': { query: '', shows: '工作台' },
  'features/accounts/pages/phone': { query: '', shows: '手机号' },
  'features/accounts/pages/privacy': { query: '', shows: '导出' },
  'features/accounts/pages/contents': { query: '', shows: DOUBTFUL },
  'features/accounts/pages/desk': { query: '', shows: '登录码' },
  'features/accounts/pages/devices': { query: '', shows: '扫码登录电脑' },
  'features/accounts/pages/contact': { query: '', shows: '保存联系方式' },
  'features/accounts/pages/myData': { query: '', shows: '收到的消息' },
  'features/messages/pages/inbox': { query: '', shows: '你被任命为审计员' },
  'features/messages/pages/settings': { query: '', shows: '免打扰时间' },
})

interface Subjects {
  campaignId: string
  campaignName: string
  contentId: string
  organisationId: string
  candidateId: string
}

function staffPages(subjects: Subjects): Pages {
  const { campaignId, campaignName, contentId, organisationId, candidateId } = subjects
  const inCity = `placeCode=${SHANGHAI}`
  const page = (name: string) => `features/administration/pages/${name}`
  return {
    [page('overview')]: { query: '', shows: '内容审核' },
    [page('work')]: { query: `${inCity}&workId=contentReview-${contentId}`, shows: DOUBTFUL },
    [page('supervision')]: { query: inCity, shows: '市民满意吗' },
    [page('hotSpots')]: { query: inCity, shows: '每小时比较一次' },
    [page('unitWeeks')]: { query: inCity, shows: '增加单位' },
    [page('volunteerMonth')]: { query: inCity, shows: '开展志愿服务活动' },
    [page('campaigns')]: { query: inCity, shows: campaignName },
    [page('campaignEditor')]: { query: `campaignId=${campaignId}`, shows: '选票上叫“候选组织”' },
    [page('count')]: { query: `campaignId=${campaignId}`, shows: '提前结束投票' },
    [page('winners')]: { query: `campaignId=${campaignId}`, shows: '生成获评名单' },
    [page('awardUnits')]: { query: `campaignId=${campaignId}`, shows: UNIT },
    [page('trust')]: { query: `campaignId=${campaignId}`, shows: '没有发现异常投票' },
    [page('preview')]: { query: `campaignId=${campaignId}`, shows: '换一种算法看看' },
    [page('candidates')]: { query: `campaignId=${campaignId}`, shows: '个候选组织' },
    [page('revise')]: { query: `candidateId=${candidateId}`, shows: '一句话介绍' },
    [page('caseCategories')]: { query: inCity, shows: '乱设摊' },
    [page('caseRouting')]: { query: inCity, shows: '试一试' },
    [page('caseDuties')]: { query: inCity, shows: '城管中队' },
    [page('workingCalendar')]: { query: `${inCity}&year=2026`, shows: '10 月' },
    [page('replyTemplates')]: { query: inCity, shows: '新增模板' },
    [page('staff')]: { query: inCity, shows: REVIEWER },
    [page('appoint')]: { query: inCity, shows: '账号编号' },
    [page('organisations')]: { query: inCity, shows: ORGANISATION },
    [page('organisation')]: { query: `${inCity}&organisationId=${organisationId}`, shows: ORGANISATION },
    [page('grids')]: { query: `placeCode=${VILLAGE}`, shows: GRID },
    [page('opinions')]: { query: inCity, shows: COMMENT },
    [page('audit')]: { query: inCity, shows: '检查记录' },
    [page('operations')]: { query: inCity, shows: '等待发送' },
    [page('apiKeys')]: { query: inCity, shows: '接口地址' },
    [page('hotline')]: { query: inCity, shows: '选择表格' },
    [page('claim')]: { query: '', shows: '部署口令' },
  }
}

export const isForStaff = (page: string): boolean => page.startsWith('features/administration/')
