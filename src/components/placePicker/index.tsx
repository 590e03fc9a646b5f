import { SEARCH_LENGTH } from '@contract/limits'
import type { NamedPlace, PlaceLevel } from '@contract/places'
import { useState } from 'react'
import { Button } from '@/components/button'
import { exactness, levelOf, liesIn } from '@/components/placeName/codes'
import { knownPath } from '@/components/placeName/names'
import { SearchField } from '@/components/searchField'
import { useSettled } from '@/components/searchField/useSettled'
import { Sheet } from '@/components/sheet'
import { Found } from './found'
import { Levels } from './levels'
import { keepRecent, readRecent } from './recent'
import { Recent } from './recentPlaces'
import { useSteps } from './useSteps'
import './index.scss'

interface PlacePickerProps {
  title?: string
  isOpen: boolean
  /** What is chosen now: the picker opens there. */
  value: string | null
  /** The most exact level that can be chosen. */
  depth?: PlaceLevel
  /** The least exact level that can be chosen; without it only `depth`. */
  from?: PlaceLevel
  /** Offers only what lies in this place. */
  within?: string | null
  onChoose: (place: NamedPlace) => void
  onClose: () => void
}

const OpenPicker = (props: PlacePickerProps) => {
  const { title = '选择地区', value, depth = 'street', from = depth, within = null } = props
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const steps = useSteps({ value, within, depth })
  const [recent] = useState(readRecent)
  const mayBe = (code: string) => {
    const level = exactness(levelOf(code))
    return level >= exactness(from) && level <= exactness(depth) && (within === null || liesIn(code, within))
  }
  const choose = (place: NamedPlace) => {
    keepRecent(place)
    props.onChoose(place)
    props.onClose()
  }
  const { parent } = steps
  const path = parent === null ? null : knownPath(parent)
  const stop =
    parent !== null && path && mayBe(parent) && !words ? (
      <Button kind="secondary" onPress={() => choose({ code: parent, level: levelOf(parent), path })}>
        就选{path.at(-1)}
      </Button>
    ) : null
  return (
    <Sheet title={title} isOpen onClose={props.onClose} actions={stop}>
      <SearchField
        value={typed}
        placeholder="搜索地区名称或拼音首字母"
        maxLength={SEARCH_LENGTH}
        onChange={setTyped}
      />
      {words ? (
        <Found words={words} within={within} mayBe={mayBe} onChoose={choose} />
      ) : (
        <>
          <Recent places={recent.filter(({ code }) => mayBe(code))} onChoose={choose} />
          <Levels steps={steps} value={value} depth={depth} onChoose={choose} />
        </>
      )}
    </Sheet>
  )
}

/** Chooses a place: down the levels by large rows, by search, or one chosen lately. */
export const PlacePicker = (props: PlacePickerProps) => (props.isOpen ? <OpenPicker {...props} /> : null)
