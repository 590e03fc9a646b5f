import type { Cloudbase, ExistingFunction } from './clients'
import type { DeploymentPlan, FunctionPlan } from './plan'
import type { Values } from './requirements'
import type { Step } from './runner'

/** Functions with their runtime, settings and secrets. Their code comes after, through WeChat's own tools. */
export const functionSteps = (
  cloudbase: Cloudbase,
  plan: DeploymentPlan,
  values: Values,
  folderOfFunction: (name: string) => string,
): Step[] => [
  keepSecret(cloudbase, plan, values.GONGZHI_SECRET),
  ...plan.functions.map((wanted) => ({
    name: `function ${wanted.name}: ${wanted.runtime}, ${wanted.timeout} s, ${wanted.memorySize} MB, ${wanted.environment.join(', ')}`,
    advice: `Or create ${wanted.name} with ${wanted.runtime} in WeChat DevTools and set its variables in the console (云函数 → ${wanted.name} → 配置).`,
    run: async () => {
      const secrets = givenOf(wanted, values)
      const found = await findFunction(cloudbase, wanted.name)
      if (found) return configure(cloudbase, wanted, found, secrets)
      const { name, runtime, timeout, memorySize, packages } = wanted
      const fixed = { handler: 'index.main', installDependency: Object.keys(packages).length > 0 }
      const func = { name, runtime, timeout, memorySize, envVariables: secrets, ...fixed }
      await cloudbase.functions.createFunction({ func, functionPath: folderOfFunction(name) })
      return 'done' as const
    },
  })),
]

/**
 * With another key everyone would be a stranger: ballots could be cast twice and roles would be nobody's. So all
 * functions are asked before the first one is touched.
 */
const keepSecret = (cloudbase: Cloudbase, plan: DeploymentPlan, secret: string | undefined): Step => ({
  name: 'GONGZHI_SECRET is the one that the functions run with',
  advice: 'Give the one it runs with. docs/operations.md, Secrets, says what a change would mean.',
  run: async () => {
    for (const { name } of plan.functions) {
      const found = await findFunction(cloudbase, name)
      const current = found && variablesOf(found).GONGZHI_SECRET
      if (current && current !== secret)
        throw new Error(
          `${name} runs with another GONGZHI_SECRET than the one given; no function was touched`,
        )
    }
    return 'done'
  },
})

/** What was not given is left as it is. */
const givenOf = ({ environment }: FunctionPlan, values: Values): Record<string, string> =>
  Object.fromEntries(environment.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))

const variablesOf = (found: ExistingFunction): Record<string, string> =>
  Object.fromEntries(found.Environment.Variables.map(({ Key, Value }) => [Key, Value]))

/** Null: there is no such function yet. */
async function findFunction({ functions }: Cloudbase, name: string): Promise<ExistingFunction | null> {
  try {
    return await functions.getFunctionDetail(name)
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('ResourceNotFound')) return null
    throw error
  }
}

async function configure(
  { functions }: Cloudbase,
  { name, timeout, memorySize, runtime }: FunctionPlan,
  found: ExistingFunction,
  secrets: Record<string, string>,
): Promise<'done' | 'skipped'> {
  if (found.Runtime !== runtime)
    throw new Error(
      `${name} exists with ${found.Runtime}, and the platform never changes a function's runtime: delete ${name} in the console`,
    )
  const current = variablesOf(found)
  const isSame =
    found.Timeout === timeout &&
    found.MemorySize === memorySize &&
    Object.entries(secrets).every(([key, value]) => current[key] === value)
  if (isSame) return 'skipped'
  // The platform replaces all variables at once, so those that somebody added in the console go with them.
  const envVariables = { ...current, ...secrets }
  await functions.updateFunctionConfig({ name, timeout, memorySize, envVariables })
  return 'done'
}
