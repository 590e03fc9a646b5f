import type { CalendarView } from '../components/activities/calendar'
import { anchorAfter } from './calendar'
import { EVERYTHING, type Filters, isNarrowed } from './filters'

/** What a list of activities shows. */
export interface Shown {
  view: CalendarView
  filters: Filters
  onView: (view: CalendarView) => void
  onFilter: (filters: Filters) => void
}

/** Why a list is empty, and the way on: the narrowest wish is given up first. */
export function emptyOf({ view, filters, onView, onFilter }: Shown) {
  if (view.chosen !== null)
    return {
      reason: '这一天没有这样的活动。',
      way: { text: '看全部日子', onPress: () => onView({ ...view, chosen: null }) },
    }
  if (isNarrowed(filters))
    return {
      reason: '这样筛选以后，这段时间没有活动。',
      way: { text: '显示全部', onPress: () => onFilter(EVERYTHING) },
    }
  const later = { ...view, anchor: anchorAfter(view.anchor, view.scale, 1) }
  return {
    reason: '这里这段时间还没有活动。可以往后看，或者换一个地区。',
    way: { text: view.scale === 'month' ? '看下个月' : '往后看一周', onPress: () => onView(later) },
  }
}
