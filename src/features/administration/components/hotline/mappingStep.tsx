import type { Datum } from '@contract/hotline'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { type Column, Table } from '@/components/table'
import {
  columnNames,
  headingRow,
  isNeeded,
  type Mapping,
  suggestColumns,
  type Ticket,
  type TicketColumn,
  ticketColumns,
  ticketsOf,
} from './sheetColumns'
import '../listPage.scss'
import '../listPageDesk.scss'

const NONE = 'none'
const PREVIEWED = 3

const datums: { value: Datum; text: string; line: string }[] = [
  { value: 'gcj02', text: '国测局坐标', line: '微信、高德、腾讯地图' },
  { value: 'wgs84', text: 'WGS84', line: 'GPS、北斗、天地图' },
  { value: 'bd09', text: '百度坐标', line: '百度地图' },
]

interface ColumnChoicesProps {
  headings: string[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

const ColumnChoices = ({ headings, mapping, onChange }: ColumnChoicesProps) => {
  const choices = [
    { value: NONE, text: '表格里没有' },
    ...headings.flatMap((heading, index) =>
      heading.trim() === '' ? [] : [{ value: String(index), text: `${index + 1}. ${heading}` }],
    ),
  ]
  return (
    <View className="listFilters listFilters--row">
      {ticketColumns.map((column) => (
        <ChoiceField
          key={column}
          label={isNeeded(column) ? `${columnNames[column]}（必填）` : columnNames[column]}
          choices={choices}
          value={mapping[column] === null ? NONE : String(mapping[column])}
          onChange={(value) => onChange({ ...mapping, [column]: value === NONE ? null : Number(value) })}
        />
      ))}
    </View>
  )
}

const previewColumns = ticketColumns.map(
  (column): Column<Ticket> => ({
    key: column,
    title: columnNames[column],
    show: (ticket) => ticket[column] || '（空）',
  }),
)

const rowColumn: Column<Ticket> = { key: 'row', title: '行号', show: ({ row }) => `第 ${row} 行` }

interface MappingStepProps {
  name: string
  rows: string[][]
  onSend: (tickets: Ticket[], datum: Datum) => Promise<void>
  onBack: () => void
}

/** Which column is what, with the first rows as they would be sent. */
export const MappingStep = ({ name, rows, onSend, onBack }: MappingStepProps) => {
  const heading = headingRow(rows)
  const headings = rows[heading] ?? []
  const [mapping, setMapping] = useState(() => suggestColumns(headings))
  const [datum, setDatum] = useState<Datum>('gcj02')
  const tickets = ticketsOf(rows, heading, mapping)
  const missing = ticketColumns.filter((column) => isNeeded(column) && mapping[column] === null)
  const hasPosition = mapping.longitude !== null || mapping.latitude !== null
  return (
    <>
      <Card title={`哪一列是什么：${name}`}>
        <View>
          标题在第 {heading + 1} 行，共 {tickets.length} 张工单。列已经按标题猜好，请看下面的前 {PREVIEWED}{' '}
          行是否对得上。
        </View>
        <ColumnChoices headings={headings} mapping={mapping} onChange={setMapping} />
        {hasPosition ? (
          <ChoiceField label="经纬度用的坐标系" choices={datums} value={datum} onChange={setDatum} />
        ) : null}
      </Card>
      {tickets.length > 0 ? (
        <Table
          label="前几行"
          columns={[rowColumn, ...previewColumns]}
          rows={tickets.slice(0, PREVIEWED)}
          keyOf={({ row }) => String(row)}
        />
      ) : null}
      <View className="listActs">
        <Button disabled={missing.length > 0 || tickets.length === 0} onPress={() => onSend(tickets, datum)}>
          {missing.length > 0 ? `请选择${nameOf(missing)}` : `上传并检查 ${tickets.length} 张工单`}
        </Button>
        <Button kind="secondary" onPress={onBack}>
          换一个文件
        </Button>
      </View>
    </>
  )
}

const nameOf = (columns: TicketColumn[]): string => columns.map((column) => columnNames[column]).join('、')
