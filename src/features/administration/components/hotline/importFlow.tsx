import type { RowProblem } from '@contract/hotline'
import { IMPORT_ROWS_MAX } from '@contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { ProgressBar } from '@/components/progressBar'
import { chooseFile, loadSheetFile } from './chooseFile'
import { MappingStep } from './mappingStep'
import { DoneStep, Problems, ReceivedStep } from './receivedStep'
import { type Ticket, tooLong } from './sheetColumns'
import { useImport } from './useImport'

interface ChosenSheet {
  name: string
  rows: string[][]
}

const NAME_MAX = 80

/** What stands in the way of a sheet, before anything of it is sent. */
const wrongSheet = (rows: string[][]): string | null => {
  if (rows.length < 2) return '这个表格里没有工单。第一行写标题，下面每行写一张工单。'
  return rows.length > IMPORT_ROWS_MAX + 10
    ? `一次最多 ${IMPORT_ROWS_MAX} 张工单。请把表格分开，再分几次导入。`
    : null
}

const ChooseStep = ({ onChosen }: { onChosen: (sheet: ChosenSheet) => void }) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = async () => {
    const file = await chooseFile('.xlsx,.csv')
    if (!file || !loadSheetFile) return
    try {
      const { readSheetFile } = await loadSheetFile()
      const rows = await readSheetFile(file)
      const wrong = wrongSheet(rows)
      setTrouble(wrong)
      if (!wrong) onChosen({ name: file.name.slice(0, NAME_MAX), rows })
    } catch {
      setTrouble('这个文件打不开。请用 .xlsx 或者 .csv 格式，旧的 .xls 请先另存为 .xlsx。')
    }
  }
  return (
    <Card title="导入工单">
      <View>
        从热线系统导出 .xlsx 或 .csv
        表格，在这里选择。同一张工单导入几次，也只有一件案件。工单里的文字和地址只有工作人员能看到。
      </View>
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <Button icon="document" onPress={choose}>
        选择表格
      </Button>
    </Card>
  )
}

interface ImportFlowProps {
  placeCode: string
  onChanged: () => Promise<void>
}

/** From a file to cases: choose, say which column is what, send, look at what is wrong, finish. */
export const ImportFlow = ({ placeCode, onChanged }: ImportFlowProps) => {
  const [sheet, setSheet] = useState<ChosenSheet | null>(null)
  const [long, setLong] = useState<RowProblem[]>([])
  const { state, send, finish, drop, begin } = useImport(onChanged)
  const restart = () => {
    setSheet(null)
    setLong([])
    begin()
  }
  if (state.step === 'sending')
    return (
      <Card title="正在上传">
        <ProgressBar progress={state.sent / state.rows} text={`已上传 ${state.sent} / ${state.rows} 张`} />
      </Card>
    )
  if (state.step === 'received')
    return (
      <ReceivedStep
        received={state.received}
        trouble={state.trouble}
        onFinish={(requestId) => finish(state.received, requestId)}
        onDrop={async () => {
          await drop(state.received)
          restart()
        }}
      />
    )
  if (state.step === 'done') return <DoneStep outcome={state.outcome} onAgain={restart} />
  if (!sheet) return <ChooseStep onChosen={setSheet} />
  if (long.length > 0) return <Problems problems={long} onBack={restart} />
  return (
    <>
      {state.trouble ? <Notice kind="error">{state.trouble}</Notice> : null}
      <MappingStep
        name={sheet.name}
        rows={sheet.rows}
        onBack={restart}
        onSend={async (tickets: Ticket[], datum) => {
          const problems = tooLong(tickets)
          setLong(problems)
          if (problems.length === 0) await send({ placeCode, name: sheet.name, datum, tickets })
        }}
      />
    </>
  )
}
