import type { Activity } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { hoursRuleWords, LATE_HOURS, plannedMinutes } from '../../activity/words'
import './activity.scss'

/** What it is about, and what was declared before it begins. */
export const TermsCard = ({ activity }: { activity: Activity }) => {
  const { description, insurance, hoursRule } = activity
  return (
    <>
      <Card title="活动内容">
        <View className="activity__text">{description}</View>
      </Card>
      <Card title="报名前请看">
        <KeyValue
          rows={[
            { key: '时长怎么算', value: hoursRuleWords(hoursRule, plannedMinutes(activity)).join('') },
            { key: '保险', value: insurance === '' ? '主办方没有说明。不放心可以先问清楚' : insurance },
            {
              key: '来不了',
              value: `请尽早退出，好让候补的人来。开始前 ${LATE_HOURS} 小时内退出，会记一次临时退出`,
            },
          ]}
        />
      </Card>
    </>
  )
}
