import type { Activity, OwnSignUp } from '@contract/volunteering/activities'
import type { OwnPresence } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { NotifyMe } from '@/components/notifyMe'
import { Offer } from '@/components/signUpCard'
import { isSignedUp, signUpBadge } from '@/words/activities'
import { attendanceWords } from '@/words/volunteering'
import { mayWithdraw, ownSentence, presenceFacts } from '../../activity/words'
import { WithdrawSheet } from '../withdrawSheet'
import './activity.scss'

interface OwnCardProps {
  activity: Activity
  own: OwnSignUp
  onChanged: () => Promise<void>
}

/** What the person has to do with the activity, and what can be done about it. */
export const OwnCard = ({ activity, own, onChanged }: OwnCardProps) => {
  const [isLeaving, setLeaving] = useState(false)
  const { activityId, startsAt, state } = activity
  const isComing = state === 'coming' && isSignedUp(own.state)
  return (
    <Card title="我的报名">
      <View className="activity__badges">
        <Badge {...signUpBadge(own.state)} />
      </View>
      <View>{ownSentence(own, state)}</View>
      {own.state === 'offered' ? (
        <Offer activityId={activityId} confirmBy={own.confirmBy} now={Date.now()} onChanged={onChanged} />
      ) : null}
      {isComing ? <NotifyMe kinds={['activityMoved', 'activityReminder']} words="有变化和开始前" /> : null}
      {mayWithdraw(activity) ? (
        <Button kind="quiet" onPress={() => setLeaving(true)}>
          退出报名
        </Button>
      ) : null}
      {isLeaving ? (
        <WithdrawSheet
          activityId={activityId}
          state={own.state}
          startsAt={startsAt}
          onDone={onChanged}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </Card>
  )
}

/** 我的到场: when I came and went, and what it is worth. */
export const PresenceCard = ({ presence }: { presence: OwnPresence }) => (
  <Card title="我的到场">
    <View className="activity__badges">
      <Badge
        tone={presence.state === 'credited' ? 'done' : 'waiting'}
        text={attendanceWords[presence.state]}
      />
    </View>
    <KeyValue rows={presenceFacts(presence)} />
  </Card>
)
