import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadCloudbase, loadWechatTools } from './deploy/clients'
import { databaseSteps } from './deploy/databaseSteps'
import { describePlan, planFiles } from './deploy/describePlan'
import { functionSteps } from './deploy/functionSteps'
import { type DeploymentPlan, makePlan } from './deploy/plan'
import { appidOf, buildProblems, keyProblems, secretProblems } from './deploy/requirements'
import { runSteps, type Step } from './deploy/runner'
import { wechatSteps } from './deploy/wechatSteps'
import { folderOf } from './folders'

/** `npm run deploy -- --env <environment id> [--plan]`: to WeChat CloudBase; docs/operations.md goes through it. */

const folderOfFunction = (name: string): string => folderOf(`dist/cloudfunctions/${name}`)

function writePlan(environmentId: string, plan: DeploymentPlan): void {
  const folder = folderOf('dist/deploy')
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of Object.entries(planFiles(plan)))
    writeFileSync(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  for (const line of describePlan(environmentId, plan)) console.log(line)
  console.log('\nNothing was sent. The same in files: dist/deploy/')
}

async function allSteps(environmentId: string, plan: DeploymentPlan): Promise<Step[]> {
  const [cloudbase, tools] = await Promise.all([loadCloudbase(environmentId), loadWechatTools()])
  const appid = appidOf(readFileSync(folderOf('project.config.json'), 'utf8')) ?? ''
  const { version } = JSON.parse(readFileSync(folderOf('package.json'), 'utf8')) as { version: string }
  const project = new tools.Project({
    appid,
    type: 'miniProgram',
    projectPath: folderOf('dist/weapp'),
    privateKeyPath: process.env.WECHAT_UPLOAD_KEY_FILE ?? '',
  })
  return [
    ...databaseSteps(cloudbase, environmentId, appid, plan),
    ...functionSteps(cloudbase, plan, process.env, folderOfFunction),
    ...wechatSteps(tools, cloudbase, plan, { project, environmentId, version, folderOfFunction }),
  ]
}

/** True: everything is as it should be now. */
async function main(): Promise<boolean> {
  const { values: options } = parseArgs({
    options: { env: { type: 'string' }, plan: { type: 'boolean', default: false } },
  })
  if (!options.env) throw new Error('Which environment? npm run deploy -- --env <environment id> [--plan]')
  const plan = makePlan()
  if (options.plan) {
    writePlan(options.env, plan)
    return true
  }
  const problems = [
    ...secretProblems(plan, process.env),
    ...keyProblems(process.env),
    ...buildProblems(options.env),
  ]
  if (problems.length > 0)
    throw new Error(`Nothing was sent:\n${problems.map((text) => `- ${text}`).join('\n')}`)
  const isComplete = await runSteps(await allSteps(options.env, plan), console.log)
  if (isComplete)
    console.log('\nDeployed. What remains to be done by hand: docs/operations.md, After deploying.')
  return isComplete
}

main()
  .then((isComplete) => process.exit(isComplete ? 0 : 1))
  .catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
