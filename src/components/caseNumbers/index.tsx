import type { CaseCounts, DayCounts } from '@contract/caseStatistics'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { BarChart } from '@/components/barChart'
import { BigNumber } from '@/components/bigNumber'
import {
  averageLine,
  handlingWords,
  satisfactionWords,
  shareWords,
  trendBars,
  trendTitle,
} from '@/words/caseCounts'
import { numberWords } from '@/words/numbers'
import './index.scss'

/** The numbers of a month, with what they are parts of. */
export const CaseTotals = ({ counts }: { counts: CaseCounts }) => (
  <>
    <View className="caseNumbers">
      {[
        { value: counts.reported, caption: '上报' },
        { value: counts.closed, caption: '其中已结案' },
        { value: counts.reopened, caption: '其中重开过' },
        { value: counts.refused, caption: '其中不予受理' },
      ].map(({ value, caption }) => (
        <View key={caption} className="caseNumbers__number">
          <BigNumber value={numberWords(value)} unit="件" caption={caption} />
        </View>
      ))}
    </View>
    <View>
      {counts.closed === 0
        ? '还没有结案的案件。'
        : `已结案的案件里，${shareWords(counts.inTime, counts.closed)} 按时处置（${numberWords(counts.inTime)} 件）。`}
      {counts.handled === 0
        ? ''
        : `从立案到处置，平均用时 ${handlingWords(counts)}（多数类别只算工作时间）。`}
    </View>
  </>
)

const PARTS = [
  { key: 'satisfied', name: '满意' },
  { key: 'dissatisfied', name: '不满意' },
  { key: 'unrated', name: '没有评价' },
] as const

/** Satisfied, dissatisfied and silent as parts of what was closed: by length, pattern and number. */
export const Satisfaction = ({ counts }: { counts: CaseCounts }) => (
  <View className="caseShares">
    <View>{satisfactionWords(counts)}</View>
    {counts.closed === 0 ? null : (
      <>
        <View className="caseShares__bar" {...accessible({ role: 'img', label: satisfactionWords(counts) })}>
          {PARTS.map(({ key }) =>
            counts[key] === 0 ? null : (
              <View
                key={key}
                className={`caseShares__part caseShares__part--${key}`}
                style={{ flexGrow: counts[key] }}
              />
            ),
          )}
        </View>
        <View className="caseShares__legend">
          {PARTS.map(({ key, name }) => (
            <View key={key} className="caseShares__key">
              <View className={`caseShares__sample caseShares__part--${key}`} />
              <View>
                {name} {numberWords(counts[key])} 件
              </View>
            </View>
          ))}
        </View>
      </>
    )}
  </View>
)

/** What came in day by day. Its title says what there is to see. */
export const CaseTrend = ({ trend }: { trend: DayCounts[] }) =>
  trend.every(({ reported }) => reported === 0) ? (
    <View>{trendTitle(trend)}</View>
  ) : (
    <BarChart
      title={trendTitle(trend)}
      bars={trendBars(trend)}
      baseline={averageLine(trend)}
      markText="最多的一天"
      valueText={(value) => `${numberWords(value)} 件`}
      axes={{ upwards: '每天上报的件数', along: '日期' }}
    />
  )
