import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/components/accessible'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { useOutbox } from '@/outbox'
import type { OutboxView } from '@/outbox/outbox'
import type { Outgoing } from '@/outbox/outgoing'
import { outboxWords, waitingWords } from '@/outbox/words'
import { open, routes } from '@/routes'
import { clockWords, dayWords } from '@/words/moments'
import './index.scss'

interface OneProps {
  outgoing: Outgoing
  view: OutboxView
  onDrop: () => void
}

/**
 * Where it can be changed; null: not any more, since it may have arrived, and the cloud would not know which of the two
 * counts. What belongs to a case is taken back there.
 */
const editingPage = ({ requestId, work, mayHaveArrived, refusal }: Outgoing): string | null => {
  // A code is not changed: another one is presented.
  if (work.method === 'presentCode') return routes.checkIn(work.input.activityId)
  if (mayHaveArrived) return null
  if (work.method === 'reportProblem') return routes.report({ draft: requestId })
  return refusal === null ? null : routes.case(work.input.caseId)
}

const One = ({ outgoing, view, onDrop }: OneProps) => {
  const { requestId, title, queuedAt, photos, refusal } = outgoing
  const page = editingPage(outgoing)
  const isSending = view.sending?.requestId === requestId
  const pictures = photos.length > 0 ? ` · ${photos.length} 张照片` : ''
  return (
    <View className="waiting__one">
      <View className="waiting__title">{title}</View>
      <View className="waiting__line">
        {dayWords(queuedAt)} {clockWords(queuedAt)} 提交{pictures}
      </View>
      <View className="waiting__line">{waitingWords(outgoing, view)}</View>
      {refusal === null ? null : <Badge tone="wrong" text="要修改" />}
      {isSending ? null : (
        <View className="waiting__acts">
          {page === null ? null : (
            <Button kind="quiet" icon="edit" label={`修改：${title}`} onPress={() => open(page)}>
              修改
            </Button>
          )}
          <Button kind="quiet" icon="remove" label={`删除：${title}`} onPress={onDrop}>
            删除
          </Button>
        </View>
      )}
    </View>
  )
}

const droppedWords = ({ work, mayHaveArrived }: Outgoing): string => {
  if (work.method === 'presentCode')
    return mayHaveArrived
      ? '它可能已经送到了。删除只是不再等回音，有没有签上，可以在活动页面上看。'
      : '删除以后，这个签到码不会再发出。还在现场的话，可以用新的码再签一次。'
  return mayHaveArrived
    ? '它可能已经送到了。删除只是不再等回音；送到了的话，可以在“我的上报”里撤回。'
    : '文字和照片都会从这台手机上删除，不能恢复。'
}

interface DropSheetProps {
  outgoing: Outgoing
  onDrop: () => void
  onClose: () => void
}

const DropSheet = ({ outgoing, onDrop, onClose }: DropSheetProps) => (
  <Sheet
    title="删除等待发送的内容"
    isOpen
    onClose={onClose}
    actions={
      <>
        <Button kind="danger" onPress={onDrop}>
          确认删除
        </Button>
        <Button kind="quiet" onPress={onClose}>
          不删除
        </Button>
      </>
    }
  >
    {droppedWords(outgoing)}
  </Sheet>
)

/** What this person has handed in and the phone has not brought to the cloud yet. Nothing when nothing waits. */
export const Waiting = () => {
  const { outbox, view } = useOutbox()
  const [dropping, setDropping] = useState<Outgoing | null>(null)
  const { waiting, sending } = view
  if (waiting.length === 0) return null
  const maySend = waiting.some(({ refusal }) => refusal === null)
  return (
    <Card>
      <View className="waiting__title" {...accessible({ role: 'status' })}>
        {outboxWords(waiting)}
      </View>
      {waiting.map((outgoing) => (
        <One key={outgoing.requestId} outgoing={outgoing} view={view} onDrop={() => setDropping(outgoing)} />
      ))}
      {maySend ? (
        <Button kind="secondary" icon="send" isLoading={sending !== null} onPress={() => void outbox.goOn()}>
          现在发送
        </Button>
      ) : null}
      {dropping ? (
        <DropSheet
          outgoing={dropping}
          onClose={() => setDropping(null)}
          onDrop={() => {
            outbox.drop(dropping.requestId)
            setDropping(null)
          }}
        />
      ) : null}
    </Card>
  )
}
