import type { Import, RowProblem } from '@contract/hotline'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { type Column, Table } from '@/components/table'
import { saveCsv } from '@/components/table/saveCsv'
import { columnNames, problemsText } from './sheetColumns'
import type { Received } from './useImport'

const SHOWN = 50

const columns: [Column<RowProblem>, ...Column<RowProblem>[]] = [
  { key: 'row', title: '行号', show: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row },
  { key: 'column', title: '列', show: ({ column }) => columnNames[column] },
  { key: 'message', title: '问题', show: ({ message }) => message },
]

interface ProblemsProps {
  problems: RowProblem[]
  onBack: () => unknown
}

/** Nothing of a sheet becomes a case while a row of it is wrong. */
export const Problems = ({ problems, onBack }: ProblemsProps) => (
  <>
    <Notice kind="error" title={`有 ${problems.length} 处问题，工单还没有变成案件`}>
      请在原来的表格里改好，再选择这个表格。
    </Notice>
    <Table
      label="问题"
      columns={columns}
      rows={problems.slice(0, SHOWN)}
      keyOf={({ row, column }) => `${row}/${column}`}
    />
    {problems.length > SHOWN ? <View>这里显示前 {SHOWN} 处，清单里有全部。</View> : null}
    <View className="listActs">
      <Button onPress={onBack}>选择改好的表格</Button>
      <Button
        kind="secondary"
        icon="download"
        onPress={() => saveCsv('工单问题清单.csv', problemsText(problems))}
      >
        下载问题清单
      </Button>
    </View>
  </>
)

interface ReceivedStepProps {
  received: Received
  trouble: string | undefined
  onFinish: (requestId: string) => Promise<void>
  onDrop: () => Promise<void>
}

export const ReceivedStep = ({ received, trouble, onFinish, onDrop }: ReceivedStepProps) => {
  const [requestId] = useState(newRequestId)
  const { tickets, known, placed, problems } = received
  if (problems.length > 0) return <Problems problems={problems} onBack={onDrop} />
  return (
    <Card title="检查通过">
      <KeyValue
        rows={[
          { key: '工单', value: `${tickets} 张` },
          { key: '已经有的', value: `${known} 张，不会重复` },
          { key: '找到地点', value: placed < tickets ? `${placed} 张，其余由你的地区受理` : `${placed} 张` },
        ]}
      />
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <View className="listActs">
        <Button onPress={() => onFinish(requestId)}>生成案件</Button>
        <Button kind="secondary" onPress={onDrop}>
          放弃这次导入
        </Button>
      </View>
    </Card>
  )
}

interface DoneStepProps {
  outcome: Import
  onAgain: () => void
}

export const DoneStep = ({ outcome: { state, rows, added, known }, onAgain }: DoneStepProps) => (
  <>
    {state === 'done' ? (
      <Notice kind="success" title="导入完成">
        生成 {added} 件案件，另有 {known} 张工单以前导入过。
      </Notice>
    ) : (
      <Notice kind="information" title="正在生成案件">
        共 {rows} 张工单，几分钟内完成。可以离开这一页。
      </Notice>
    )}
    <Button kind="secondary" onPress={onAgain}>
      再导入一个表格
    </Button>
  </>
)
