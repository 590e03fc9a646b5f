/** `skipped`: it was so already. */
export type Outcome = 'done' | 'skipped'

/** One step of a deployment. Carried out twice, the second time changes nothing. */
export interface Step {
  name: string
  /** What to do when it fails. */
  advice: string
  run(): Promise<Outcome>
}

/** Carries out steps in their order and stops at the first that fails. True: all went well. */
export async function runSteps(steps: Step[], print: (line: string) => void): Promise<boolean> {
  for (const { name, advice, run } of steps) {
    try {
      print(`${(await run()).padEnd(7)}  ${name}`)
    } catch (error) {
      print(`failed   ${name}`)
      print(`         The platform says: ${describeFailure(error)}`)
      print(`         ${advice}`)
      print('         Then run this command again: what is done already is skipped.')
      return false
    }
  }
  return true
}

export function describeFailure(error: unknown): string {
  const { message, code, requestId } = (error ?? {}) as Record<string, unknown>
  const parts = [message ?? String(error), code && `code ${code}`, requestId && `request ${requestId}`]
  return parts.filter(Boolean).join(', ')
}
