/** Everything that went wrong while the program ran. A test asserts that there is nothing. */
export interface Faults {
  list: string[]
  add(what: string, cause?: unknown): void
  /** Runs a piece of the program: an exception, or a promise that is rejected, is a fault. */
  guard<Value>(what: string, run: () => Value): Value | undefined
  console: Pick<Console, 'log' | 'info' | 'debug' | 'warn' | 'error'>
}

export function recordFaults(): Faults {
  const list: string[] = []
  const add: Faults['add'] = (what, cause) =>
    list.push(cause === undefined ? what : `${what}: ${describe(cause)}`)
  return {
    list,
    add,
    guard: (what, run) => {
      try {
        const value = run()
        if (isPromise(value)) value.then(undefined, (cause) => add(what, cause))
        return value
      } catch (cause) {
        add(what, cause)
        return undefined
      }
    },
    console: {
      log: () => {},
      info: () => {},
      debug: () => {},
      warn: (...words) => add(`console.warn: ${words.map(describe).join(' ')}`),
      error: (...words) => add(`console.error: ${words.map(describe).join(' ')}`),
    },
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value

/** Errors of the program's own realm are no `Error` of this one. */
function describe(cause: unknown): string {
  if (typeof cause === 'string') return cause
  const { stack, message, errMsg } = (cause ?? {}) as Partial<Record<string, unknown>>
  return String(stack ?? message ?? errMsg ?? JSON.stringify(cause))
}
