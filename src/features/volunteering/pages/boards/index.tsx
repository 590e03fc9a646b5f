import type { BoardKind, BoardPeriod } from '@contract/volunteerStatistics'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { PlaceField } from '@/components/placeField'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { periodAt } from '../../boards/periods'
import { scopesOf } from '../../boards/scopes'
import { boardKinds, boardPeriods, countsWords } from '../../boards/words'
import { BoardView } from '../../components/boards/board'
import { PeopleScope } from '../../components/boards/peopleScope'
import { PeriodBar } from '../../components/boards/periodBar'
import { useMyVolunteer } from '../../useMyVolunteer'
import '../../components/boards/boards.scss'

const WHOLE_CITY = '310000'

interface Shown {
  kind: BoardKind
  period: BoardPeriod
  at: string
}

const Ranking = ({ kind, period, at, within }: Shown & { within: string }) => {
  const board = useAnswer(`${kind}/${within}/${at}`, () =>
    call('volunteerStatistics', 'getBoard', { kind, within, period, at }),
  )
  useRefreshOnPull(board.refresh)
  return (
    <Answered answer={board} skeleton={<Skeleton shape="row" count={5} />}>
      {(value) => <BoardView kind={kind} board={value} />}
    </Answered>
  )
}

const OfPeople = ({ shown, asked }: { shown: Shown; asked: string | undefined }) => {
  const { isSignedIn, answer } = useMyVolunteer()
  const [chosen, setChosen] = useState<string | null>(asked ?? null)
  const mine = answer.state.status === 'ready' ? answer.state.value : { volunteer: null, teams: [] }
  if (isSignedIn && answer.state.status === 'loading') return <Skeleton shape="row" count={5} />
  const scopes = scopesOf(mine.volunteer, mine.teams)
  const within = chosen ?? (scopes.length > 1 ? (scopes[0]?.value ?? null) : null)
  return (
    <>
      <PeopleScope scopes={scopes} within={within} onChange={setChosen} />
      {within === null ? (
        <EmptyState icon="place" reason="选一个街镇，看那里的志愿者排名" />
      ) : (
        <Ranking {...shown} within={within} />
      )}
    </>
  )
}

const OfPlaces = ({ shown, asked }: { shown: Shown; asked: string | undefined }) => {
  const [placeCode, setPlaceCode] = useState(/^\d{6,12}$/.test(asked ?? '') ? String(asked) : WHOLE_CITY)
  return (
    <>
      <PlaceField label="地区" value={placeCode} depth="street" onChange={({ code }) => setPlaceCode(code)} />
      <Ranking {...shown} within={placeCode} />
    </>
  )
}

/** Who serves how much: by team, person, street and grid, in a week, a month or a year. */
export default function BoardsPage() {
  const { kind: asked, period: askedPeriod, within } = useRouter().params
  const [shown, setShown] = useState<Shown>(() => {
    const period = boardPeriods.find(({ value }) => value === askedPeriod)?.value ?? 'week'
    const kind = boardKinds.find(({ value }) => value === asked)?.value ?? 'teams'
    return { kind, period, at: periodAt[period](Date.now()) }
  })
  const Of = shown.kind === 'volunteers' ? OfPeople : OfPlaces
  return (
    <Page title="志愿榜单">
      <FilterChips
        options={boardKinds}
        chosen={shown.kind}
        onChoose={(kind) => setShown({ ...shown, kind })}
      />
      <PeriodBar
        period={shown.period}
        at={shown.at}
        onChange={(period, at) => setShown({ ...shown, period, at })}
      />
      <View className="boardNote">{countsWords[shown.kind]}</View>
      <Of key={shown.kind} shown={shown} asked={shown.kind === asked ? within : undefined} />
      <View className="boardNote">不想显示姓名的人，名次还在，只是不写名字。可以在志愿者资料里改。</View>
      <Button kind="quiet" onPress={() => open(routes.volunteerProfile)}>
        改我在榜单上怎么显示
      </Button>
    </Page>
  )
}
