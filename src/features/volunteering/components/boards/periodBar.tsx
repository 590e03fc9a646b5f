import type { BoardPeriod } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { periodAfter, periodAt, periodWords } from '../../boards/periods'
import { boardPeriods, periodNames } from '../../boards/words'

interface PeriodBarProps {
  period: BoardPeriod
  at: string
  onChange: (period: BoardPeriod, at: string) => void
}

/** Weeks, months or years, and which of them. */
export const PeriodBar = ({ period, at, onChange }: PeriodBarProps) => {
  const now = periodAt[period](Date.now())
  return (
    <View className="boardPeriod">
      <FilterChips
        options={boardPeriods}
        chosen={period}
        onChoose={(next) => onChange(next, periodAt[next](Date.now()))}
      />
      <View className="boardPeriod__which">
        <Button kind="quiet" onPress={() => onChange(period, periodAfter(period, at, -1))}>
          前一{periodNames[period]}
        </Button>
        <View className="boardPeriod__words">{periodWords(period, at)}</View>
        {at < now ? (
          <Button kind="quiet" onPress={() => onChange(period, periodAfter(period, at, 1))}>
            后一{periodNames[period]}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
