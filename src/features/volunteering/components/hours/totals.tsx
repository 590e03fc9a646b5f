import type { MyHours } from '@contract/volunteerHours'
import { STAR_HOURS } from '@contract/volunteering/hours'
import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/keyValue'
import { ProgressBar } from '@/components/progressBar'
import { minutesWords } from '@/words/volunteering'
import { nextStarWords, starsWords, streakWords } from '../../hours/words'
import './totals.scss'

const Stars = ({ stars }: { stars: number }) => (
  <View className="totals__stars" {...accessible({ role: 'img', label: starsWords(stars) })}>
    {STAR_HOURS.map((hours, index) => (
      <Icon key={hours} name={index < stars ? 'starFull' : 'star'} />
    ))}
    <View {...accessible({ hidden: true })}>{starsWords(stars)}</View>
  </View>
)

/** Of the way from one star to the next. */
const progressOf = ({ stars, recorded }: MyHours): number => {
  const [from, until] = [STAR_HOURS[stars - 1] ?? 0, STAR_HOURS[stars]]
  return until === undefined ? 1 : (recorded / 60 - from) / (until - from)
}

/** What all recorded hours come to, and what is missing for the next star. */
export const Totals = ({ hours }: { hours: MyHours }) => (
  <Card>
    <BigNumber
      value={String(Math.floor((hours.recorded / 60) * 10) / 10)}
      unit="小时"
      caption={`记录时长，共 ${hours.activities} 次活动`}
    />
    <Stars stars={hours.stars} />
    <ProgressBar progress={progressOf(hours)} text={nextStarWords(hours.stars, hours.minutesToNextStar)} />
    <View className="totals__streak">
      <Icon name="calendar" size="small" />
      <View>{streakWords(hours.streak, hours.bestStreak)}</View>
    </View>
  </Card>
)

/** Two ledgers, and why they are two. */
export const Ledgers = ({ hours }: { hours: MyHours }) => (
  <Card title="两本账">
    <KeyValue
      rows={[
        { key: '记录时长', value: minutesWords(hours.recorded) },
        { key: '补录时长', value: minutesWords(hours.backfilled) },
      ]}
    />
    <View className="totals__why">
      记录时长只由现场签到和签退得出，谁也不能手工填写；星级、榜单和服务证明只算它。补录时长是事后填写、由负责人看过证明照片同意的，单独记，两本账不相加。
    </View>
  </Card>
)
