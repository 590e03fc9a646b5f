import { useIsDesk } from '@/components/page/desk'
import { Cards } from './cards'
import type { TableProps } from './columns'
import { Grid } from './grid'
import './index.scss'
import './grid.scss'

export type { Column } from './columns'

const WebTable = <Row,>(props: TableProps<Row>) => {
  const isDesk = useIsDesk()
  return isDesk ? <Grid {...props} /> : <Cards {...props} />
}

/** Rows and columns on a wide page and on paper; elsewhere, and in WeChat, a card for each row. */
export const Table: typeof WebTable = process.env.TARO_ENV === 'weapp' ? Cards : WebTable
