import type { NamedPlace } from '@contract/places'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { pathWords, rememberPaths } from '@/components/placeName/names'
import { Skeleton } from '@/components/skeleton'
import { PlaceRow } from './placeRow'
import { Rows } from './rows'

const ROWS_LOADING = 4

interface FoundProps {
  words: string
  within: string | null
  /** Whether this place may be the answer. */
  mayBe: (code: string) => boolean
  onChoose: (place: NamedPlace) => void
}

/** What the cloud finds by name, each with where it is. */
export const Found = ({ words, within, mayBe, onChoose }: FoundProps) => {
  const answer = useAnswer(`foundPlaces/${within}/${words}`, async () => {
    const found = await call('places', 'findPlaces', { within, words })
    if (found.ok) rememberPaths(found.value.places)
    return found
  })
  return (
    <Answered answer={answer} skeleton={<Skeleton shape="text" count={ROWS_LOADING} />}>
      {({ places }) => {
        const choices = places.filter(({ code }) => mayBe(code))
        if (choices.length === 0)
          return <EmptyState icon="search" reason="没有找到这个地区。换个说法，或者一级一级选。" />
        return (
          <Rows label="找到的地区" shown={words}>
            {choices.map((place) => (
              <PlaceRow
                key={place.code}
                name={place.path.at(-1) ?? place.code}
                line={pathWords(place.path.slice(0, -1))}
                isChosen={false}
                leadsOn={false}
                onPress={() => onChoose(place)}
              />
            ))}
          </Rows>
        )
      }}
    </Answered>
  )
}
