import { unparse } from 'papaparse'
import { CATEGORY_GROUPS, type Category } from '../../../contract/cases/categories'
import type { CaseState } from '../../../contract/cases/workflow'
import type { CaseRow } from '../../platform/cases/rows'
import { shanghaiDay } from '../../platform/clock'
import { placeWords } from '../../platform/placeNames'

/**
 * The anonymous file of a month. Every column is named here; what is not named does not leave. No words, photos, numbers
 * as people know them, addresses, staff or reporters; positions rounded to four decimals (about 10 m), indoors the middle
 * of a square of about 500 m; days without times.
 */

export type OpenCase = Pick<
  CaseRow,
  | '_id'
  | 'categoryId'
  | 'categoryName'
  | 'group'
  | 'state'
  | 'districtCode'
  | 'streetCode'
  | 'cityCode'
  | 'publicLocation'
  | 'reportedAt'
  | 'handledAt'
  | 'closedAt'
  | 'dueAt'
  | 'reopened'
  | 'rating'
>

/** The states as citizens know them. */
const STATE_WORDS: Record<CaseState, string> = {
  reported: '待受理',
  accepted: '已受理',
  filed: '已立案',
  dispatched: '已派遣',
  handling: '处置中',
  suspended: '挂账',
  handled: '待核查',
  verified: '待结案',
  closed: '已结案',
  supervised: '督办中',
  refused: '不予受理',
  merged: '已合并',
  withdrawn: '已撤回',
}

interface Column {
  name: string
  /** What stands in it, its unit, and when it is empty. */
  description: string
  read: (row: OpenCase, category: Category | undefined) => string | number
}

const dayOf = (time: number | null): string => (time === null ? '' : shanghaiDay(time))
const DECIMALS = 4

/** Of where everyone sees it: see `publicPoint`. */
const degreesOf = ({ publicLocation }: OpenCase, index: 0 | 1): string =>
  publicLocation?.coordinates[index].toFixed(DECIMALS) ?? ''

export const COLUMNS: readonly Column[] = [
  { name: '案件标识', description: '公开页面上的案件标识，不含任何个人信息', read: ({ _id }) => _id },
  { name: '类别', description: '问题的类别', read: ({ categoryName }) => categoryName },
  {
    name: '国标代码',
    description: 'GB/T 30428.2 的代码，没有对应代码时为空',
    read: (_, category) => category?.nationalCode ?? '',
  },
  { name: '大类', description: '类别所属的大类', read: ({ group }) => CATEGORY_GROUPS[group] },
  {
    name: '街镇代码',
    description: '统计用区划代码的前九位；不知道街镇时为区或市的代码',
    read: ({ streetCode, districtCode, cityCode }) => streetCode ?? districtCode ?? cityCode,
  },
  {
    name: '街镇',
    description: '街道或镇的名称',
    read: ({ streetCode, districtCode, cityCode }) => placeWords(streetCode ?? districtCode ?? cityCode),
  },
  { name: '状态', description: '生成文件时的状态', read: ({ state }) => STATE_WORDS[state] },
  { name: '上报日期', description: '年-月-日，北京时间', read: ({ reportedAt }) => dayOf(reportedAt) },
  {
    name: '处置日期',
    description: '年-月-日；还没有处置时为空',
    read: ({ handledAt }) => dayOf(handledAt),
  },
  {
    name: '结案日期',
    description: '年-月-日；还没有结案时为空',
    read: ({ closedAt }) => dayOf(closedAt),
  },
  {
    name: '应处置日期',
    description: '年-月-日；挂账期间为空',
    read: ({ dueAt }) => dayOf(dueAt),
  },
  {
    name: '经度',
    description: '度，GCJ-02 坐标，四位小数；室内问题为约 500 米方格的中心；没有位置时为空',
    read: (row) => degreesOf(row, 0),
  },
  { name: '纬度', description: '同经度', read: (row) => degreesOf(row, 1) },
  { name: '重开次数', description: '结案后重新办理的次数', read: ({ reopened }) => reopened },
  {
    name: '评价星级',
    description: '上报人的评价，1 至 5 星；没有评价时为空，不能当作满意',
    read: ({ rating }) => rating?.stars ?? '',
  },
]

/** So that a spreadsheet shows it by its right characters. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * As spreadsheets and programs read it: UTF-8, commas, CRLF (RFC 4180). What a spreadsheet would take for a formula gets
 * an apostrophe before it; degrees west or south, the only negative numbers, are numbers all the same.
 */
export function csvOf(cases: readonly OpenCase[], categories: ReadonlyMap<string, Category>): string {
  const fields = COLUMNS.map(({ name }) => name)
  const lines = cases.map((row) => COLUMNS.map(({ read }) => read(row, categories.get(row.categoryId))))
  return (
    BYTE_ORDER_MARK + unparse({ fields, data: lines }, { escapeFormulae: /^[=@\t\r]|^[+-](?!\d+(\.\d+)?$)/ })
  )
}

/** What a reader must know, beside the files. */
export const descriptionOf = (madeAt: number): string =>
  `${JSON.stringify(
    {
      title: '随申拍案件（匿名）',
      publisher: '由部署本系统的城市填写',
      licence: '由部署本系统的城市填写',
      updated: new Date(madeAt).toISOString(),
      frequency: '每天凌晨；一个月一个文件，这个月的案件还有变化就重新生成',
      format: 'CSV，UTF-8（带 BOM），逗号分隔',
      columns: COLUMNS.map(({ name, description }) => ({ name, description })),
      caveats: [
        '上报的数量取决于有多少人上报，不等于问题的数量，不能用来给地区或部门排名。',
        '不予受理、已撤回、已合并的案件不在文件里。',
        '没有评价的案件就是没有评价，不能当作满意。',
        '文件里没有照片、文字、门牌和任何人的信息；室内问题的位置只到约 500 米的方格。',
      ],
    },
    null,
    2,
  )}\n`
