import type { Position, StaffCaseSummary } from '@contract/cases/cases'

/** Cases on a map. Pure. */

export type PlacedCase = StaffCaseSummary & { position: Position }

const isPlaced = (shown: StaffCaseSummary): shown is PlacedCase => shown.position !== null

export const withPosition = (cases: StaffCaseSummary[]): PlacedCase[] => cases.filter(isPlaced)

const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2

/** In the middle of what is shown; null where there is nothing. */
export const middleOf = (positions: Position[]): Position | null =>
  positions.length === 0
    ? null
    : {
        longitude: middle(positions.map(({ longitude }) => longitude)),
        latitude: middle(positions.map(({ latitude }) => latitude)),
      }
