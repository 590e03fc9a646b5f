import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/routes'
import { preciseWords } from '../../healthWords'
import type { Staff } from '../../useStaff'
import { PrintButton } from '../printButton'
import { Logs } from './logs'
import { Outbox } from './outbox'
import { ProblemCounts, ProblemList } from './problems'
import { Storage } from './storage'
import { Timers } from './timers'
import '../listPage.scss'
import '../listPageDesk.scss'
import './part.scss'

const Health = ({ placeCode }: { placeCode: string }) => {
  const health = useAnswer(placeCode, () => call('administration', 'getHealth', { placeCode }))
  const [turn, setTurn] = useState(0)
  const refresh = async () => {
    await health.refresh()
    setTurn(turn + 1)
  }
  useRefreshOnPull(refresh)
  return (
    <>
      <View className="listActs">
        <Button kind="secondary" icon="refresh" onPress={refresh}>
          刷新
        </Button>
        <PrintButton />
      </View>
      <Answered answer={health} skeleton={<Skeleton shape="text" count={4} />}>
        {(value) => (
          <>
            <View className="operationsUpdated">{preciseWords(value.now)} 的情况</View>
            <Timers health={value} />
            <View className="listFilters listFilters--row">
              <Outbox health={value} />
              <Storage turn={turn} />
            </View>
            <ProblemCounts health={value} />
          </>
        )}
      </Answered>
      <ProblemList key={turn} placeCode={placeCode} />
      <Logs />
    </>
  )
}

/** Whether the program runs, for those who run it. */
export const OperationsPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') || roles.includes('operator') ? (
    <Health placeCode={placeCode} />
  ) : (
    <EmptyState
      icon="lock"
      reason="只有管理员和运维员可以看运行情况"
      way={{ text: '返回', onPress: goBack }}
    />
  )
