import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import { cloudNow, wakeCloudClock, withCloudTime } from '@/cloud/cloudClock'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { dropEnded, keep, readKept } from './keptCodes'
import type { OpenedCode } from './openedCode'

interface Opening {
  opened: OpenedCode | null
  /** Why the cloud did not open it just now; with a key that was kept it does not matter. */
  error: CloudError | null
  open: () => Promise<void>
}

/** The key: from the cloud where there is a network, else as this phone has kept it. */
export const useOpenedCode = (activityId: string): Opening => {
  const [opened, setOpened] = useState(() => readKept(activityId))
  const [error, setError] = useState<CloudError | null>(null)
  const [requestId] = useState(newRequestId)
  const open = async () => {
    const answer = await withCloudTime(() => call('attendance', 'openCheckIn', { activityId }, { requestId }))
    if (answer.ok) {
      const { key, theme, opensAt, closesAt } = answer.value
      const known = { key, theme, opensAt, closesAt }
      keep(activityId, known)
      setOpened(known)
      setError(null)
    } else setError(answer.error)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an activity
  useEffect(() => {
    dropEnded(cloudNow())
    void open()
  }, [activityId])
  return { opened, error, open }
}

const TICK = 500

/** The cloud's time, twice a second while the page is open. */
export const useCloudNow = (): number => {
  const [now, setNow] = useState(cloudNow)
  useDidShow(() => {
    wakeCloudClock()
    setNow(cloudNow())
  })
  useEffect(() => {
    const timer = setInterval(() => setNow(cloudNow()), TICK)
    return () => clearInterval(timer)
  }, [])
  return now
}
