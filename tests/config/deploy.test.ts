import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadOnDemand } from '../../config/deploy/clients'
import { databaseSteps } from '../../config/deploy/databaseSteps'
import { describePlan, planFiles } from '../../config/deploy/describePlan'
import { functionSteps } from '../../config/deploy/functionSteps'
import { indexShape, makePlan } from '../../config/deploy/plan'
import { appidOf, buildProblems, keyProblems, secretProblems } from '../../config/deploy/requirements'
import { runSteps } from '../../config/deploy/runner'
import { wechatSteps } from '../../config/deploy/wechatSteps'
import { aPlatform, type Platform } from './deploy/aPlatform'

const plan = makePlan()
const ENVIRONMENT = 'city-4f2a'

const secrets = {
  GONGZHI_SECRET: 'g'.repeat(32),
  ADMINISTRATOR_SECRET: 'a'.repeat(16),
  MESSAGE_TEMPLATES: '{}',
}

/** Carries the whole plan out; answers whether it went through, and the lines that were printed. */
async function deploy({ cloudbase, tools }: Platform, values: Record<string, string> = secrets) {
  const lines: string[] = []
  const folderOfFunction = (name: string) => `functions/${name}`
  const upload = { project: { appid: 'wx1' }, environmentId: ENVIRONMENT, version: '1.2.3', folderOfFunction }
  const isComplete = await runSteps(
    [
      ...databaseSteps(cloudbase, ENVIRONMENT, 'wx1', plan),
      ...functionSteps(cloudbase, plan, values, folderOfFunction),
      ...wechatSteps(tools, cloudbase, plan, upload),
    ],
    (line) => lines.push(line),
  )
  return { isComplete, lines }
}

describe('the plan', () => {
  test('names every function with what it may use', () => {
    expect(plan.functions).toContainEqual({
      name: 'voting',
      runtime: 'Nodejs20.19',
      timeout: 20,
      memorySize: 256,
      environment: ['DESK_ORIGIN', 'GONGZHI_SECRET', 'PLACES', 'RETENTION_DAYS', 'WORKING_HOURS'],
      triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }],
      openapi: ['security.msgSecCheck', 'security.mediaCheckAsync', 'riskControl.getUserRiskRank'],
      packages: {},
    })
    const environmentOf = (name: string) =>
      plan.functions.find((wanted) => wanted.name === name)?.environment ?? []
    expect(environmentOf('administration')).toContain('ADMINISTRATOR_SECRET')
    expect(environmentOf('messages')).toContain('MESSAGE_TEMPLATES')
    expect(environmentOf('voting')).not.toContain('ADMINISTRATOR_SECRET')
    expect(plan.functions.map(({ name }) => name)).not.toContain('platform')
  })

  test('closes every collection to phones and keeps the unique index of ballots', () => {
    expect(new Set(plan.collections.map(({ permission }) => permission))).toEqual(new Set(['ADMINONLY']))
    expect(plan.collections.find(({ name }) => name === 'ballots')?.indexes).toContainEqual({
      IndexName: 'oneByAccount',
      MgoKeySchema: {
        MgoIndexKeys: [
          { Name: 'campaignId', Direction: '1' },
          { Name: 'accountKey', Direction: '1' },
        ],
        MgoIsUnique: true,
      },
    })
  })

  test('writes directions of an index as text, also for a place on the map', () => {
    const fields = [
      { path: 'place', order: '2dsphere' as const },
      { path: 'at', order: -1 as const },
    ]
    expect(indexShape({ name: 'near', fields, unique: false }).MgoKeySchema.MgoIndexKeys).toEqual([
      { Name: 'place', Direction: '2dsphere' },
      { Name: 'at', Direction: '-1' },
    ])
  })

  test('is printed and written with names of secrets and without their values', () => {
    process.env.GONGZHI_SECRET = 'a value that must stay where it is'
    const said = [...describePlan(ENVIRONMENT, makePlan()), JSON.stringify(planFiles(makePlan()))].join('\n')
    delete process.env.GONGZHI_SECRET
    expect(said).toContain('GONGZHI_SECRET')
    expect(said).toContain('unique index oneByAccount: campaignId 1, accountKey 1')
    expect(said).not.toContain('must stay where it is')
  })
})

describe('what must be there before anything is sent', () => {
  test('each missing secret is named', () => {
    const problems = secretProblems(plan, { GONGZHI_SECRET: secrets.GONGZHI_SECRET })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('ADMINISTRATOR_SECRET is not set')
  })

  test('a GONGZHI_SECRET of 31 characters is refused without being shown', () => {
    const short = 'x'.repeat(31)
    const problems = secretProblems(plan, { ...secrets, GONGZHI_SECRET: short })
    expect(problems).toEqual(['GONGZHI_SECRET has 31 characters and needs at least 32'])
  })

  test('secrets that are long enough pass', () => {
    expect(secretProblems(plan, secrets)).toEqual([])
  })

  test('keys of the person who deploys are asked for, and a key file must exist', () => {
    expect(keyProblems({})).toHaveLength(3)
    const keys = { TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' }
    expect(keyProblems({ ...keys, WECHAT_UPLOAD_KEY_FILE: '/nowhere/upload.key' })).toEqual([
      'there is no file /nowhere/upload.key (WECHAT_UPLOAD_KEY_FILE)',
    ])
    expect(keyProblems({ ...keys, WECHAT_UPLOAD_KEY_FILE: __filename })).toEqual([])
  })

  test("the tourist's appid counts as none", () => {
    expect(appidOf('{ "appid": "touristappid" }')).toBeNull()
    expect(appidOf('{ "appid": "wx1234" }')).toBe('wx1234')
  })

  test('a mini-program built for another environment is refused', () => {
    const dist = mkdtempSync(path.join(tmpdir(), 'deploy-'))
    const builtFor = (environment: string) => {
      mkdirSync(path.join(dist, 'weapp'), { recursive: true })
      writeFileSync(path.join(dist, 'weapp/app.js'), `cloud.init({env:"${environment}"})`)
      return buildProblems(ENVIRONMENT, dist).filter((problem) => problem.startsWith('dist/weapp'))
    }
    const build = `TARO_APP_CLOUD_ENVIRONMENT=${ENVIRONMENT} npm run build`
    expect(builtFor('city-other')).toEqual([`dist/weapp is not built for ${ENVIRONMENT}: run ${build}`])
    expect(builtFor(ENVIRONMENT)).toEqual([])
    rmSync(dist, { recursive: true })
  })

  test('what is not built at all is named', () => {
    const dist = mkdtempSync(path.join(tmpdir(), 'deploy-'))
    const problems = buildProblems(ENVIRONMENT, dist).join('\n')
    expect(problems).toContain('functions are not built (accounts, activities, ')
    expect(problems).toContain(`dist/weapp is not built for ${ENVIRONMENT}`)
    rmSync(dist, { recursive: true })
  })

  test('a package that is not installed is named with the command that installs it', async () => {
    await expect(loadOnDemand('gongzhi-is-not-a-package')).rejects.toThrow(
      'Deploying needs gongzhi-is-not-a-package, which is not installed here: run npm install --no-save',
    )
  })
})

describe('a deployment', () => {
  test('closes a collection before it makes the next, and a function has its secrets before its code', async () => {
    const platform = aPlatform()
    expect((await deploy(platform)).isComplete).toBe(true)
    const { changes } = platform
    const second = plan.collections[1]?.name
    expect(changes.slice(0, 4)).toEqual([
      'collection accounts',
      'rule of accounts',
      `collection ${second}`,
      `rule of ${second}`,
    ])
    expect(changes.indexOf('function voting')).toBeLessThan(changes.indexOf('code of voting'))
    expect(changes.indexOf('code of voting')).toBeLessThan(changes.indexOf('timer of voting'))
    expect(changes.at(-1)).toBe('mini-program 1.2.3')
    expect(platform.collections.get('ballots')?.permission).toBe('ADMINONLY')
    expect(platform.functions.get('voting')?.Environment.Variables).toEqual([
      { Key: 'GONGZHI_SECRET', Value: secrets.GONGZHI_SECRET },
    ])
    expect(platform.functions.get('messages')?.Environment.Variables).toContainEqual({
      Key: 'MESSAGE_TEMPLATES',
      Value: '{}',
    })
  })

  test('has native packages installed by the cloud, and for no function that needs none', async () => {
    const platform = aPlatform()
    await deploy(platform)
    expect([...platform.installing].sort()).toEqual([
      'activities',
      'casework',
      'nominations',
      'reporting',
      'volunteerHours',
    ])
    const { sharp } = plan.functions.find(({ name }) => name === 'nominations')?.packages ?? {}
    expect(sharp).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('carried out again only uploads code', async () => {
    const platform = aPlatform()
    await deploy(platform)
    platform.changes.length = 0
    const { lines } = await deploy(platform)
    expect(platform.changes).toEqual([
      ...plan.functions.map(({ name }) => `code of ${name}`),
      'mini-program 1.2.3',
    ])
    expect(lines.filter((line) => line.startsWith('skipped')).length).toBeGreaterThan(20)
  })

  test('never prints a secret', async () => {
    const { lines } = await deploy(aPlatform())
    expect(lines.join('\n')).toContain('GONGZHI_SECRET')
    expect(lines.join('\n')).not.toContain(secrets.GONGZHI_SECRET)
    expect(lines.join('\n')).not.toContain(secrets.ADMINISTRATOR_SECRET)
  })

  test('stops at the first failure, with the words of the platform and what to do', async () => {
    const platform = aPlatform()
    platform.refuse(
      'indexes of campaigns',
      Object.assign(new Error('index limit'), { code: 'LimitExceeded', requestId: 'r-1' }),
    )
    const { isComplete, lines } = await deploy(platform)
    expect(isComplete).toBe(false)
    expect(lines.slice(-4)).toEqual([
      'failed   indexes of campaigns: byVotingStart, byCounting',
      '         The platform says: index limit, code LimitExceeded, request r-1',
      '         Or create them in the console (数据库 → campaigns → 索引管理) as dist/deploy/database.json lists them.',
      '         Then run this command again: what is done already is skipped.',
    ])
    expect(platform.changes).not.toContain('collection candidates')
  })

  test('goes on where it stopped', async () => {
    const platform = aPlatform()
    platform.refuse('code of voting', new Error('-10008'))
    await deploy(platform)
    const again = aPlatform()
    for (const [name, collection] of platform.collections) again.collections.set(name, collection)
    for (const [name, found] of platform.functions) again.functions.set(name, found)
    expect((await deploy(again)).isComplete).toBe(true)
    expect(again.changes.filter((change) => change.startsWith('collection'))).toEqual([])
    expect(again.functions.get('voting')?.Triggers).toHaveLength(1)
  })

  test('never changes the secret that ballots were cast under', async () => {
    const platform = aPlatform()
    await deploy(platform)
    const { isComplete, lines } = await deploy(platform, { ...secrets, GONGZHI_SECRET: 'h'.repeat(32) })
    expect(isComplete).toBe(false)
    expect(lines.join('\n')).toContain('accounts runs with another GONGZHI_SECRET')
    expect(lines.join('\n')).not.toContain(secrets.GONGZHI_SECRET)
    expect(platform.functions.get('voting')?.Environment.Variables[0]?.Value).toBe(secrets.GONGZHI_SECRET)
  })

  test('creates no function under another secret than the others run with', async () => {
    const platform = aPlatform()
    await deploy(platform)
    platform.functions.delete('accounts')
    await deploy(platform, { ...secrets, GONGZHI_SECRET: 'h'.repeat(32) })
    expect([...platform.functions.keys()]).not.toContain('accounts')
  })

  test('changes another variable and keeps those that were added in the console', async () => {
    const platform = aPlatform()
    await deploy(platform)
    platform.functions.get('messages')?.Environment.Variables.push({ Key: 'TZ', Value: 'Asia/Shanghai' })
    const changed = '{"roleGranted":{"templateId":"other","term":"long","fields":{}}}'
    await deploy(platform, { ...secrets, MESSAGE_TEMPLATES: changed })
    const kept = platform.functions.get('messages')?.Environment.Variables
    expect(kept).toContainEqual({ Key: 'TZ', Value: 'Asia/Shanghai' })
    expect(kept).toContainEqual({ Key: 'MESSAGE_TEMPLATES', Value: changed })
  })

  test('refuses a function with another runtime, which the platform never changes', async () => {
    const platform = aPlatform()
    await deploy(platform)
    const voting = platform.functions.get('voting')
    if (voting) voting.Runtime = 'Nodejs8.9'
    expect((await deploy(platform)).lines.join('\n')).toContain('voting exists with Nodejs8.9')
  })

  test('refuses an index of the same name over other fields instead of replacing it', async () => {
    const platform = aPlatform()
    await deploy(platform)
    const index = platform.collections.get('ballots')?.indexes.find(({ Name }) => Name === 'oneByAccount')
    if (index) index.Unique = false
    const { isComplete, lines } = await deploy(platform)
    expect(isComplete).toBe(false)
    expect(lines.join('\n')).toContain('ballots has an index oneByAccount with other fields')
  })

  test("takes WeChat's sentence about a timer that it did not make for a failure", async () => {
    const platform = aPlatform()
    platform.refuse('timer of voting', new Error('not now'))
    const { isComplete, lines } = await deploy(platform)
    expect(isComplete).toBe(false)
    expect(lines.join('\n')).toContain('The platform says: 请检查传入的 triggersConfig 是否符合格式')
  })

  test('makes a timer anew when its time has changed', async () => {
    const platform = aPlatform()
    await deploy(platform)
    const voting = platform.functions.get('voting')
    if (voting) voting.Triggers = [{ TriggerName: 'everyMinute', TriggerDesc: '0 0 * * * * *' }]
    platform.changes.length = 0
    await deploy(platform)
    expect(platform.changes).toContain('no timer everyMinute of voting')
    expect(platform.functions.get('voting')?.Triggers).toEqual([
      { TriggerName: 'everyMinute', TriggerDesc: '{"cron":"0 * * * * * *"}' },
    ])
  })
})
