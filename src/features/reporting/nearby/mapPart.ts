import type { Position } from '@contract/cases/cases'
import type { Category } from '@contract/cases/categories'
import type { MapPart } from '@contract/reporting'
import { useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import type { MapBounds, MapCell, MapMarker } from '@/components/map'
import { numberWords } from '@/words/numbers'
import { asked, type Filters } from './filters'

/** What a part of the map shows, from the cloud's answer to signs with names. */

interface Seen {
  bounds: MapBounds
  zoom: number
}

/** About ten metres: a smaller move asks nothing new. */
const DIGITS = 4

const inside = (value: number, limit: number): number =>
  Number(Math.max(-limit, Math.min(limit, value)).toFixed(DIGITS))

const part = ({ bounds, zoom }: Seen) => ({
  west: inside(bounds.west, 180),
  south: inside(bounds.south, 90),
  east: inside(bounds.east, 180),
  north: inside(bounds.north, 90),
  zoom,
})

const nothing: MapPart = { points: [], cells: [] }

/** What was shown stays until the new part is there, so that nothing flickers while the map is moved. */
export const useMapPart = (filters: Filters) => {
  const [seen, setSeen] = useState<Seen | null>(null)
  const question = seen ? { ...part(seen), ...asked(filters) } : null
  const { state } = useAnswer(question && JSON.stringify(question), async () =>
    call('reporting', 'getMapPart', question ?? { ...part({ bounds: NOWHERE, zoom: 3 }) }),
  )
  const last = useRef(nothing)
  if (state.status === 'ready') last.current = state.value
  return {
    shown: last.current,
    hasFailed: state.status === 'failed',
    look: (bounds: MapBounds, zoom: number) => setSeen({ bounds, zoom }),
  }
}

const NOWHERE: MapBounds = { west: 0, south: 0, east: 0, north: 0 }

type Point = MapPart['points'][number]

const toneOf = ({ isOpen, isOverdue }: Point): MapMarker['tone'] => {
  if (!isOpen) return 'done'
  return isOverdue ? 'overdue' : 'open'
}

export const toneWords: Record<MapMarker['tone'], string> = {
  open: '待处理',
  done: '已办结',
  overdue: '超过承诺时间',
}

export const categoryNames = (categories: readonly Category[]): ReadonlyMap<string, string> =>
  new Map(categories.map(({ categoryId, name }) => [categoryId, name]))

export const markersOf = (
  { points }: MapPart,
  names: ReadonlyMap<string, string>,
  chosen: string | null,
): MapMarker[] =>
  points.map((point) => ({
    id: point.caseId,
    position: point.position,
    tone: toneOf(point),
    label: `${names.get(point.categoryId) ?? '问题'}，${toneWords[toneOf(point)]}`,
    isChosen: point.caseId === chosen,
  }))

const nameOf = ({ longitude, latitude }: Position): string =>
  `${longitude.toFixed(DIGITS)}/${latitude.toFixed(DIGITS)}`

export const cellsOf = ({ cells }: MapPart): MapCell[] =>
  cells.map(({ position, open, all }) => ({
    id: nameOf(position),
    position,
    count: all,
    label: `这一带 ${numberWords(all)} 件，${open === 0 ? '都已办结' : `${numberWords(open)} 件待处理`}，放大看`,
  }))
