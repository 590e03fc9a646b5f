import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { storageOwner } from '@/cloud/session'
import { useOutbox } from '@/outbox'
import type { Outgoing } from '@/outbox/outgoing'

/** Where ratings and remarks are kept as they are written. */
export const keptRating = (caseId: string): string => `rating.${storageOwner()}.${caseId}`
export const keptRemark = (caseId: string): string => `remark.${storageOwner()}.${caseId}`

const putBack = ({ work, photos: sent }: Outgoing): void => {
  const photos = sent.map(({ key, kept }) => ({ key, kept, takenAt: null, position: null }))
  if (work.method === 'rateCase') {
    const { caseId, ...rating } = work.input
    Taro.setStorageSync(keptRating(caseId), { ...rating, photos })
  }
  if (work.method === 'addRemark')
    Taro.setStorageSync(keptRemark(work.input.caseId), { words: work.input.words, photos })
}

const isOf = ({ work }: Outgoing, caseId: string): boolean =>
  (work.method === 'rateCase' || work.method === 'addRemark') && work.input.caseId === caseId

/** What the cloud did not take of a rating or remark goes back to where it was written. Answers why, and how often. */
export const useTakenBack = (caseId: string): { refusal: string | null; turn: number } => {
  const { outbox, view } = useOutbox()
  const [taken, setTaken] = useState<{ refusal: string | null; turn: number }>({ refusal: null, turn: 0 })
  const refused = view.waiting.find((each) => each.refusal !== null && isOf(each, caseId))
  const isStill = view.sending?.requestId !== refused?.requestId
  useEffect(() => {
    if (!refused || !isStill) return
    const outgoing = outbox.take(refused.requestId)
    if (!outgoing) return
    putBack(outgoing)
    setTaken(({ turn }) => ({ refusal: outgoing.refusal, turn: turn + 1 }))
  })
  return taken
}
