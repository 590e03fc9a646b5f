/**
 * The parts of two packages that a deployment uses, as @cloudbase/manager-node 5.6.5 and miniprogram-ci 2.1.42
 * declare them. Both are loaded on demand: only whoever deploys needs them, and they bring 290 MB.
 */

export interface CreateIndex {
  IndexName: string
  MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique: boolean }
}

export interface ExistingIndex {
  Name: string
  Keys: { Name?: string; Direction?: string }[]
  Unique: boolean
}

export interface ExistingFunction {
  Runtime: string
  Timeout: number
  MemorySize: number
  Environment: { Variables: { Key: string; Value: string }[] }
  /** `TriggerDesc` of a timer holds its seven cron fields, plain or inside JSON. */
  Triggers: { TriggerName: string; TriggerDesc: string }[]
}

export interface FunctionSettings {
  name: string
  runtime?: string
  handler?: string
  timeout: number
  memorySize: number
  installDependency?: boolean
  /** Replaces all variables of the function. */
  envVariables: Record<string, string>
}

type Permission = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY' | 'CUSTOM'

/** Tencent Cloud's side: collections, rules, functions and their settings. */
export interface Cloudbase {
  database: {
    createCollectionIfNotExists(name: string): Promise<{ IsCreated: boolean }>
    describeCollection(name: string): Promise<{ Indexes?: ExistingIndex[] }>
    updateCollection(name: string, change: { CreateIndexes: CreateIndex[] }): Promise<unknown>
  }
  functions: {
    getFunctionDetail(name: string): Promise<ExistingFunction>
    createFunction(wanted: { func: FunctionSettings; functionPath: string }): Promise<unknown>
    updateFunctionConfig(settings: FunctionSettings): Promise<unknown>
    deleteFunctionTrigger(name: string, triggerName: string): Promise<unknown>
  }
  storage: {
    getStorageAcl(): Promise<Permission>
    setStorageAcl(permission: Permission): Promise<unknown>
  }
  permission: {
    describeResourcePermission(options: { resourceType: 'function' }): Promise<{
      Data: { PermissionList: { SecurityRule?: string }[] }
    }>
    modifyResourcePermission(options: {
      resourceType: 'function'
      permission: 'CUSTOM'
      securityRule: string
    }): Promise<unknown>
  }
  /** Any call of Tencent Cloud's own interface; `tcb` has the security rules of collections. */
  commonService(service: 'tcb'): {
    call(options: { Action: string; Param: Record<string, string> }): Promise<{ AclTag?: string }>
  }
}

export interface Trigger {
  name: string
  type: string
  /** Seven cron fields in UTC+8. */
  config: string
}

/** WeChat's side: what is uploaded through it may call WeChat's open interfaces, from timers too. */
export interface WechatTools<Project = unknown> {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKeyPath: string
  }) => Project
  cloud: {
    uploadFunction(options: {
      project: Project
      env: string
      name: string
      path: string
      remoteNpmInstall: boolean
    }): Promise<unknown>
    /** Never throws for a refusal by the platform: the text it answers says whether it worked. */
    createTimeTrigger(options: {
      project: Project
      envId: string
      functionName: string
      triggersConfig: Trigger[]
    }): Promise<string>
  }
  upload(options: {
    project: Project
    version: string
    desc: string
    setting: { useProjectConfig: boolean }
    onProgressUpdate: () => void
  }): Promise<unknown>
}

const INSTALL = 'npm install --no-save @cloudbase/manager-node@5.6.5 miniprogram-ci@2.1.42'

/** Loads a package that `npm ci` does not install. */
export async function loadOnDemand(packageName: string): Promise<unknown> {
  try {
    const loaded = (await import(packageName)) as { default?: unknown }
    return loaded.default ?? loaded
  } catch (error) {
    if (/MODULE_NOT_FOUND/.test((error as { code?: string }).code ?? ''))
      throw new Error(`Deploying needs ${packageName}, which is not installed here: run ${INSTALL}`)
    throw error
  }
}

export async function loadCloudbase(environmentId: string): Promise<Cloudbase> {
  const Manager = (await loadOnDemand('@cloudbase/manager-node')) as new (options: object) => Cloudbase
  return new Manager({
    envId: environmentId,
    secretId: process.env.TENCENTCLOUD_SECRETID,
    secretKey: process.env.TENCENTCLOUD_SECRETKEY,
  })
}

export const loadWechatTools = async (): Promise<WechatTools> =>
  (await loadOnDemand('miniprogram-ci')) as WechatTools
