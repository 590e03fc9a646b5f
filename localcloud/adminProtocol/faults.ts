import type { DatabaseFaults } from './messages'

/** Decides which request loses its connection. */
export class Faults {
  private failAfter: NonNullable<DatabaseFaults['failAfter']> | undefined

  set(faults: DatabaseFaults): void {
    this.failAfter = faults.failAfter ? { ...faults.failAfter } : undefined
  }

  effectOn(action: string, collection: string): 'dropBeforeWrite' | 'dropAfterWrite' | undefined {
    const fault = this.failAfter
    if (fault?.action !== action) return undefined
    if (fault.collection !== undefined && fault.collection !== collection) return undefined
    fault.count--
    if (fault.count > 0) return undefined
    this.failAfter = undefined
    return fault.effect
  }
}
