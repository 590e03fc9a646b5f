import type { Cloudbase, Trigger, WechatTools } from './clients'
import type { DeploymentPlan, FunctionPlan } from './plan'
import type { Outcome, Step } from './runner'

/** What is uploaded, and under which name. */
export interface Upload<Project> {
  project: Project
  environmentId: string
  version: string
  folderOfFunction: (name: string) => string
}

/** Code, timers and the mini-program, through WeChat's tools: only so may a timer call WeChat's open interfaces. */
export function wechatSteps<Project>(
  tools: WechatTools<Project>,
  cloudbase: Cloudbase,
  plan: DeploymentPlan,
  upload: Upload<Project>,
): Step[] {
  return [
    ...plan.functions.map((wanted) => uploadCode(tools, wanted, upload)),
    ...plan.functions.flatMap(({ name, triggers }) =>
      triggers.map((trigger) => createTrigger(tools, cloudbase, name, trigger, upload)),
    ),
    restrictInvocation(cloudbase, plan.invocationRule),
    uploadMiniProgram(tools, upload),
  ]
}

/** For whoever reads along: what the cloud installs by itself. */
const withPackages = (packages: Record<string, string>): string => {
  const named = Object.entries(packages).map(([name, version]) => `${name} ${version}`)
  return named.length > 0 ? `, with ${named.join(', ')} installed by the cloud` : ''
}

const uploadCode = <Project>(
  { cloud }: WechatTools<Project>,
  { name, openapi, packages }: FunctionPlan,
  { project, environmentId, folderOfFunction }: Upload<Project>,
): Step => ({
  name: `code of ${name}${openapi.length > 0 ? `, may call ${openapi.join(', ')}` : ''}${withPackages(packages)}`,
  advice: `Or upload it in WeChat DevTools: cloudfunctions/${name} → 上传并部署：${Object.keys(packages).length > 0 ? '云端安装依赖' : '所有文件'}. For error -10008 add this machine's address to the upload key's IP list (IP 白名单).`,
  run: async () => {
    const path = folderOfFunction(name)
    const remoteNpmInstall = Object.keys(packages).length > 0
    await cloud.uploadFunction({ project, env: environmentId, name, path, remoteNpmInstall })
    return 'done'
  },
})

/** What miniprogram-ci answers when the trigger was made; a refusal comes as another sentence, not as an error. */
const TRIGGER_CREATED = '创建定时触发器成功'

const createTrigger = <Project>(
  { cloud }: WechatTools<Project>,
  { functions }: Cloudbase,
  functionName: string,
  trigger: Trigger,
  { project, environmentId }: Upload<Project>,
): Step => ({
  name: `timer ${trigger.name} of ${functionName}: ${trigger.config}`,
  advice: `Or upload it in WeChat DevTools: cloudfunctions/${functionName} → 上传触发器.`,
  run: async (): Promise<Outcome> => {
    const { Triggers } = await functions.getFunctionDetail(functionName)
    const found = Triggers.find(({ TriggerName }) => TriggerName === trigger.name)
    if (found?.TriggerDesc.includes(trigger.config)) return 'skipped'
    if (found) await functions.deleteFunctionTrigger(functionName, trigger.name)
    const options = { project, envId: environmentId, functionName, triggersConfig: [trigger] }
    const answer = await cloud.createTimeTrigger(options)
    if (answer !== TRIGGER_CREATED) throw new Error(answer)
    return 'done'
  },
})

const restrictInvocation = ({ permission }: Cloudbase, wanted: DeploymentPlan['invocationRule']): Step => ({
  name: `rule of calling functions: ${JSON.stringify(wanted)}`,
  advice: 'Or set it in the console: 云函数 → 权限控制.',
  run: async () => {
    const { Data } = await permission.describeResourcePermission({ resourceType: 'function' })
    if (Data.PermissionList.some(({ SecurityRule }) => isSameRule(SecurityRule, wanted))) return 'skipped'
    const securityRule = JSON.stringify(wanted)
    await permission.modifyResourcePermission({
      resourceType: 'function',
      permission: 'CUSTOM',
      securityRule,
    })
    return 'done'
  },
})

function isSameRule(text: string | undefined, wanted: object): boolean {
  try {
    return JSON.stringify(JSON.parse(text ?? '')) === JSON.stringify(wanted)
  } catch {
    return false
  }
}

const uploadMiniProgram = <Project>(
  { upload }: WechatTools<Project>,
  { project, version }: Upload<Project>,
): Step => ({
  name: `mini-program ${version}, as a development version`,
  advice: 'Or upload it in WeChat DevTools (上传).',
  run: async () => {
    await upload({
      project,
      version,
      desc: `共治 ${version}`,
      setting: { useProjectConfig: true },
      onProgressUpdate: () => undefined,
    })
    return 'done'
  },
})
