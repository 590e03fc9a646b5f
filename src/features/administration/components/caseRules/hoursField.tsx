import type { RoutingRule } from '@contract/caseRules'
import { View } from '@tarojs/components'
import { ChoiceField } from '@/components/choiceField'
import { MomentInput } from '@/components/dateTimeField/inputs'
import { minuteOf, minuteWords, spanOfDayWords } from '../../caseRuleWords'
import '@/components/dateTimeField/index.scss'

type Hours = NonNullable<RoutingRule['hours']>

/** When offices are closed: what a rule for certain hours is mostly about. */
const FIRST: Hours = { from: 1050, until: 510 }
const MINUTES_OF_DAY = 1440

interface HoursFieldProps {
  hours: Hours | null
  onChange: (hours: Hours | null) => void
}

const Inputs = ({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) => (
  <View className="dateTimeField">
    <View className="dateTimeField__inputs">
      <MomentInput
        kind="time"
        label="从几点"
        value={minuteWords(hours.from % MINUTES_OF_DAY)}
        onChange={(clock) => clock && onChange({ ...hours, from: minuteOf(clock) })}
      />
      <MomentInput
        kind="time"
        label="到几点"
        value={minuteWords(hours.until % MINUTES_OF_DAY)}
        onChange={(clock) => clock && onChange({ ...hours, until: minuteOf(clock) })}
      />
    </View>
    <View className="dateTimeField__help">{spanOfDayWords(hours)}</View>
  </View>
)

/** A part of the day, also over midnight; or all of it. */
export const HoursField = ({ hours, onChange }: HoursFieldProps) => (
  <>
    <ChoiceField
      label="时间"
      choices={[
        { value: 'all', text: '全天' },
        { value: 'some', text: '一天里的一段时间' },
      ]}
      value={hours ? 'some' : 'all'}
      onChange={(chosen) => onChange(chosen === 'some' ? (hours ?? FIRST) : null)}
    />
    {hours ? <Inputs hours={hours} onChange={onChange} /> : null}
  </>
)
