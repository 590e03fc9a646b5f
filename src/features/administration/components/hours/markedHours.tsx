import type { MarkedHours } from '@contract/volunteerHours'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { ReasonSheet } from '@/components/reasonSheet'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { showToast } from '@/components/toast'
import { minutesWords } from '@/words/volunteering'
import { markWords } from '../../hoursWords'
import { MoreButton } from '../moreButton'
import './hours.scss'

type Act = { kind: 'annul' | 'clear'; hours: MarkedHours }

const columnsFor = (onAct: (act: Act) => void): [Column<MarkedHours>, ...Column<MarkedHours>[]] => [
  { key: 'name', title: '志愿者', show: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'theme', title: '活动', show: ({ theme }) => theme },
  { key: 'organisation', title: '单位', show: ({ organisationName }) => organisationName },
  { key: 'day', title: '日期', show: ({ day }) => day, sortBy: ({ day }) => day },
  {
    key: 'minutes',
    title: '时长',
    show: ({ minutes }) => minutesWords(minutes),
    sortBy: ({ minutes }) => minutes,
  },
  {
    key: 'marks',
    title: '为什么要看',
    show: ({ marks }) => marks.map((mark) => markWords[mark]).join('；'),
  },
  {
    key: 'acts',
    title: '处理',
    show: (hours) => (
      <View className="hoursActs">
        <Button
          kind="quiet"
          label={`没有问题：${hours.name}，${hours.theme}，${hours.day}`}
          onPress={() => onAct({ kind: 'clear', hours })}
        >
          没有问题
        </Button>
        <Button
          kind="quiet"
          label={`撤销${hours.name}的时长，${hours.theme}，${hours.day}`}
          onPress={() => onAct({ kind: 'annul', hours })}
        >
          撤销时长
        </Button>
      </View>
    ),
  },
]

const words: Record<Act['kind'], { title: string; explanation: string; button: string; said: string }> = {
  clear: {
    title: '没有问题',
    explanation: '时长不变，这一条不再列出。',
    button: '确认没有问题',
    said: '已核对',
  },
  annul: {
    title: '撤销时长',
    explanation: '这次活动带来的时长全部收回。本人会收到通知，看到你写的原因，15 天内可以申诉一次。',
    button: '撤销时长',
    said: '时长已撤销',
  },
}

interface ActSheetProps {
  act: Act
  onClose: () => void
  onDone: () => Promise<void>
}

const ActSheet = ({ act: { kind, hours }, onClose, onDone }: ActSheetProps) => {
  const send = async (reason: string, requestId: string): Promise<string | null> => {
    const input = { attendanceId: hours.attendanceId, reason }
    const answer =
      kind === 'annul'
        ? await call('volunteerHours', 'annulHours', input, { requestId })
        : await call('volunteerHours', 'clearMarks', input, { requestId })
    if (!answer.ok) return errorText(answer.error)
    showToast(words[kind].said)
    onClose()
    await onDone()
    return null
  }
  return (
    <ReasonSheet
      {...words[kind]}
      kind={kind === 'annul' ? 'danger' : 'primary'}
      help={kind === 'annul' ? '本人会看到，也会写进工作记录' : '会写进工作记录'}
      onClose={onClose}
      onSend={send}
    />
  )
}

/** What the program marked, newest first. A mark accuses nobody: somebody looks and decides. */
export const MarkedHoursList = ({ placeCode }: { placeCode: string }) => {
  const [act, setAct] = useState<Act | null>(null)
  const book = usePages(`marked/${placeCode}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listMarkedHours', { placeCode, ...(after === undefined ? {} : { after }) }),
    read: ({ hours, next }) => ({ items: hours, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <>
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="success" reason="没有要核对的时长" />
          ) : (
            <>
              <View>程序只是提示哪些时长和平常不一样。请看过以后再决定。</View>
              <Table
                label="要核对的时长"
                columns={columnsFor(setAct)}
                rows={book.items}
                keyOf={({ attendanceId }) => attendanceId}
              />
              <MoreButton book={book} />
            </>
          )
        }
      </Answered>
      {act ? <ActSheet act={act} onClose={() => setAct(null)} onDone={book.refresh} /> : null}
    </>
  )
}
