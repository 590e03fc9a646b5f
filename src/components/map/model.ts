import type { Position } from '@contract/cases/cases'

/** What a map shows, wherever it is drawn. Positions are GCJ-02 degrees. */

/** Said by shape as well: a dot, a tick, an exclamation mark. */
export type MarkerTone = 'open' | 'done' | 'overdue'

export interface MapMarker {
  id: string
  position: Position
  tone: MarkerTone
  /** What is there, for those who cannot see it. */
  label: string
  isChosen?: boolean
}

/** Several that lie too close together to be shown one by one. */
export interface MapCell {
  id: string
  position: Position
  count: number
  label: string
}

export interface MapBounds {
  west: number
  south: number
  east: number
  north: number
}

export interface MapProps {
  /** What the map is of. Whoever shows a map shows beside it a list that says the same. */
  label: string
  /** Where it begins, and where it goes when this changes. */
  centre: Position
  /** 3 to 20: at 16 a phone is about 800 m wide. */
  zoom: number
  markers?: readonly MapMarker[]
  cells?: readonly MapCell[]
  /** Where the person is. */
  own?: Position | null
  /** `part`: a strip of the page; `full`: as high as what it stands in. */
  height?: 'part' | 'full'
  onMarkerPress?: (id: string) => void
  /** After every move, and once at the beginning. Pressing a cell goes closer by itself. */
  onMove?: (bounds: MapBounds, zoom: number) => void
  /** Makes it a way to choose a position: a pin stays in the middle and the map is moved under it. */
  onPick?: (position: Position) => void
}

/** Pressing a cell goes closer by so much: a cell then fills about a phone. */
export const CLOSER = 2
export const ZOOM_MIN = 3
export const ZOOM_MAX = 20

const SIX_DIGITS = 1_000_000

/** A tenth of a metre; more digits would only be noise in addresses and requests. */
export const rounded = ({ longitude, latitude }: Position): Position => ({
  longitude: Math.round(longitude * SIX_DIGITS) / SIX_DIGITS,
  latitude: Math.round(latitude * SIX_DIGITS) / SIX_DIGITS,
})
