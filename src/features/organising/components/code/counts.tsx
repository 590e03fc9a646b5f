import type { PresenceCount } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { useWatched } from '@/cloud/useWatched'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import './index.scss'

/** As fast as people pass by, and well within the pace of the cloud. */
const PAUSE = 4000

const Numbers = ({ signedUp, checkedIn, checkedOut, toConfirm }: PresenceCount) => (
  <View className="checkInCounts">
    <BigNumber value={`${checkedIn}`} unit="人" caption={`已签到，报名 ${signedUp} 人`} />
    <BigNumber value={`${checkedOut}`} unit="人" caption="已签退" />
    <BigNumber value={`${toConfirm}`} unit="人" caption="等你确认" />
  </View>
)

/** How many have come so far. Without a network the last number stays, and says so. */
export const Counts = ({ activityId }: { activityId: string }) => {
  const answer = useAnswer(`counts/${activityId}`, () => call('attendance', 'countPresent', { activityId }))
  const [hasFailed, setFailed] = useState(false)
  useWatched(
    async () => {
      const came = await answer.refreshQuietly()
      setFailed(!came)
      return came
    },
    { pause: PAUSE, isOn: true },
  )
  const { state } = answer
  return (
    <Card>
      {state.status === 'ready' ? <Numbers {...state.value} /> : null}
      {state.status === 'failed' || hasFailed ? (
        <View>现在没有网络，人数暂时不更新。签到码照常有效。</View>
      ) : null}
    </Card>
  )
}
