import type { ScoreTieBreak } from '../../contract/campaigns'
import { MEMBER_KINDS, type ScoredEntry } from '../../contract/judging'
import type { CampaignRow } from '../platform/campaigns/rows'
import { shanghaiTime } from '../platform/clock'
import {
  type Cell,
  campaignTitle,
  documentOf,
  fact,
  grid,
  heading,
  line,
  signatureLines,
  title,
} from '../platform/documents/pieces'
import type { SeatRow, SessionRow, SheetRow } from './rows'
import { countingSheets, isRecused, progressOf } from './rules'
import { type Score, scoreOf, totalOf } from './scoring'
import { MEMBER_NAMES, points } from './words'

/** The minutes of a closed session: everything that is needed to come to the result again by hand. */

export interface MinutesOf {
  campaign: Pick<CampaignRow, 'name' | 'organiser' | 'basis' | 'isDemo'>
  session: SessionRow
  panel: SeatRow[]
  sheets: SheetRow[]
  results: ScoredEntry[]
  /** Citizens' votes by candidate id, as far as they are published. */
  votes: ReadonlyMap<string, number>
}

const KIND_NAMES = { selectionGroup: '选树工作小组评分', experts: '专家评审' }

/** By which rule an entry was parted from its equals, and with what. */
const tieWords: Record<ScoreTieBreak, (of: MinutesOf, candidateId: string) => string> = {
  firstCriterion: (of, candidateId) =>
    `${of.session.plan?.criteria[0]?.name ?? ''}平均 ${points(entryScore(of, candidateId).firstCriterion)}`,
  moreVotes: ({ votes }, candidateId) => `市民投票 ${votes.get(candidateId) ?? 0} 票`,
  lot: () => '抽签',
}

const time = (moment: number | null) => (moment === null ? '—' : shanghaiTime(moment))

export const minutesDocument = (of: MinutesOf): Promise<Buffer> => {
  const { campaign, session } = of
  const name = `${campaign.name}${session.name}纪要`
  const children = [
    title(campaignTitle(campaign, `${session.name}纪要`)),
    ...facts(of),
    ...panelPart(of),
    ...drawPart(session),
    ...scoresPart(of),
    ...resultsPart(of),
    ...signatures(of),
  ]
  return documentOf(children, { name, isWide: true })
}

const facts = ({ campaign, session }: MinutesOf) => [
  fact('评审类型', KIND_NAMES[session.kind]),
  fact('主办单位', campaign.organiser),
  fact('依据', campaign.basis),
  fact('时间', `${time(session.openedAt)} 开始打分，${time(session.closedAt)} 结束`),
  fact('评审对象', `${session.entries.length} 个`),
]

function panelPart({ session, panel }: MinutesOf) {
  const kinds = MEMBER_KINDS.map((kind) => ({
    kind,
    names: panel.filter(({ memberKind }) => memberKind === kind).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0)
  const recusals = panel.flatMap((seat) =>
    seat.recusals.map(
      ({ candidateId, reason, by }) =>
        `${seat.name}回避“${nameOf(session, candidateId)}”：${reason}${by === 'chair' ? '（主持人决定）' : ''}`,
    ),
  )
  return [
    heading(`一、评审组（${panel.length} 人）`),
    grid(
      ['来自', '人数', '姓名'],
      kinds.map(({ kind, names }) => [
        { text: MEMBER_NAMES[kind] },
        { text: String(names.length) },
        { text: names.join('、'), align: 'left' },
      ]),
      [2, 1, 7],
    ),
    fact('回避', recusals.length === 0 ? '无' : ''),
    ...recusals.map(line),
  ]
}

const nameOf = ({ entries }: SessionRow, candidateId: string): string =>
  entries.find((entry) => entry.candidateId === candidateId)?.name ?? candidateId

function drawPart({ draw, entries, kind }: SessionRow) {
  const hasTurns = kind === 'experts'
  return [
    heading(hasTurns ? '二、抽签和演讲顺序' : '二、抽签'),
    fact('承诺', `${draw?.commitment ?? '—'}（${time(draw?.committedAt ?? null)} 公布）`),
    fact('种子', `${draw?.seed ?? '—'}（${time(draw?.drawnAt ?? null)} 公布）`),
    line(
      '核对方法：种子的 SHA-256 等于承诺；每个对象的签号是“种子:编号”的 SHA-256，签号小的在前。编号列在下表。',
    ),
    grid(
      hasTurns ? ['顺序', '对象', '编号'] : ['序号', '对象', '编号'],
      entries.map(({ turn, name, candidateId }, index) => [
        { text: String(turn ?? index + 1) },
        { text: name, align: 'left' },
        { text: candidateId, align: 'left' },
      ]),
      [1, 5, 5],
    ),
  ]
}

/** Judges side by side in one table: more would not be legible. */
const JUDGES_PER_TABLE = 10

function scoresPart(of: MinutesOf) {
  const { session, panel } = of
  const { criteria = [], dropHighest = 0, dropLowest = 0 } = session.plan ?? {}
  const standards = criteria.map(({ name, points: most }) => `${name} ${most} 分`).join('，')
  const tables = Array.from({ length: Math.ceil(panel.length / JUDGES_PER_TABLE) }, (_, index) =>
    scoreTable(of, panel.slice(index * JUDGES_PER_TABLE, (index + 1) * JUDGES_PER_TABLE)),
  )
  const missing = progressOf(session.entries, panel).filter(({ missing: names }) => names.length > 0)
  return [
    heading('三、评分'),
    fact('评分标准', standards),
    fact(
      '计分',
      `每个对象去掉 ${dropHighest} 个最高分、${dropLowest} 个最低分（划线的不计），其余取平均，四舍五入到 0.01 分。`,
    ),
    ...tables.flatMap((table) => [table, line('')]),
    fact('缺少的评分', missing.length === 0 ? '无' : (session.excused ?? '')),
    ...missing.map(({ candidateId, missing: names }) =>
      line(`“${nameOf(session, candidateId)}”缺少：${names.join('、')}`),
    ),
  ]
}

function entryScore({ session, panel, sheets }: MinutesOf, candidateId: string): Score {
  if (!session.plan) throw new Error(`session ${session._id} is closed without a plan`)
  const own = sheets.filter((sheet) => sheet.candidateId === candidateId)
  return scoreOf(countingSheets(own, panel), session.plan)
}

function scoreTable(of: MinutesOf, shown: SeatRow[]) {
  const rows = of.session.entries.map(({ candidateId, name }) => {
    const { score, counted, dropped } = entryScore(of, candidateId)
    const cells = shown.map((seat): Cell => {
      if (isRecused(seat, candidateId)) return { text: '回避' }
      const own = (sheet: { judgeId: string }) => sheet.judgeId === seat._id
      const sheet = counted.find(own) ?? dropped.find(own)
      return sheet ? { text: points(totalOf(sheet)), isStruck: dropped.some(own) } : { text: '缺' }
    })
    return [{ text: name, align: 'left' as const }, ...cells, { text: points(score), isBold: true }]
  })
  return grid(['对象', ...shown.map(({ name }) => name), '平均'], rows, [3, ...shown.map(() => 1.2), 1.2])
}

function resultsPart(of: MinutesOf) {
  const { session, results } = of
  const hasNamed = session.winners > 0
  return [
    heading('四、结果'),
    grid(
      ['名次', '对象', '得分', '计入的评分', '同分时的依据', ...(hasNamed ? ['评选结果'] : [])],
      results.map(({ rank, candidateId, name, score, sheets, decidedBy, isNamed }) => [
        { text: String(rank) },
        { text: name, align: 'left' },
        { text: points(score) },
        { text: `${sheets} 份` },
        { text: decidedBy === null ? '' : tieWords[decidedBy](of, candidateId) },
        ...(hasNamed ? [{ text: isNamed ? '入选' : '', isBold: true }] : []),
      ]),
      [1, 5, 1.5, 1.5, 2.5, ...(hasNamed ? [1.5] : [])],
    ),
  ]
}

const signatures = ({ panel }: MinutesOf) => [
  heading('五、签名'),
  signatureLines(['主持人', '记录人', '日期']),
  signatureLines(panel.map(({ name }) => `评委 ${name}`)),
]
