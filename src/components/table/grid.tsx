import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { type Column, nextOrder, type Order, sortRows, type TableProps } from './columns'
import { csvOf } from './csv'
import { saveCsv } from './saveCsv'

const alignment = <Row,>({ align }: Column<Row>) => (align ? 'table__cell--end' : '')

interface HeadProps<Row> {
  column: Column<Row>
  order: Order | null
  onSort: (order: Order | null) => void
}

const directionOf = (order: Order | null, key: string) => {
  if (order?.key !== key) return 'none' as const
  return order.isDescending ? ('descending' as const) : ('ascending' as const)
}

const Head = <Row,>({ column, order, onSort }: HeadProps<Row>) => {
  const { key, title, sortBy } = column
  const direction = directionOf(order, key)
  return (
    <View
      className={`table__head ${alignment(column)}`}
      {...accessible({ role: 'columnheader', sort: sortBy ? direction : undefined })}
    >
      {sortBy ? (
        <Pressable
          className="table__sort"
          label={`按${title}排序`}
          onPress={() => onSort(nextOrder(order, key))}
        >
          <View>{title}</View>
          {direction === 'none' ? null : (
            <Icon name={direction === 'ascending' ? 'rising' : 'falling'} size="small" />
          )}
        </Pressable>
      ) : (
        title
      )}
    </View>
  )
}

type CellProps<Row> = Pick<TableProps<Row>, 'onPress'> & { column: Column<Row>; row: Row; isName: boolean }

const Cell = <Row,>({ column, row, isName, onPress }: CellProps<Row>) => (
  <View className={`table__cell words-break ${alignment(column)}`} {...accessible({ role: 'cell' })}>
    {isName && onPress ? (
      <Pressable className="table__open" role="link" onPress={() => onPress(row)}>
        {column.show(row)}
      </Pressable>
    ) : (
      column.show(row)
    )}
  </View>
)

interface BodyProps<Row> {
  table: TableProps<Row>
  order: Order | null
}

const Rows = <Row,>({ table: { columns, rows, keyOf, onPress }, order }: BodyProps<Row>) => (
  <View className="table__rows" {...accessible({ role: 'rowgroup' })}>
    {sortRows(rows, columns, order).map((row) => (
      <View key={keyOf(row)} className="table__row" {...accessible({ role: 'row' })}>
        {columns.map((column, index) => (
          <Cell key={column.key} column={column} row={row} isName={index === 0} onPress={onPress} />
        ))}
      </View>
    ))}
  </View>
)

/** Several tables of a page have such a button: its name says which. */
const SaveButton = <Row,>({ table, order }: BodyProps<Row>) => {
  const { label, fileName } = table
  return fileName === undefined ? null : (
    <View className="tableSave">
      <Button
        kind="quiet"
        icon="download"
        label={`下载表格：${label}`}
        onPress={() => saveCsv(`${fileName}.csv`, csvOf(table, order))}
      >
        下载表格
      </Button>
    </View>
  )
}

/** Rows and columns; a column's head sorts, the first cell of a row opens it. */
export const Grid = <Row,>(props: TableProps<Row>) => {
  const { label, columns } = props
  const [order, setOrder] = useState<Order | null>(null)
  return (
    <>
      <View className="table" {...accessible({ role: 'table', label })}>
        <View className="table__heads" {...accessible({ role: 'rowgroup' })}>
          <View className="table__row" {...accessible({ role: 'row' })}>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} onSort={setOrder} />
            ))}
          </View>
        </View>
        <Rows table={props} order={order} />
      </View>
      <SaveButton table={props} order={order} />
    </>
  )
}
