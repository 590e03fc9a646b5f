import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Icon } from '@/components/icon'
import { Pressable } from '@/components/pressable'
import { dateWords, dayOf, startOfDay } from '@/words/activities'
import { anchorAfter, daysInSight, rangeWords, type Scale } from '../../activities/calendar'
import './calendar.scss'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

export interface CalendarView {
  /** Any day of what is in sight. */
  anchor: string
  scale: Scale
  /** The day that the list is narrowed to. */
  chosen: string | null
}

interface CalendarProps {
  view: CalendarView
  counts: ReadonlyMap<string, number>
  onChange: (view: CalendarView) => void
}

const Head = ({ view, onChange }: Omit<CalendarProps, 'counts'>) => {
  const { anchor, scale } = view
  const isMonth = scale === 'month'
  const unit = isMonth ? '月' : '周'
  const move = (steps: 1 | -1) =>
    onChange({ ...view, anchor: anchorAfter(anchor, scale, steps), chosen: null })
  return (
    <View className="calendar__head">
      <Pressable className="calendar__step" label={`上一${unit}`} mayRepeat onPress={() => move(-1)}>
        <Icon name="back" />
      </Pressable>
      <View className="calendar__range" {...accessible({ role: 'status' })}>
        {rangeWords(daysInSight(anchor, scale), anchor, scale)}
      </View>
      <Pressable className="calendar__step" label={`下一${unit}`} mayRepeat onPress={() => move(1)}>
        <Icon name="forward" />
      </Pressable>
      <Pressable
        className="calendar__scale"
        onPress={() => onChange({ ...view, scale: isMonth ? 'weeks' : 'month', chosen: null })}
      >
        {isMonth ? '只看两周' : '看整月'}
      </Pressable>
    </View>
  )
}

interface DayProps {
  day: string
  count: number
  isToday: boolean
  isOutside: boolean
  isChosen: boolean
  onPress: () => void
}

const Day = ({ day, count, isToday, isOutside, isChosen, onPress }: DayProps) => {
  const classes = [
    'calendar__day',
    count > 0 ? 'calendar__day--held' : '',
    isToday ? 'calendar__day--today' : '',
    isOutside ? 'calendar__day--outside' : '',
    isChosen ? 'calendar__day--chosen' : '',
  ]
  const said = `${isToday ? '今天 ' : ''}${dateWords(startOfDay(day))}，${count > 0 ? `${count} 场` : '没有活动'}`
  return (
    <Pressable
      className={classes.filter(Boolean).join(' ')}
      role="checkbox"
      checked={isChosen}
      label={said}
      onPress={onPress}
    >
      <View className="calendar__number">{Number(day.slice(8))}</View>
      <View className="calendar__count">{count > 0 ? `${count}场` : isToday ? '今天' : ''}</View>
    </Pressable>
  )
}

/** On which days there is something; a day pressed narrows the list to it, pressed again shows all. */
export const Calendar = ({ view, counts, onChange }: CalendarProps) => {
  const { anchor, scale, chosen } = view
  const today = dayOf(Date.now())
  return (
    <View className="calendar">
      <Head view={view} onChange={onChange} />
      <View className="calendar__days" {...accessible({ hidden: true })}>
        {WEEKDAYS.map((name) => (
          <View key={name} className="calendar__weekday">
            {name}
          </View>
        ))}
      </View>
      <View className="calendar__days">
        {daysInSight(anchor, scale).map((day) => (
          <Day
            key={day}
            day={day}
            count={counts.get(day) ?? 0}
            isToday={day === today}
            isOutside={day < today || (scale === 'month' && day.slice(0, 7) !== anchor.slice(0, 7))}
            isChosen={day === chosen}
            onPress={() => onChange({ ...view, chosen: day === chosen ? null : day })}
          />
        ))}
      </View>
    </View>
  )
}
