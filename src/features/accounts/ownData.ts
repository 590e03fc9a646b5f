import type { ExportSection } from '@contract/ownData'
import { fullDayWords, momentWords } from '@/words/moments'

/** "My data" in words, and as a file that people and programs can read. Pure. */

export const KEEPERS = [
  'accounts',
  'activities',
  'administration',
  'attendance',
  'judging',
  'messages',
  'moderation',
  'nominations',
  'reporting',
  'volunteerHours',
  'volunteerStatistics',
  'volunteers',
  'voting',
] as const
export type Keeper = (typeof KEEPERS)[number]

export const keeperWords: Record<Keeper, { title: string; line: string }> = {
  accounts: { title: '账号和电脑', line: '账号编号、手机号的显示、联系方式、登录过的设备' },
  activities: { title: '志愿活动报名', line: '报过名的活动、候补和退出、活动后的评价' },
  administration: { title: '工作身份', line: '被任命过的角色和地区' },
  attendance: { title: '志愿活动签到', line: '签到和签退的时间、方式、离活动地点多远' },
  judging: { title: '评审', line: '担任过的评委、打过的分、回避' },
  messages: { title: '消息', line: '收到的消息、同意接收的通知、免打扰时间' },
  moderation: { title: '发布的内容', line: '写过的意见、照片和审核结果' },
  nominations: { title: '申报', line: '填写过的申报、照片张数和审核状态' },
  reporting: { title: '随申拍', line: '上报过的问题、留下的联系方式、评价，我也遇到和关注的问题' },
  volunteerHours: { title: '志愿服务时长', line: '时长记录、补录、撤销和申诉、开过的证明' },
  volunteerStatistics: { title: '志愿榜单', line: '每周、每月、每年在单位、街镇和网格榜单中的时长' },
  volunteers: { title: '志愿者登记', line: '姓名、出生年月、监护人、特长、志愿者卡、加入的服务队' },
  voting: { title: '投票', line: '投票凭证。选票里没有你的名字，不在这里' },
}

export interface KeptPart {
  keeper: Keeper
  sections: ExportSection[]
}

/** `我的数据-2026-11-21.html`, by the city's day. */
export const exportFileName = (now: number): string => {
  const [, year, month, day] = /^(\d+)年(\d+)月(\d+)日$/.exec(fullDayWords(now)) ?? []
  return `我的数据-${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}.html`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: string | number | null): string =>
  value === null ? '—' : String(value).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

const itemRows = (item: ExportSection['items'][number]): string =>
  Object.entries(item)
    .map(([key, value]) => `<tr><th>${escaped(key)}</th><td>${escaped(value)}</td></tr>`)
    .join('')

const sectionHtml = ({ title, items }: ExportSection): string => {
  const tables = items.map((item) => `<table>${itemRows(item)}</table>`).join('')
  return `<h3>${escaped(title)}（${items.length} 条）</h3>${tables || '<p>没有。</p>'}`
}

const STYLE =
  'body{max-width:720px;margin:24px auto;padding:0 16px;font:16px/1.6 sans-serif;color:#1b1f1d}' +
  'table{width:100%;margin:0 0 16px;border-collapse:collapse}' +
  'th,td{padding:6px 8px;border:1px solid #d8deda;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th{width:30%;background:#f5f7f5;font-weight:400}'

/**
 * One file for both: a page that any browser shows, and in it the same as JSON (`script#data`), for other programs.
 * What people wrote is escaped in both, so that the file runs nothing.
 */
export const exportFile = (parts: KeptPart[], now: number): string => {
  const json = JSON.stringify({ program: '共治', exportedAt: new Date(now).toISOString(), parts }, null, 1)
  const body = parts
    .map(
      ({ keeper, sections }) => `<h2>${keeperWords[keeper].title}</h2>${sections.map(sectionHtml).join('')}`,
    )
    .join('\n')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的数据</title><style>${STYLE}</style></head><body>
<h1>我在“共治”的数据</h1>
<p>导出时间：${momentWords(now)}。文件里有个人信息，请妥善保管。</p>
${body}
<script type="application/json" id="data">${json.replace(/</g, '\\u003c')}</script>
</body></html>
`
}
