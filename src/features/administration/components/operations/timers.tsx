import type { Health } from '@contract/administration'
import { View } from '@tarojs/components'
import { Badge } from '@/components/badge'
import { type Column, Table } from '@/components/table'
import { agoWords, durationWords, timerState } from '../../healthWords'
import { serviceWords } from '../../words'
import { Part } from './part'

type Timer = Health['timers'][number]

const columnsFor = (now: number): [Column<Timer>, ...Column<Timer>[]] => [
  { key: 'service', title: '功能', show: ({ service }) => serviceWords(service) },
  { key: 'state', title: '状态', show: (timer) => <Badge {...timerState(timer, now)} /> },
  {
    key: 'lastRun',
    title: '上次运行',
    show: ({ lastRunAt }) => agoWords(lastRunAt, now),
    sortBy: ({ lastRunAt }) => lastRunAt,
  },
  {
    key: 'duration',
    title: '用时',
    show: ({ milliseconds }) => durationWords(milliseconds),
    sortBy: ({ milliseconds }) => milliseconds,
    align: 'end',
  },
]

/** What runs every minute by itself. */
export const Timers = ({ health: { timers, now } }: { health: Health }) => (
  <Part title="定时任务">
    {timers.length === 0 ? (
      <View>还没有运行过。部署后一分钟内应该开始运行。</View>
    ) : (
      <Table label="定时任务" columns={columnsFor(now)} rows={timers} keyOf={({ service }) => service} />
    )}
  </Part>
)
