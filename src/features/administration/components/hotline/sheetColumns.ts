import type { RowProblem } from '@contract/hotline'
import { IMPORT_PART_BYTES, IMPORT_ROWS_AT_ONCE, TICKET_LENGTHS } from '@contract/limits'

/** Which column of a sheet is which cell of a ticket, and the tickets that come of it. Pure. */

export type TicketColumn = RowProblem['column']

/** Index of the sheet's column, or null: the sheet has none. */
export type Mapping = Record<TicketColumn, number | null>

export interface Ticket extends Record<TicketColumn, string> {
  /** As the sheet counts: the first row is 1. */
  row: number
}

export const columnNames: Record<TicketColumn, string> = {
  ticket: '工单编号',
  reportedAt: '诉求时间',
  description: '诉求内容',
  category: '类别',
  address: '地址',
  longitude: '经度',
  latitude: '纬度',
}

export const ticketColumns = Object.keys(columnNames) as TicketColumn[]

const NEEDED: readonly TicketColumn[] = ['ticket', 'reportedAt', 'description']
export const isNeeded = (column: TicketColumn): boolean => NEEDED.includes(column)

/** What hotlines call them, the surest first. */
const HEADINGS: Record<TicketColumn, string[]> = {
  ticket: ['工单编号', '工单号', '热线编号', '案件编号', '任务编号', '受理编号', '编号', '工单'],
  reportedAt: [
    '诉求时间',
    '来电时间',
    '受理时间',
    '登记时间',
    '上报时间',
    '发现时间',
    '创建时间',
    '时间',
    '日期',
  ],
  description: ['诉求内容', '工单内容', '问题描述', '诉求描述', '反映内容', '内容', '描述', '诉求'],
  category: ['类别', '诉求类别', '案件小类', '小类', '问题类型', '诉求类型', '类型', '分类'],
  address: ['地址', '事发地址', '发生地址', '诉求地址', '问题地址', '地点', '位置'],
  longitude: ['经度', 'longitude', 'lng', 'lon'],
  latitude: ['纬度', 'latitude', 'lat'],
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊()]/g, '')

/** Each column is used once: a surer name goes before one that only holds the word. */
export function suggestColumns(headings: string[]): Mapping {
  const names = headings.map(plain)
  const taken = new Set<number>()
  const find = (fits: (name: string) => boolean): number | null => {
    const index = names.findIndex((name, at) => name !== '' && !taken.has(at) && fits(name))
    if (index < 0) return null
    taken.add(index)
    return index
  }
  const mapping = Object.fromEntries(ticketColumns.map((column) => [column, null])) as Mapping
  for (const fits of [
    (known: string) => (name: string) => name === known,
    (known: string) => (name: string) => name.includes(known),
  ])
    for (const column of ticketColumns)
      for (const known of HEADINGS[column]) mapping[column] ??= find(fits(known))
  return mapping
}

const LOOKED_AT = 10

/** A sheet may begin with its title: its headings stand where the most of them are known. */
export function headingRow(rows: string[][]): number {
  const known = (row: string[]) => Object.values(suggestColumns(row)).filter((index) => index !== null).length
  const counts = rows.slice(0, LOOKED_AT).map(known)
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}

const isEmpty = (row: string[]): boolean => row.every((cell) => cell.trim() === '')

/** Every row below the headings that has anything in it. */
export function ticketsOf(rows: string[][], heading: number, mapping: Mapping): Ticket[] {
  return rows.flatMap((row, index) => {
    if (index <= heading || isEmpty(row)) return []
    const cells = ticketColumns.map((column) => {
      const at = mapping[column]
      return [column, at === null ? '' : (row[at] ?? '').trim()]
    })
    return [{ row: index + 1, ...(Object.fromEntries(cells) as Record<TicketColumn, string>) }]
  })
}

/** Cells that are too long to be sent at all. */
export const tooLong = (tickets: Ticket[]): RowProblem[] =>
  tickets.flatMap((ticket) =>
    ticketColumns.flatMap((column) =>
      ticket[column].length > TICKET_LENGTHS[column].max
        ? [
            {
              row: ticket.row,
              column,
              message: `${columnNames[column]}最多 ${TICKET_LENGTHS[column].max} 个字`,
            },
          ]
        : [],
    ),
  )

const bytesOf = (ticket: Ticket): number => new TextEncoder().encode(JSON.stringify(ticket)).length

/** Parts that each go in one call. */
export function partsOf(tickets: Ticket[]): Ticket[][] {
  const parts: Ticket[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const ticket of tickets) {
    const size = bytesOf(ticket) + 1
    const part = parts.at(-1)
    if (part && part.length < IMPORT_ROWS_AT_ONCE && bytes + size <= IMPORT_PART_BYTES) {
      part.push(ticket)
      bytes += size
    } else {
      parts.push([ticket])
      bytes = size
    }
  }
  return parts
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** What is wrong, for mending it in the sheet. */
export const problemsText = (problems: RowProblem[]): string =>
  ['行号,列,问题']
    .concat(
      problems.map(({ row, column, message }) =>
        [String(row), quoted(columnNames[column]), quoted(message)].join(','),
      ),
    )
    .join('\r\n')
