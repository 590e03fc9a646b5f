import type { Activity } from '@contract/volunteering/activities'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { showToast } from '@/components/toast'

/** What stands in the way and has a way on of its own. */
export type Obstacle = Extract<
  CloudError,
  { code: 'clash' | 'not_volunteer' | 'members_only' | 'skill_needed' | 'too_young_for_role' }
>

const OBSTACLES = ['clash', 'not_volunteer', 'members_only', 'skill_needed', 'too_young_for_role']
const isObstacle = (error: CloudError): error is Obstacle => OBSTACLES.includes(error.code)

export interface SigningUp {
  obstacle: Obstacle | null
  signUp: (roleId: string, despiteClash?: boolean) => Promise<void>
  forget: () => void
}

export function useSigningUp(
  { activityId }: Pick<Activity, 'activityId'>,
  onChanged: () => Promise<void>,
): SigningUp {
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  /** The same wish sent again is the same request, until it is answered. */
  const request = useRef({ wish: '', requestId: '' })
  const requestFor = (wish: string): string => {
    if (request.current.wish !== wish) request.current = { wish, requestId: newRequestId() }
    return request.current.requestId
  }
  const signUp = async (roleId: string, despiteClash = false) => {
    const requestId = requestFor(`${roleId} ${despiteClash}`)
    const answer = await call('activities', 'signUp', { activityId, roleId, despiteClash }, { requestId })
    setObstacle(null)
    if (!answer.ok && answer.error.code === 'no_connection') return showToast(errorText(answer.error))
    request.current.wish = ''
    if (!answer.ok && isObstacle(answer.error)) return setObstacle(answer.error)
    if (!answer.ok) showToast(errorText(answer.error))
    await onChanged()
    // What has come of it is said on top.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { obstacle, signUp, forget: () => setObstacle(null) }
}
