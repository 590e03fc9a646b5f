import type { Cloudbase, ExistingFunction, ExistingIndex, WechatTools } from '../../../config/deploy/clients'

/** The two clients of a deployment, recorded: an environment in memory, and every change that was asked of it. */
export interface Platform {
  cloudbase: Cloudbase
  tools: WechatTools<{ appid: string }>
  /** Changes in their order, as one line each. */
  changes: string[]
  collections: Map<string, { permission: string; indexes: ExistingIndex[] }>
  functions: Map<string, ExistingFunction>
  /** Functions whose packages the cloud was asked to install. */
  installing: Set<string>
  /** What the platform answers instead of doing what this line says. */
  refuse(change: string, error: Error): void
}

interface Ground extends Omit<Platform, 'cloudbase' | 'tools'> {
  /** Records a change, or throws what it is to be refused with. */
  change(line: string): void
  storagePermission: 'READONLY' | 'PRIVATE'
  invocationRule: string | undefined
}

/** An environment as it is after it was opened: empty, with the platform's own rules. */
export function aPlatform(): Platform {
  const refused = new Map<string, Error>()
  const changes: string[] = []
  const ground: Ground = {
    changes,
    collections: new Map(),
    functions: new Map(),
    installing: new Set(),
    storagePermission: 'READONLY',
    invocationRule: undefined,
    refuse: (line, error) => void refused.set(line, error),
    change: (line) => {
      const error = refused.get(line)
      if (error) throw error
      changes.push(line)
    },
  }
  return { ...ground, cloudbase: aCloudbase(ground), tools: wechatTools(ground) }
}

const aCloudbase = (ground: Ground): Cloudbase => ({
  database: databaseOf(ground),
  functions: functionsOf(ground),
  storage: {
    getStorageAcl: async () => ground.storagePermission,
    setStorageAcl: async () => {
      ground.change('rule of storage')
      ground.storagePermission = 'PRIVATE'
    },
  },
  permission: {
    describeResourcePermission: async () => ({
      Data: { PermissionList: ground.invocationRule ? [{ SecurityRule: ground.invocationRule }] : [] },
    }),
    modifyResourcePermission: async ({ securityRule }) => {
      ground.change('rule of functions')
      ground.invocationRule = securityRule
    },
  },
  commonService: () => ({
    call: async ({ Action, Param }) => {
      const collection = ground.collections.get(Param.CollectionName ?? '')
      if (!collection) throw new Error(`no collection ${Param.CollectionName}`)
      if (Action === 'DescribeSafeRule') return { AclTag: collection.permission }
      ground.change(`rule of ${Param.CollectionName}`)
      collection.permission = Param.AclTag ?? ''
      return {}
    },
  }),
})

const databaseOf = ({ collections, change }: Ground): Cloudbase['database'] => ({
  createCollectionIfNotExists: async (name) => {
    if (collections.has(name)) return { IsCreated: false }
    change(`collection ${name}`)
    collections.set(name, { permission: 'PRIVATE', indexes: [] })
    return { IsCreated: true }
  },
  describeCollection: async (name) => ({ Indexes: collections.get(name)?.indexes ?? [] }),
  updateCollection: async (name, { CreateIndexes }) => {
    change(`indexes of ${name}`)
    for (const { IndexName, MgoKeySchema } of CreateIndexes)
      collections.get(name)?.indexes.push({
        Name: IndexName,
        Keys: MgoKeySchema.MgoIndexKeys,
        Unique: MgoKeySchema.MgoIsUnique,
      })
  },
})

const variables = (values: Record<string, string>) => ({
  Variables: Object.entries(values).map(([Key, Value]) => ({ Key, Value })),
})

const functionsOf = ({ functions, change }: Ground): Cloudbase['functions'] => ({
  getFunctionDetail: async (name) => {
    const found = functions.get(name)
    if (found) return found
    throw Object.assign(new Error('function not found'), { code: 'ResourceNotFound.Function' })
  },
  createFunction: async ({ func }) => {
    change(`function ${func.name}`)
    functions.set(func.name, {
      Runtime: func.runtime ?? '',
      Timeout: func.timeout,
      MemorySize: func.memorySize,
      Environment: variables(func.envVariables),
      Triggers: [],
    })
  },
  updateFunctionConfig: async ({ name, timeout, memorySize, envVariables }) => {
    change(`settings of ${name}`)
    const found = functions.get(name) as ExistingFunction
    const settings = { Timeout: timeout, MemorySize: memorySize, Environment: variables(envVariables) }
    functions.set(name, { ...found, ...settings })
  },
  deleteFunctionTrigger: async (name, trigger) => {
    change(`no timer ${trigger} of ${name}`)
    const found = functions.get(name) as ExistingFunction
    found.Triggers = found.Triggers.filter(({ TriggerName }) => TriggerName !== trigger)
  },
})

function wechatTools({ functions, installing, change }: Ground): Platform['tools'] {
  class Project {
    readonly appid: string
    constructor({ appid }: { appid: string }) {
      this.appid = appid
    }
  }
  return {
    Project,
    cloud: {
      uploadFunction: async ({ name, remoteNpmInstall }) => {
        if (remoteNpmInstall) installing.add(name)
        change(`code of ${name}`)
      },
      // As miniprogram-ci does: a refusal is a sentence, not an error.
      createTimeTrigger: async ({ functionName, triggersConfig }) => {
        try {
          change(`timer of ${functionName}`)
        } catch {
          return '请检查传入的 triggersConfig 是否符合格式'
        }
        for (const { name, config } of triggersConfig)
          functions
            .get(functionName)
            ?.Triggers.push({ TriggerName: name, TriggerDesc: JSON.stringify({ cron: config }) })
        return '创建定时触发器成功'
      },
    },
    upload: async ({ version }) => change(`mini-program ${version}`),
  }
}
