import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { CaseTotals, CaseTrend, Satisfaction } from '@/components/caseNumbers'
import { MonthField } from '@/components/monthField'
import { Page } from '@/components/page'
import { PlaceField } from '@/components/placeField'
import { Skeleton } from '@/components/skeleton'
import { monthOf, monthWords } from '@/words/caseCounts'
import { CountedParts } from '../../components/countedParts'
import { OpenData } from '../../components/openData'

/** Where the page begins when no address says otherwise. */
const FIRST_CITY = '310000'

const isMonth = (text: string | undefined): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

export default function StatisticsPage() {
  const { params } = useRouter()
  const [month, setMonth] = useState(() => (isMonth(params.month) ? params.month : monthOf(Date.now())))
  const [placeCode, setPlaceCode] = useState(params.placeCode ?? FIRST_CITY)
  const answer = useAnswer(`${placeCode}/${month}`, () =>
    call('caseStatistics', 'getPublicStatistics', { placeCode, month }),
  )
  useRefreshOnPull(answer.refresh)
  return (
    <Page title="随申拍统计">
      <PlaceField label="地区" value={placeCode} depth="street" onChange={({ code }) => setPlaceCode(code)} />
      <MonthField
        label="月份"
        value={month}
        until={Date.now()}
        onChange={(chosen) => isMonth(chosen) && setMonth(chosen)}
      />
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={5} />}>
        {({ now, total, places, groups, trend }) => (
          <>
            <Card title={`${monthWords(month)}上报的问题`}>
              <CaseTotals counts={total} />
            </Card>
            <Card title="上报的人满意吗">
              <Satisfaction counts={total} />
            </Card>
            <Card>
              <CaseTrend trend={trend} />
            </Card>
            <CountedParts now={now.open} places={places} groups={groups} onChoose={setPlaceCode} />
          </>
        )}
      </Answered>
      <OpenData />
    </Page>
  )
}
