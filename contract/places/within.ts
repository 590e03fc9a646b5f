/** Whether `place` lies in `area` (or is it), by codes of the national division table: 310000 ⊃ 310106 ⊃ 310106011. */
export function isWithin(place: string, area: string): boolean {
  const prefix = area.length === 6 ? area.replace(/(?:00){1,2}$/, '') : area
  return place.startsWith(prefix)
}
