import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: string
  show: (row: Row) => ReactNode
  /** Lets a reader at a desk sort by this. */
  sortBy?: (row: Row) => string | number
  /** What stands in a file, where it is not the words that are shown: a number as such. */
  inFile?: (row: Row) => string | number
  /** Numbers stand at the end, so that they can be compared. */
  align?: 'end'
}

export interface TableProps<Row> {
  /** What the rows are: 授权记录. */
  label: string
  /** The first names the row. */
  columns: [Column<Row>, ...Column<Row>[]]
  rows: Row[]
  keyOf: (row: Row) => string
  /** Lets a reader at a desk take the table along as a spreadsheet of this name, without its ending. */
  fileName?: string | undefined
  /** Opens the row. */
  onPress?: (row: Row) => unknown
}

export interface Order {
  key: string
  isDescending: boolean
}

/** The first press sorts upwards, the second downwards, the third brings back the order of the list. */
export const nextOrder = (order: Order | null, key: string): Order | null => {
  if (order?.key !== key) return { key, isDescending: false }
  return order.isDescending ? null : { key, isDescending: true }
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'zh-CN', { numeric: true })

export const sortRows = <Row>(rows: Row[], columns: Column<Row>[], order: Order | null): Row[] => {
  const sortBy = columns.find(({ key }) => key === order?.key)?.sortBy
  if (!order || !sortBy) return rows
  const sign = order.isDescending ? -1 : 1
  return [...rows].sort((one, other) => sign * compare(sortBy(one), sortBy(other)))
}
