import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { functionNames } from '../buildFunctions'
import { folderOf } from '../folders'
import type { DeploymentPlan } from './plan'

/** What must be there before anything is sent. Each missing thing is one sentence with what to do. */

export type Values = Record<string, string | undefined>

/** GONGZHI_SECRET: the functions refuse a shorter one. ADMINISTRATOR_SECRET: nobody guesses 16 characters. */
const SHORTEST: Record<string, number> = { GONGZHI_SECRET: 32, ADMINISTRATOR_SECRET: 16 }

/** Without these the functions take what docs/operations.md gives as the usual. */
const OPTIONAL = new Set([
  'DESK_ORIGIN',
  'MESSAGE_TEMPLATES',
  'OPEN311_ADDRESS',
  'PLACES',
  'RETENTION_DAYS',
  'WORKING_HOURS',
])

export const variablesOf = (plan: DeploymentPlan): string[] =>
  [...new Set(plan.functions.flatMap(({ environment }) => environment))].sort()

/** Problems with the secrets of the functions. Says names and lengths, never values. */
export function secretProblems(plan: DeploymentPlan, values: Values): string[] {
  return variablesOf(plan).flatMap((name) => {
    const value = values[name] ?? ''
    if (value === '' && OPTIONAL.has(name)) return []
    const shortest = SHORTEST[name] ?? 1
    if (value === '') return [`${name} is not set: export it in this terminal (docs/operations.md, Secrets)`]
    if (value.length < shortest)
      return [`${name} has ${value.length} characters and needs at least ${shortest}`]
    return []
  })
}

/** Problems with the keys of whoever deploys. */
export function keyProblems(values: Values): string[] {
  const problems = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
    .filter((name) => !values[name])
    .map((name) => `${name} is not set: make an API key in Tencent Cloud's console (访问管理 → API 密钥)`)
  const keyFile = values.WECHAT_UPLOAD_KEY_FILE
  if (!keyFile)
    problems.push('WECHAT_UPLOAD_KEY_FILE is not set: the path of the code upload key (代码上传密钥)')
  else if (!existsSync(keyFile)) problems.push(`there is no file ${keyFile} (WECHAT_UPLOAD_KEY_FILE)`)
  return problems
}

const UNSET_APPID = 'touristappid'

export function appidOf(configuration: string): string | null {
  const { appid } = JSON.parse(configuration) as { appid?: string }
  return appid && appid !== UNSET_APPID ? appid : null
}

/** Problems with what is to be sent: the builds in `dist`, and the mini-program's own id. */
export function buildProblems(environmentId: string, dist = folderOf('dist')): string[] {
  const problems: string[] = []
  if (appidOf(readFileSync(folderOf('project.config.json'), 'utf8')) === null)
    problems.push('project.config.json has no appid yet: put in the one of your mini-program')
  const missing = functionNames().filter(
    (name) => !existsSync(path.join(dist, 'cloudfunctions', name, 'index.js')),
  )
  const build = `TARO_APP_CLOUD_ENVIRONMENT=${environmentId} npm run build`
  if (missing.length > 0) problems.push(`functions are not built (${missing.join(', ')}): run ${build}`)
  const code = codeIn(path.join(dist, 'weapp'))
  if (!code.includes(environmentId))
    problems.push(`dist/weapp is not built for ${environmentId}: run ${build}`)
  return problems
}

/** What a build was made for stands in its code as text; so this can see a build for another city's environment. */
function codeIn(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
}
