/** One line of JSON per event, so that the cloud's log search finds it by request id. Never holds a person's words. */
export function log(level: 'info' | 'warn' | 'error', event: string, facts: Record<string, unknown>): void {
  console[level === 'info' ? 'log' : level](JSON.stringify({ level, event, ...facts }))
}

export const describeError = (error: unknown): string => {
  if (error instanceof Error) return error.stack ?? error.message
  return typeof error === 'object' ? JSON.stringify(error) : String(error)
}
