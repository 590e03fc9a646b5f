import { SEARCH_LENGTH } from '@contract/limits'
import type { Activity } from '@contract/volunteering/activities'
import type { RosterRow } from '@contract/volunteering/presence'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloudNow } from '@/cloud/cloudClock'
import { useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ReasonSheet } from '@/components/reasonSheet'
import { SearchField } from '@/components/searchField'
import { Skeleton } from '@/components/skeleton'
import { activityTimeWords } from '@/words/activities'
import { CardSheet } from '../../components/roster/cardSheet'
import { CorrectSheet } from '../../components/roster/correctSheet'
import { PersonSheet } from '../../components/roster/personSheet'
import { RosterList } from '../../components/roster/rosterList'
import { type RosterActs, useRoster, usualMoment } from '../../presence/useRoster'
import { directionWords, inOrder, type Standing, standingOf, standingWords } from '../../presence/words'

const TITLE = '签到名单'
const STANDINGS: readonly Standing[] = ['toConfirm', 'missing', 'here', 'gone']
type Filter = Standing | 'all'

const filtersOf = (rows: RosterRow[]): { value: Filter; text: string }[] => [
  { value: 'all', text: `全部 ${rows.length}` },
  ...STANDINGS.map((standing) => ({
    value: standing,
    text: `${standingWords[standing]} ${rows.filter((row) => standingOf(row) === standing).length}`,
  })),
]

type OpenSheet = { kind: 'person' | 'correct' | 'excuse'; row: RosterRow } | { kind: 'card' } | null

interface SheetsProps {
  sheet: OpenSheet
  activity: Activity
  acts: RosterActs
  onOpen: (sheet: OpenSheet) => void
}

const Sheets = ({ sheet, activity, acts, onOpen }: SheetsProps) => {
  const close = () => onOpen(null)
  if (sheet === null) return null
  if (sheet.kind === 'card') return <CardSheet activity={activity} onConfirm={acts.confirm} onClose={close} />
  const { row } = sheet
  const { presence } = row
  if (sheet.kind === 'correct' && presence)
    return (
      <CorrectSheet row={{ ...row, presence }} activity={activity} onSend={acts.correct} onClose={close} />
    )
  if (sheet.kind === 'excuse' && presence)
    return (
      <ReasonSheet
        title={`说明缺席原因：${row.name}`}
        explanation="有原因的缺席不算无故缺席。"
        button="登记原因"
        onClose={close}
        onSend={async (reason, requestId) => {
          const trouble = await acts.excuse(presence.attendanceId, reason, requestId)
          if (trouble === null) close()
          return trouble
        }}
      />
    )
  return (
    <PersonSheet
      row={row}
      activity={activity}
      acts={acts}
      onCorrect={() => onOpen({ kind: 'correct', row })}
      onExcuse={() => onOpen({ kind: 'excuse', row })}
      onClose={close}
    />
  )
}

interface ChoosingProps {
  chosen: ReadonlySet<string>
  activity: Activity
  onConfirm: RosterActs['confirm']
  onDone: () => void
}

/** What is done with those who are chosen. */
const Choosing = ({ chosen, activity, onConfirm, onDone }: ChoosingProps) => {
  const people = [...chosen].map((accountId) => ({ accountId }))
  const confirm = (direction: 'in' | 'out') => async () => {
    await onConfirm(direction, people, usualMoment(direction, activity, cloudNow()))
    onDone()
  }
  return (
    <View className="roster__acts">
      {(['in', 'out'] as const).map((direction) => (
        <Button
          key={direction}
          kind={direction === 'in' ? 'primary' : 'secondary'}
          disabled={chosen.size === 0}
          onPress={confirm(direction)}
        >
          确认{directionWords[direction]} {chosen.size} 人
        </Button>
      ))}
      <Button kind="quiet" onPress={onDone}>
        取消
      </Button>
    </View>
  )
}

interface PeopleProps {
  activity: Activity
  rows: RosterRow[]
  acts: RosterActs
}

const toggled = (chosen: ReadonlySet<string>, accountId: string): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (!next.delete(accountId)) next.add(accountId)
  return next
}

const People = ({ activity, rows, acts }: PeopleProps) => {
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const shown = inOrder(rows).filter(
    (row) => row.name.includes(search.trim()) && (filter === 'all' || standingOf(row) === filter),
  )
  return (
    <Page
      title={TITLE}
      footer={
        chosen ? (
          <Choosing
            chosen={chosen}
            activity={activity}
            onConfirm={acts.confirm}
            onDone={() => setChosen(null)}
          />
        ) : (
          <View className="roster__acts">
            <Button icon="list" onPress={() => setChosen(new Set())}>
              多选确认
            </Button>
            <Button kind="secondary" icon="scan" onPress={() => setSheet({ kind: 'card' })}>
              按志愿者卡
            </Button>
          </View>
        )
      }
      overlay={<Sheets sheet={sheet} activity={activity} acts={acts} onOpen={setSheet} />}
    >
      <View>
        {activity.theme}，{activityTimeWords(activity)}
      </View>
      {acts.told ? <Notice kind="information">{acts.told}</Notice> : null}
      <SearchField value={search} placeholder="找姓名" maxLength={SEARCH_LENGTH} onChange={setSearch} />
      <FilterChips<Filter> options={filtersOf(rows)} chosen={filter} onChoose={setFilter} />
      {shown.length === 0 ? (
        <EmptyState
          icon="people"
          reason={rows.length === 0 ? '还没有人报名，也没有人签到。' : '没有这样的人。'}
        />
      ) : (
        <RosterList
          rows={shown}
          chosen={chosen}
          onOpen={(row) => setSheet({ kind: 'person', row })}
          onChoose={({ accountId }) => setChosen(toggled(chosen ?? new Set(), accountId))}
        />
      )}
    </Page>
  )
}

const Roster = ({ activityId }: { activityId: string }) => {
  const acts = useRoster(activityId)
  useRefreshOnPull(acts.answer.refresh)
  const { state } = acts.answer
  if (state.status === 'ready') return <People {...state.value} acts={acts} />
  return (
    <Page title={TITLE}>
      <Answered answer={acts.answer} skeleton={<Skeleton shape="row" count={5} />}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** Who is here: confirm one or several, also those without a phone; set hours right; say why somebody was missing. */
export default function RosterPage() {
  const { activityId = '' } = useRouter().params
  const owner = useSession()?.identity.id ?? ''
  return <Roster key={`${owner}/${activityId}`} activityId={activityId} />
}
