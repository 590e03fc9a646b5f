import type { DeploymentPlan } from './plan'

/** The plan as a person reads it. */
export function describePlan(environmentId: string, plan: DeploymentPlan): string[] {
  return [
    `Deployment to ${environmentId}`,
    '',
    ...plan.functions.flatMap((wanted) => [
      `function ${wanted.name}: ${wanted.runtime}, at most ${wanted.timeout} s, ${wanted.memorySize} MB`,
      `  variables  ${wanted.environment.join(', ')}`,
      ...wanted.triggers.map(({ name, config }) => `  timer      ${name}: ${config}`),
      ...(wanted.openapi.length > 0 ? [`  may call   ${wanted.openapi.join(', ')}`] : []),
      ...Object.entries(wanted.packages).map(([name, version]) => `  installs   ${name} ${version}`),
    ]),
    '',
    ...plan.collections.flatMap(({ name, permission, indexes }) => [
      `collection ${name}: ${permission}`,
      ...indexes.map(({ IndexName, MgoKeySchema: { MgoIndexKeys, MgoIsUnique } }) => {
        const keys = MgoIndexKeys.map(({ Name, Direction }) => `${Name} ${Direction}`).join(', ')
        return `  ${MgoIsUnique ? 'unique ' : ''}index ${IndexName}: ${keys}`
      }),
    ]),
    '',
    `file storage: ${plan.storagePermission}`,
    `calling functions: ${JSON.stringify(plan.invocationRule)}`,
    'mini-program: dist/weapp, as a development version',
    '',
    'By hand, in the console (docs/operations.md, After deploying):',
    ...Object.entries(plan.messagePush).map(([event, name]) => `  message push  ${event} → ${name}`),
    ...Object.entries(plan.webPaths).map(([path, name]) => `  HTTP access   ${path} → ${name}`),
  ]
}

/** Files for whoever sets things up by hand, or wants to compare: by name, under dist/deploy/. */
export const planFiles = (plan: DeploymentPlan): Record<string, object> => ({
  'functions.json': plan.functions,
  'database.json': plan.collections,
  'rules.json': {
    collections: Object.fromEntries(plan.collections.map(({ name, permission }) => [name, permission])),
    storage: plan.storagePermission,
    functions: plan.invocationRule,
    messagePush: plan.messagePush,
    webPaths: plan.webPaths,
  },
})
