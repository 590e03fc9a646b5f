import type { Cloudbase, CreateIndex, ExistingIndex } from './clients'
import type { CollectionPlan, DeploymentPlan } from './plan'
import type { Step } from './runner'

/** Collections with their rules and indexes, and the rule of the file storage. */
export const databaseSteps = (
  cloudbase: Cloudbase,
  environmentId: string,
  appid: string,
  plan: DeploymentPlan,
): Step[] => [
  ...plan.collections.flatMap((collection) => [
    createCollection(cloudbase, collection),
    closeCollection(cloudbase, { EnvId: environmentId, WxAppId: appid }, collection),
    ...(collection.indexes.length > 0 ? [createIndexes(cloudbase, collection)] : []),
  ]),
  closeStorage(cloudbase, plan.storagePermission),
]

const createCollection = ({ database }: Cloudbase, { name }: CollectionPlan): Step => ({
  name: `collection ${name}`,
  advice: `Check that the environment id and the API key belong together, or create ${name} in the console (数据库 → 新建集合).`,
  run: async () => ((await database.createCollectionIfNotExists(name)).IsCreated ? 'done' : 'skipped'),
})

const closeCollection = (
  cloudbase: Cloudbase,
  place: { EnvId: string; WxAppId: string },
  { name, permission }: CollectionPlan,
): Step => ({
  name: `rule of ${name}: ${permission}`,
  advice: `Or set it in the console: 数据库 → ${name} → 权限设置 → 仅管理端可读写.`,
  run: async () => {
    const service = cloudbase.commonService('tcb')
    const current = await service.call({
      Action: 'DescribeSafeRule',
      Param: { ...place, CollectionName: name },
    })
    if (current.AclTag === permission) return 'skipped'
    const Param = { EnvId: place.EnvId, CollectionName: name, AclTag: permission }
    await service.call({ Action: 'ModifySafeRule', Param })
    return 'done'
  },
})

const createIndexes = ({ database }: Cloudbase, { name, indexes }: CollectionPlan): Step => ({
  name: `indexes of ${name}: ${indexes.map(({ IndexName }) => IndexName).join(', ')}`,
  advice: `Or create them in the console (数据库 → ${name} → 索引管理) as dist/deploy/database.json lists them.`,
  run: async () => {
    const existing = (await database.describeCollection(name)).Indexes ?? []
    const missing = indexes.filter((index) => !isThere(index, existing, name))
    if (missing.length === 0) return 'skipped'
    await database.updateCollection(name, { CreateIndexes: missing })
    return 'done'
  },
})

/** Replacing an index would leave a moment without it, and a unique one guards ballots: that is for a person to do. */
function isThere(wanted: CreateIndex, existing: ExistingIndex[], collection: string): boolean {
  const found = existing.find(({ Name }) => Name === wanted.IndexName)
  if (!found) return false
  const { MgoIndexKeys, MgoIsUnique } = wanted.MgoKeySchema
  const keys = (list: { Name?: string; Direction?: string }[]) =>
    JSON.stringify(list.map(({ Name, Direction }) => [Name, String(Direction)]))
  if (keys(found.Keys) === keys(MgoIndexKeys) && found.Unique === MgoIsUnique) return true
  throw new Error(
    `${collection} has an index ${wanted.IndexName} with other fields: delete it in the console while nobody votes`,
  )
}

const closeStorage = ({ storage }: Cloudbase, permission: DeploymentPlan['storagePermission']): Step => ({
  name: `rule of the file storage: ${permission}`,
  advice: 'Or set it in the console: 云存储 → 权限设置 → 仅创建者可读写.',
  run: async () => {
    if ((await storage.getStorageAcl()) === permission) return 'skipped'
    await storage.setStorageAcl(permission)
    return 'done'
  },
})
