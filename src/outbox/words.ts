import type { OutboxView } from './outbox'
import type { Outgoing } from './outgoing'

/** What is said of something that waits. */
export const waitingWords = (
  { requestId, photos, refusal }: Pick<Outgoing, 'requestId' | 'photos' | 'refusal'>,
  { sending, trouble }: Pick<OutboxView, 'sending' | 'trouble'>,
): string => {
  if (refusal !== null) return refusal
  if (sending?.requestId === requestId)
    return photos.length > 0 && sending.uploaded < photos.length
      ? `正在发送，照片 ${sending.uploaded}/${photos.length}`
      : '正在发送'
  if (trouble === null) return '排队等待发送。'
  return trouble.isOffline ? '等待发送，有网后自动发出。' : `还没有发出：${trouble.sentence}会自动再试。`
}

/** `1 条等待发送 · 有网后自动发出` */
export const outboxWords = (waiting: Pick<Outgoing, 'refusal'>[]): string => {
  const refused = waiting.filter(({ refusal }) => refusal !== null).length
  const going = waiting.length - refused
  const parts = [
    ...(going > 0 ? [`${going} 条等待发送 · 有网后自动发出`] : []),
    ...(refused > 0 ? [`${refused} 条要修改后再发`] : []),
  ]
  return parts.join('；')
}
