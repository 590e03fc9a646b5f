/**
 * Makes `Date.now()`, `new Date()` and `Date()` of this thread run ahead or behind by an offset.
 * Not shifted: `performance.now()`, `process.hrtime()` and how long timeouts take.
 */
export function shiftDate(initialOffset: number): (offset: number) => void {
  const Real = Date
  let offset = initialOffset
  const now = (): number => Real.now() + offset
  const Shifted: DateConstructor = new Proxy(Real, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(
        target,
        given.length === 0 ? [now()] : given,
        newTarget === Shifted ? target : newTarget,
      ),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  Real.prototype.constructor = Shifted
  globalThis.Date = Shifted
  return (milliseconds) => {
    offset = milliseconds
  }
}
