import type { MySignUp } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Pressable } from '@/components/pressable'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { activityTimeWords, offerWords, presenceActAt, signUpBadge } from '@/words/activities'
import './index.scss'

interface OfferProps {
  activityId: string
  confirmBy: number | null
  now: number
  onChanged: () => Promise<void>
}

/** A seat that is kept for the person, and how long. The same tap sent again is the same request. */
export const Offer = ({ activityId, confirmBy, now, onChanged }: OfferProps) => {
  const [requestId] = useState(newRequestId)
  const confirm = async () => {
    const answer = await call('activities', 'confirmSeat', { activityId }, { requestId })
    showToast(answer.ok ? '名额是你的了，请按时到场' : errorText(answer.error))
    await onChanged()
  }
  return (
    <>
      {confirmBy === null ? null : <View className="signUpCard__offer">{offerWords(confirmBy, now)}</View>}
      <Button icon="check" onPress={confirm}>
        确认参加
      </Button>
    </>
  )
}

/** 签到 while it can be done, 签退 once the activity is over. */
export const PresenceButton = ({
  activity,
  now,
}: {
  activity: Pick<MySignUp, 'activityId' | 'startsAt' | 'endsAt' | 'activityState'>
  now: number
}) => {
  const act = activity.activityState === 'cancelled' ? null : presenceActAt(activity, now)
  return act === null ? null : (
    <Button icon="scan" onPress={() => open(routes.checkIn(activity.activityId))}>
      {act === 'in' ? '现场签到' : '现场签退'}
    </Button>
  )
}

const lines = ({ organisationName, address, placeInLine, state, roleName }: MySignUp): string[] => [
  address,
  organisationName,
  ...(state === 'waiting' && placeInLine !== null ? [`候补第 ${placeInLine} 位`] : []),
  `岗位：${roleName}`,
]

type SignUpCardProps = PropsWithChildren<{
  signUp: MySignUp
  now: number
  onChanged: () => Promise<void>
}>

/** Something that the person has signed up for, with what can be done about it now. */
export const SignUpCard = ({ signUp, now, onChanged, children }: SignUpCardProps) => {
  const { activityId, theme, state, activityState, confirmBy } = signUp
  const badge = signUpBadge(activityState === 'cancelled' ? 'cancelled' : state)
  const when = activityTimeWords(signUp)
  return (
    <View className="signUpCard">
      <Pressable
        className="signUpCard__main"
        label={[theme, badge.text, when, ...lines(signUp)].join(' ')}
        onPress={() => open(routes.activity(activityId))}
      >
        <View className="signUpCard__head">
          <View className="signUpCard__theme">{theme}</View>
          <Badge {...badge} />
        </View>
        <View className="signUpCard__when">{when}</View>
        {lines(signUp).map((line) => (
          <View key={line} className="signUpCard__line">
            {line}
          </View>
        ))}
      </Pressable>
      {state === 'offered' ? <Offer {...{ activityId, confirmBy, now, onChanged }} /> : null}
      {state === 'confirmed' ? <PresenceButton activity={signUp} now={now} /> : null}
      {children}
    </View>
  )
}
