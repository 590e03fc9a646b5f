import {
  CODE_STEP,
  type Direction,
  type OwnPresence,
  readCodeText,
  type ScannedCode,
  stepAt,
} from '@contract/volunteering/presence'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { cloudNow, withCloudTime } from '@/cloud/cloudClock'
import { newRequestId } from '@/cloud/requestId'
import { useSession } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { useOutbox, useSentMeanwhile } from '@/outbox'
import type { CheckInWork, Outgoing } from '@/outbox/outgoing'
import { locate } from '@/phone/position'
import { directionWords } from './words'

/** Earlier or later than this the cloud knows no moment: a phone's clock may say anything. */
const EARLIEST = Date.UTC(2020, 0, 1)
const LATEST = Date.UTC(2099, 11, 31)

type Place = CheckInWork['input']['position']
type PlaceTrouble = 'refused' | 'unavailable'

/** What somebody read off the leader's screen. */
type Code = Pick<CheckInWork['input'], 'direction' | 'digits' | 'step' | 'shownAt'>

const asTyped = (direction: Direction, digits: string): Code => {
  const shownAt = Math.min(Math.max(cloudNow(), EARLIEST), LATEST)
  return { direction, digits, step: stepAt(shownAt), shownAt }
}

const asScanned = ({ direction, digits, step }: ScannedCode): Code => ({
  direction,
  digits,
  step,
  shownAt: Math.min(Math.max(step * CODE_STEP, EARLIEST), LATEST),
})

const isOf = (activityId: string) => (outgoing: Outgoing) =>
  outgoing.work.method === 'presentCode' && outgoing.work.input.activityId === activityId

/** What has become of the caller's presence: as the cloud said last, by an answer or by the outbox. */
const usePresence = (activityId: string) => {
  const owner = useSession()?.identity.id ?? ''
  const answer = useAnswer(`${owner}/${activityId}`, () =>
    withCloudTime(() => call('attendance', 'getMyPresence', { activityId })),
  )
  const sent = useSentMeanwhile(answer.refreshQuietly).filter(
    (each) => each.method === 'presentCode' && each.activityId === activityId,
  )
  const latest = sent.at(-1)
  const answered = answer.state.status === 'ready' ? answer.state.value.presence : null
  const presence: OwnPresence | null = latest?.method === 'presentCode' ? latest.value.presence : answered
  return { answer, presence: isFurther(answered, presence) ? answered : presence }
}

/** The leader may have confirmed since. */
const isFurther = (one: OwnPresence | null, other: OwnPresence | null): boolean =>
  one?.checkOut != null && (other?.checkOut == null || one.state === 'credited')

export const useCheckIn = (activityId: string, theme: string) => {
  const { outbox, view } = useOutbox()
  const { answer, presence } = usePresence(activityId)
  const [chosen, setChosen] = useState<Direction | null>(null)
  const [pending, setPending] = useState<{ code: Code; trouble: PlaceTrouble } | null>(null)
  const queued = view.waiting.filter(isOf(activityId))
  const waiting = queued.filter(({ refusal }) => refusal === null)
  const isIn = presence?.checkIn != null || waiting.length > 0
  const hand = (code: Code, position: Place) => {
    // What was refused is replaced by what is presented now.
    for (const { requestId, refusal } of queued) if (refusal !== null) outbox.drop(requestId)
    setPending(null)
    setChosen(null)
    const input = { activityId, ...code, position }
    outbox.add(outgoingOf(input, theme), {})
  }
  const present = async (code: Code, withPlace: boolean) => {
    if (!withPlace) return hand(code, null)
    const located = await locate()
    if (located.ok) hand(code, { ...located.position, accuracy: located.accuracy })
    else setPending({ code, trouble: located.reason })
  }
  return {
    answer,
    presence,
    view,
    waiting,
    refused: queued.find(({ refusal }) => refusal !== null) ?? null,
    direction: chosen ?? (isIn ? ('out' as const) : ('in' as const)),
    turn: setChosen,
    pending,
    type: (direction: Direction, digits: string, withPlace: boolean) =>
      present(asTyped(direction, digits), withPlace),
    present: (code: ScannedCode, withPlace: boolean) => present(asScanned(code), withPlace),
    goOn: (withPlace: boolean) => (pending ? present(pending.code, withPlace) : undefined),
    cancel: () => setPending(null),
    sendNow: () => void outbox.goOn(),
  }
}

export type CheckingIn = ReturnType<typeof useCheckIn>

const outgoingOf = (input: CheckInWork['input'], theme: string): Outgoing => ({
  requestId: newRequestId(),
  work: { method: 'presentCode', input },
  photos: [],
  title: `${directionWords[input.direction]} · ${theme}`,
  queuedAt: Date.now(),
  mayHaveArrived: false,
  refusal: null,
})

/** What was scanned, if it is a code of this activity; otherwise what is wrong, in words. */
export const readScanned = (text: string, activityId: string): ScannedCode | string => {
  const code = readCodeText(text)
  if (code === null) return '扫到的不是签到码。请扫负责人屏幕上的二维码。'
  return code.activityId === activityId ? code : '这是另一场活动的码。请打开那一场活动再扫。'
}
