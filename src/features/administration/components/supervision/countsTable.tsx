import type { CaseCounts } from '@contract/caseStatistics'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/emptyState'
import { type Column, Table } from '@/components/table'
import { handlingWords, shareWords } from '@/words/caseCounts'
import { numberWords } from '@/words/numbers'

export interface CountedPart {
  key: string
  name: ReactNode
  /** What it is sorted by. */
  sortName: string
  /** What it is called in a file, when the file is made; without it as it is sorted. */
  nameWords?: () => string
  counts: CaseCounts
}

const share = (part: number, whole: number): number => (whole === 0 ? -1 : part / whole)
const average = ({ handled, handledMinutes }: CaseCounts): number =>
  handled === 0 ? -1 : handledMinutes / handled

const number = (key: keyof CaseCounts, title: string): Column<CountedPart> => ({
  key,
  title,
  show: ({ counts }) => numberWords(counts[key]),
  sortBy: ({ counts }) => counts[key],
  inFile: ({ counts }) => counts[key],
  align: 'end',
})

const columnsFor = (nameTitle: string): [Column<CountedPart>, ...Column<CountedPart>[]] => [
  {
    key: 'name',
    title: nameTitle,
    show: ({ name }) => name,
    sortBy: ({ sortName }) => sortName,
    inFile: ({ nameWords, sortName }) => nameWords?.() ?? sortName,
  },
  number('reported', '上报'),
  number('closed', '结案'),
  {
    key: 'inTime',
    title: '按时处置',
    show: ({ counts }) => shareWords(counts.inTime, counts.closed),
    sortBy: ({ counts }) => share(counts.inTime, counts.closed),
    align: 'end',
  },
  {
    key: 'time',
    title: '平均用时',
    show: ({ counts }) => handlingWords(counts),
    sortBy: ({ counts }) => average(counts),
    align: 'end',
  },
  number('reopened', '重开'),
  number('satisfied', '满意'),
  number('dissatisfied', '不满意'),
  number('unrated', '没有评价'),
]

interface CountsTableProps {
  label: string
  nameTitle: string
  parts: CountedPart[]
  /** Of the file that the table can be taken along in, without its ending. */
  fileName: string
  /** Why there is nothing. */
  none: string
  onPress?: (part: CountedPart) => unknown
}

/** The same counts of several places, departments or kinds, side by side. */
export const CountsTable = ({ label, nameTitle, parts, fileName, none, onPress }: CountsTableProps) =>
  parts.length === 0 ? (
    <EmptyState icon="list" reason={none} />
  ) : (
    <Table
      label={label}
      columns={columnsFor(nameTitle)}
      rows={parts}
      fileName={fileName}
      keyOf={({ key }) => key}
      onPress={onPress}
    />
  )
