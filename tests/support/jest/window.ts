/** Makes the window as wide as a desk, or not; jsdom has no width of its own. */
export const aWindow = ({ isWide }: { isWide: boolean }): { change(isWide: boolean): void } => {
  const query = new EventTarget() as EventTarget & { matches: boolean }
  query.matches = isWide
  Object.assign(window, { matchMedia: () => query })
  return {
    change: (becomesWide) => {
      query.matches = becomesWide
      query.dispatchEvent(new Event('change'))
    },
  }
}
