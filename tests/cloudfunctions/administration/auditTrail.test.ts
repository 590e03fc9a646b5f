import type { AuditEntry } from '../../../contract/administration'
import {
  aCityAdministrator,
  accountIdOf,
  aStaffMember,
  campaignInput,
  expectError,
  expectValue,
  JINGAN,
  PUDONG,
  SHANGHAI,
} from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { changeStored } from '../../support/storedRows'

let cloud: Cloud
let administrator: Person
let auditor: Person

beforeAll(async () => {
  cloud = await startCloud()
  administrator = await aCityAdministrator(cloud)
  auditor = await aStaffMember(cloud, administrator, 'auditor', SHANGHAI)
})
afterAll(() => cloud?.stop())

const createCampaign = (name: string, cityCode = SHANGHAI) =>
  administrator.voting('createCampaign', campaignInput(Date.now(), { name, cityCode }))

async function readTrail(
  reader: Person,
  filter: { placeCode: string; method?: string; accountId?: string; from?: number; until?: number },
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  let after: string | undefined
  do {
    const page = expectValue(await reader.administration('listAuditTrail', { ...filter, after }))
    entries.push(...page.entries)
    after = page.next ?? undefined
  } while (after)
  return entries
}

async function checkChain(service: 'voting' | 'administration') {
  let after = 0
  let checked = 0
  for (;;) {
    const stretch = expectValue(
      await auditor.administration('checkAuditTrail', { placeCode: SHANGHAI, service, after }),
    )
    checked += stretch.checked
    if (stretch.isDone) return { checked, fault: stretch.fault }
    after = stretch.lastSequence
  }
}

test('an act is told with who, what, on what, before and after, when and from where', async () => {
  const { campaignId } = expectValue(await createCampaign('示例活动一'))
  const entries = await readTrail(auditor, { placeCode: SHANGHAI, method: 'createCampaign' })
  expect(entries).toHaveLength(2)
  const [done, asked] = entries as [AuditEntry, AuditEntry]
  expect(asked).toMatchObject({ step: 'asked', outcome: null, service: 'voting', placeCode: SHANGHAI })
  expect(done).toMatchObject({
    step: 'done',
    outcome: 'ok',
    subject: `campaign/${campaignId}`,
    before: 'null',
    accountId: await accountIdOf(administrator),
    name: '首位管理员',
  })
  expect(JSON.parse(done.after as string)).toMatchObject({ name: '示例活动一' })
  expect(done.from).toContain('wechat')
  expect(Math.abs(done.at - Date.now())).toBeLessThan(60_000)
})

test('a refused attempt leaves no trace of its own, a failed one says why it failed', async () => {
  const before = (await readTrail(auditor, { placeCode: SHANGHAI })).length
  expect(expectError(await createCampaign('没有权限的活动', '500101')).code).toBe('not_allowed')
  expect((await readTrail(auditor, { placeCode: SHANGHAI })).length).toBe(before)
  const self = { name: '自己', role: 'auditor', placeCode: SHANGHAI, endsAt: null } as const
  expectError(
    await administrator.administration('grantRole', { ...self, accountId: await accountIdOf(administrator) }),
  )
  const [last] = await readTrail(auditor, { placeCode: SHANGHAI, method: 'grantRole' })
  expect(last).toMatchObject({ step: 'done', outcome: 'cannot_grant_to_self' })
})

test('the same request tried again adds nothing', async () => {
  const input = campaignInput(Date.now(), { name: '示例活动二' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      administrator.voting('createCampaign', input, 'one-and-the-same-request'),
    ),
  )
  for (const answer of answers) expectValue(answer)
  const entries = await readTrail(auditor, { placeCode: SHANGHAI, method: 'createCampaign' })
  expect(entries.filter(({ input: text }) => text.includes('示例活动二'))).toHaveLength(2)
})

test('staff of one district see what was done there and nothing else', async () => {
  expectValue(await createCampaign('静安的活动', JINGAN))
  expectValue(await createCampaign('浦东的活动', PUDONG))
  const inJingan = await aStaffMember(cloud, administrator, 'auditor', JINGAN)
  const entries = await readTrail(inJingan, { placeCode: JINGAN })
  expect(entries.map(({ placeCode }) => placeCode)).toEqual(entries.map(() => JINGAN))
  expect(entries.some(({ input }) => input.includes('静安的活动'))).toBe(true)
  for (const placeCode of [SHANGHAI, PUDONG])
    expect(expectError(await inJingan.administration('listAuditTrail', { placeCode })).code).toBe(
      'not_allowed',
    )
})

test('a search by person and by time finds those and only those', async () => {
  const other = await aStaffMember(cloud, administrator, 'administrator', PUDONG)
  const begin = Date.now()
  expectValue(
    await other.voting(
      'createCampaign',
      campaignInput(Date.now(), { name: '另一人的活动', cityCode: PUDONG }),
    ),
  )
  const end = Date.now()
  const accountId = await accountIdOf(other)
  const theirs = await readTrail(auditor, { placeCode: SHANGHAI, accountId, from: begin, until: end })
  expect(theirs.map(({ method, step }) => `${method} ${step}`)).toEqual([
    'createCampaign done',
    'createCampaign asked',
  ])
  expect(await readTrail(auditor, { placeCode: SHANGHAI, accountId, until: begin - 1 })).toEqual([])
})

test('fifty acts at once stand in one unbroken chain, and pages tell each once', async () => {
  const before = await checkChain('voting')
  expect(before.fault).toBeNull()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => createCampaign(`同时的活动 ${index}`)),
  )
  for (const answer of answers) expectValue(answer)
  const after = await checkChain('voting')
  expect(after).toEqual({ checked: before.checked + 100, fault: null })
  const entries = await readTrail(auditor, { placeCode: SHANGHAI, method: 'createCampaign' })
  const told = entries.filter(({ input }) => input.includes('同时的活动'))
  expect(new Set(told.map(({ entryId }) => entryId)).size).toBe(100)
  expect(told).toHaveLength(100)
})

test('an entry that was changed, and one that was removed, are noticed with their place in the chain', async () => {
  const { checked } = await checkChain('administration')
  expect(checked).toBeGreaterThan(6)
  await changeStored(cloud, 'auditTrail', 'administration-0000000005', (row) => ({ ...row, name: '别人' }))
  expect((await checkChain('administration')).fault).toEqual({ sequence: 5, kind: 'changed' })
  await changeStored(cloud, 'auditTrail', 'administration-0000000003', () => null)
  expect((await checkChain('administration')).fault).toEqual({ sequence: 3, kind: 'missing' })
})
