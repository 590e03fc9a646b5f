export type LogLevel = 'info' | 'warn' | 'error'

export interface LogEntry {
  level: LogLevel
  text: string
}

export type Log = (entry: LogEntry) => void

/** Prints errors; with `verbose` also what functions print in ordinary running. */
export function createLog(verbose: boolean): Log {
  return ({ level, text }) => {
    if (level === 'error') console.error(text)
    else if (verbose) console.log(text)
  }
}
