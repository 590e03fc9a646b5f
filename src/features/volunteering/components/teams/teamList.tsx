import { SEARCH_LENGTH } from '@contract/limits'
import { TEAM_KINDS, type TeamKind, type TeamSummary } from '@contract/volunteering/people'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { PlaceField } from '@/components/placeField'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { SearchField } from '@/components/searchField'
import { useSettled } from '@/components/searchField/useSettled'
import { Skeleton } from '@/components/skeleton'
import { open, routes } from '@/routes'
import { teamKindWords } from '@/words/volunteering'

const TeamRow = ({ team }: { team: TeamSummary }) => {
  const place = pathWords(usePlacePath(team.placeCode))
  return (
    <ListRow
      icon="people"
      title={team.name}
      line={[teamKindWords[team.kind], place, `${team.members} 人`].filter(Boolean).join(' · ')}
      onPress={() => open(routes.team(team.organisationId))}
    />
  )
}

const kinds: { value: TeamKind | 'all'; text: string }[] = [
  { value: 'all', text: '全部类别' },
  ...TEAM_KINDS.map((value) => ({ value, text: teamKindWords[value] })),
]

interface TeamFilter {
  placeCode: string
  kind: TeamKind | 'all'
  search: string
}

const Found = ({ placeCode, kind, search }: TeamFilter) => {
  const book = usePages(`teams/${placeCode}/${kind}/${search}`, {
    ask: (after: string | undefined) =>
      call('volunteers', 'listTeams', {
        placeCode,
        kind: kind === 'all' ? undefined : kind,
        search: search || undefined,
        after,
      }),
    read: ({ teams, next }) => ({ items: teams, next }),
  })
  useRefreshOnPull(book.refresh)
  return (
    <Answered answer={book} skeleton={<Skeleton shape="row" count={4} />}>
      {() =>
        book.items.length === 0 ? (
          <EmptyState icon="people" reason="这里还没有这样的服务队。可以换个类别，或者看更大的地区。" />
        ) : (
          <Card>
            {book.items.map((team) => (
              <TeamRow key={team.organisationId} team={team} />
            ))}
            {book.hasMore ? (
              <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
                再看一些
              </Button>
            ) : null}
          </Card>
        )
      }
    </Answered>
  )
}

/** Service teams at a place and below it. */
export const TeamList = ({ startsAt }: { startsAt: string }) => {
  const [placeCode, setPlaceCode] = useState(startsAt)
  const [kind, setKind] = useState<TeamKind | 'all'>('all')
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  return (
    <>
      <Card>
        <PlaceField
          label="地区"
          value={placeCode}
          from="city"
          depth="village"
          onChange={({ code }) => setPlaceCode(code)}
        />
        <SearchField
          value={typed}
          placeholder="搜索服务队名称"
          maxLength={SEARCH_LENGTH}
          onChange={setTyped}
        />
      </Card>
      <FilterChips options={kinds} chosen={kind} onChoose={setKind} />
      <Found placeCode={placeCode} kind={kind} search={search} />
    </>
  )
}
