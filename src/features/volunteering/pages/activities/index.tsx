import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/page'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { WhereBar, type WhereWords } from '@/components/whereBar'
import { useWhere } from '@/components/whereBar/where'
import { dayOf } from '@/words/activities'
import { EVERYTHING, type Filters } from '../../activities/filters'
import type { CalendarView } from '../../components/activities/calendar'
import { Around, AtPlace } from '../../components/activities/lists'

const WHOLE_CITY = '310000'

/** Before anything is chosen the person's own district is shown, or else the city: nobody has to answer first. */
const useWords = (placeCode: string): WhereWords => ({
  here: '正在看：我附近 8 公里',
  ask: `正在看：${pathWords(usePlacePath(placeCode))}。可以定位看身边的，也可以换一个地区`,
  choose: '看哪个地区的活动',
})

/** 志愿活动: by day, near me or at a place, on a calendar and on a map. */
export default function ActivitiesPage() {
  const { placeCode = WHOLE_CITY } = useRouter().params
  const { where, lookAround, lookAt } = useWhere('activitiesWhere')
  const [filters, setFilters] = useState<Filters>(EVERYTHING)
  const [view, setView] = useState<CalendarView>(() => ({
    anchor: dayOf(Date.now()),
    scale: 'weeks',
    chosen: null,
  }))
  const words = useWords(placeCode)
  const shown = { view, filters, onView: setView, onFilter: setFilters }
  return (
    <Page title="志愿活动">
      <WhereBar words={words} where={where} onLookAround={lookAround} onLookAt={lookAt} />
      {where.kind === 'here' ? (
        <Around position={where.position} shown={shown} />
      ) : (
        <AtPlace placeCode={where.kind === 'place' ? where.place.code : placeCode} shown={shown} />
      )}
    </Page>
  )
}
