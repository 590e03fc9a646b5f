import { IMPORT_PART_BYTES, IMPORT_ROWS_AT_ONCE } from '@contract/limits'
import {
  headingRow,
  partsOf,
  problemsText,
  suggestColumns,
  type Ticket,
  ticketsOf,
  tooLong,
} from '@/features/administration/components/hotline/sheetColumns'

const HEADINGS = ['序号', '工单编号', '来电时间', '诉求类别', '诉求内容', '事发地址', '经度', '纬度']

describe('columns of a sheet', () => {
  test('are found by their headings', () => {
    expect(suggestColumns(HEADINGS)).toEqual({
      ticket: 1,
      reportedAt: 2,
      category: 3,
      description: 4,
      address: 5,
      longitude: 6,
      latitude: 7,
    })
  })

  test('are found however they are spaced and starred, and by part of their name', () => {
    expect(
      suggestColumns(['* 工单 编号', '案件受理时间（年月日）', '主要诉求内容', 'Longitude', 'Latitude']),
    ).toMatchObject({
      ticket: 0,
      reportedAt: 1,
      description: 2,
      longitude: 3,
      latitude: 4,
      category: null,
      address: null,
    })
  })

  test('are each used once', () => {
    const used = Object.values(suggestColumns(['编号', '时间', '内容', '类型', '类别'])).filter(
      (at) => at !== null,
    )
    expect(new Set(used).size).toBe(used.length)
  })

  test('stand below the title of the sheet', () => {
    expect(headingRow([['2026年11月热线工单'], [], HEADINGS, ['1', 'HP-1']])).toBe(2)
    expect(headingRow([HEADINGS, ['1', 'HP-1']])).toBe(0)
    expect(headingRow([['甲', '乙']])).toBe(0)
  })
})

describe('tickets of a sheet', () => {
  const rows = [HEADINGS, ['1', ' HP-1 ', '2026-11-10', '垃圾', '门前', '某路'], ['', ' ', ''], ['2', 'HP-2']]

  test('are its rows with anything in them, numbered as the sheet numbers them', () => {
    expect(ticketsOf(rows, 0, suggestColumns(HEADINGS))).toEqual([
      {
        row: 2,
        ticket: 'HP-1',
        reportedAt: '2026-11-10',
        category: '垃圾',
        description: '门前',
        address: '某路',
        longitude: '',
        latitude: '',
      },
      expect.objectContaining({ row: 4, ticket: 'HP-2', description: '' }),
    ])
  })

  test('of a column that the sheet has not are empty', () => {
    const mapping = { ...suggestColumns(HEADINGS), address: null }
    expect(ticketsOf(rows, 0, mapping)[0]?.address).toBe('')
  })
})

const aTicket = (row: number, description = '门前'): Ticket => ({
  row,
  ticket: `HP-${row}`,
  reportedAt: '2026-11-10',
  category: '',
  description,
  address: '',
  longitude: '',
  latitude: '',
})
const tickets = (count: number, description?: string) =>
  Array.from({ length: count }, (_, index) => aTicket(index + 2, description))

describe('parts of a sheet', () => {
  test('have no more rows than one call takes', () => {
    const parts = partsOf(tickets(2 * IMPORT_ROWS_AT_ONCE + 1))
    expect(parts.map(({ length }) => length)).toEqual([IMPORT_ROWS_AT_ONCE, IMPORT_ROWS_AT_ONCE, 1])
  })

  test('have no more bytes than one call takes, and every row once', () => {
    const long = tickets(60, '门'.repeat(2000))
    const parts = partsOf(long)
    expect(parts.flat()).toEqual(long)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts)
      expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThanOrEqual(IMPORT_PART_BYTES + 2)
  })

  test('of nothing are none', () => {
    expect(partsOf([])).toEqual([])
  })
})

describe('what is wrong', () => {
  test('is said of cells that are too long to be sent', () => {
    expect(tooLong([aTicket(2), aTicket(3, '长'.repeat(2001))])).toEqual([
      { row: 3, column: 'description', message: '诉求内容最多 2000 个字' },
    ])
  })

  test('is written down for the sheet, with quotes as CSV has them', () => {
    expect(problemsText([{ row: 3, column: 'ticket', message: '没有“编号”, "空"' }])).toBe(
      '行号,列,问题\r\n3,"工单编号","没有“编号”, ""空"""',
    )
  })
})
