import type { NamedPlace, Place, PlaceLevel } from '@contract/places'
import { View } from '@tarojs/components'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { levelOf, levelWords, liesIn } from '@/components/placeName/codes'
import { knownPath } from '@/components/placeName/names'
import { Pressable } from '@/components/pressable'
import { Skeleton } from '@/components/skeleton'
import { PlaceRow } from './placeRow'
import { Rows } from './rows'
import type { useSteps } from './useSteps'

type Steps = ReturnType<typeof useSteps>

const ROWS_LOADING = 4

/** What was chosen on the way, each a way back to its level, and the level that is being chosen. */
const Tabs = ({ trail, level, goTo }: Pick<Steps, 'trail' | 'level' | 'goTo'>) => (
  <View className="placePicker__tabs">
    {trail.map((code, index) => {
      const name = knownPath(code)?.at(-1) ?? code
      return (
        <Pressable
          key={code}
          className="placePicker__tab"
          label={`${name}，重选${levelWords[levelOf(code)]}`}
          onPress={() => goTo(trail.slice(0, index))}
        >
          {name}
        </Pressable>
      )
    })}
    <View className="placePicker__tab placePicker__tab--now">选{levelWords[level]}</View>
  </View>
)

interface LevelsProps {
  steps: Steps
  value: string | null
  depth: PlaceLevel
  onChoose: (place: NamedPlace) => void
}

export const Levels = ({ steps, value, depth, onChoose }: LevelsProps) => {
  const { hasBegun, trail, parent, level, answer, goTo } = steps
  const leadsOn = (place: Place) => place.level !== depth && place.hasChildren
  const press = (place: Place) => {
    if (steps.isDoubleTap()) return
    if (leadsOn(place)) return goTo([...trail, place.code])
    onChoose({ code: place.code, level: place.level, path: knownPath(place.code) ?? [place.name] })
  }
  return (
    <>
      {hasBegun ? <Tabs trail={trail} level={level} goTo={goTo} /> : null}
      <Answered answer={answer} skeleton={<Skeleton shape="text" count={ROWS_LOADING} />}>
        {(places) =>
          places.length === 0 ? (
            <EmptyState icon="place" reason={`这里还没有${levelWords[level]}`} />
          ) : (
            <Rows label={`选${levelWords[level]}`} shown={parent ?? 'top'} takesFocus={steps.hasMoved}>
              {places.map((place) => (
                <PlaceRow
                  key={place.code}
                  name={place.name}
                  isChosen={value !== null && liesIn(value, place.code)}
                  leadsOn={leadsOn(place)}
                  onPress={() => press(place)}
                />
              ))}
            </Rows>
          )
        }
      </Answered>
    </>
  )
}
