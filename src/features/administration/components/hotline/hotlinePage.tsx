import type { Import } from '@contract/hotline'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { goBack } from '@/routes'
import { momentWords } from '@/words/moments'
import type { Staff } from '../../useStaff'
import { loadSheetFile } from './chooseFile'
import { ImportFlow } from './importFlow'
import '../listPage.scss'

const states = {
  receiving: { tone: 'waiting', text: '没有完成' },
  adding: { tone: 'information', text: '正在生成案件' },
  done: { tone: 'done', text: '已完成' },
  dropped: { tone: 'plain', text: '已放弃' },
} as const

const columns: [Column<Import>, ...Column<Import>[]] = [
  { key: 'name', title: '表格', show: ({ name }) => name },
  {
    key: 'startedAt',
    title: '时间',
    show: ({ startedAt }) => momentWords(startedAt),
    sortBy: ({ startedAt }) => startedAt,
  },
  { key: 'rows', title: '工单', show: ({ rows }) => `${rows} 张`, sortBy: ({ rows }) => rows },
  { key: 'added', title: '新案件', show: ({ added }) => `${added} 件`, sortBy: ({ added }) => added },
  { key: 'known', title: '以前导入过', show: ({ known }) => `${known} 张`, sortBy: ({ known }) => known },
  { key: 'state', title: '状态', show: ({ state }) => <Badge {...states[state]} /> },
]

const Imports = ({ placeCode }: { placeCode: string }) => {
  const book = useAnswer(`imports/${placeCode}`, () => call('hotline', 'listImports', { placeCode }))
  useRefreshOnPull(book.refresh)
  return (
    <>
      {loadSheetFile ? (
        <ImportFlow placeCode={placeCode} onChanged={book.refresh} />
      ) : (
        <Notice kind="information" title="请在电脑上导入">
          微信里不能选择表格。在电脑上打开工作台，再从这里导入。
        </Notice>
      )}
      <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
        {({ imports }) =>
          imports.length === 0 ? (
            <EmptyState icon="phone" reason="还没有导入过工单" />
          ) : (
            <Table label="导入记录" columns={columns} rows={imports} keyOf={({ importId }) => importId} />
          )
        }
      </Answered>
    </>
  )
}

/** Tickets of the hotline from sheets, for desks. */
export const HotlinePageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') || roles.includes('dispatcher') ? (
    <Imports placeCode={placeCode} />
  ) : (
    <EmptyState icon="lock" reason="只有派遣员和管理员可以导入工单" way={{ text: '返回', onPress: goBack }} />
  )
