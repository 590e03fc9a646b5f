import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rolesDocument } from '../../config/buildRoles'
import { folderOf } from '../../config/folders'
import {
  isOrganisationRole,
  type MethodDeclaration,
  ROLES,
  type Role,
  type Service,
} from '../../contract/method'
import { services as declared } from '../../contract/services'
import { aCityAdministrator, aStaffMember, expectValue, JINGAN, PUDONG, SHANGHAI } from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { aRecordOfEach } from '../support/records'

/** docs/roles.md, cell by cell, on the running functions: every method as every kind of caller. */

const services: Record<string, Service> = declared

/** A column of the table, for a call about something in Jing'an. */
interface Column {
  title: string
  role: Role | 'nobody' | 'signedIn' | 'desk'
  /** Whether the role is held where the call is about. */
  isHere: boolean
}

const PLACES = [
  ['in the place itself', JINGAN, true],
  ['above it', SHANGHAI, true],
  ['in another place', PUDONG, false],
] as const

const placeRoles = ROLES.filter((role) => !isOrganisationRole(role))
const organisationRoles = ROLES.filter(isOrganisationRole)

const columns: Column[] = [
  { title: 'nobody', role: 'nobody', isHere: false },
  { title: 'anyone signed in', role: 'signedIn', isHere: false },
  { title: 'anyone signed in at a desk', role: 'desk', isHere: false },
  ...placeRoles.flatMap((role) =>
    PLACES.map(([where, , isHere]) => ({ title: `${role} ${where}`, role, isHere })),
  ),
  ...organisationRoles.flatMap((role) => [
    { title: `${role} of it`, role, isHere: true },
    { title: `${role} of another`, role, isHere: false },
  ]),
]

type Ask = (service: string, event: object) => Promise<string>

let cloud: Cloud
let examples: Record<string, Record<string, unknown>>
const askAs = new Map<string, Ask>()

beforeAll(async () => {
  cloud = await startCloud()
  const administrator = await aCityAdministrator(cloud)
  const records = await aRecordOfEach(cloud, administrator)
  examples = records.examples
  askAs.set('nobody', asking('call'))
  askAs.set('anyone signed in', asking('call', (await cloud.person()).token))
  askAs.set('anyone signed in at a desk', asking('web', await signInAtDesk(await cloud.person())))
  for (const role of placeRoles) {
    for (const [where, placeCode] of PLACES) {
      const person = await aStaffMember(cloud, administrator, role, placeCode)
      askAs.set(`${role} ${where}`, asking('call', person.token))
    }
  }
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: JINGAN,
      kind: 'association',
      name: '另一个示例自律会',
    }),
  )
  for (const role of organisationRoles) {
    const own = await aStaffMember(cloud, administrator, role, JINGAN, records.organisationId)
    const other = await aStaffMember(cloud, administrator, role, JINGAN, organisation.organisationId)
    askAs.set(`${role} of it`, asking('call', own.token))
    askAs.set(`${role} of another`, asking('call', other.token))
  }
})
afterAll(() => cloud?.stop())

/** Answers `ok` or the code of the refusal or error. */
const asking =
  (route: 'call' | 'web', token?: string): Ask =>
  async (service, event) => {
    const response = await fetch(`${cloud.url}/${route}/${service}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(event),
    })
    const { result } = (await response.json()) as { result: { ok: boolean; error?: { code: string } } }
    return result.ok ? 'ok' : (result.error?.code ?? 'no code')
  }

async function signInAtDesk(person: Person): Promise<string> {
  const desk = cloud.desk().accounts
  const { code, secret } = expectValue(await desk('startDeskSignIn', { device: 'Test' }))
  expectValue(await person.accounts('answerDeskSignIn', { code, answer: 'confirm' }))
  const finished = expectValue(await desk('finishDeskSignIn', { code, secret }))
  if (finished.state !== 'signedIn') throw new Error('the desk was not signed in')
  return finished.token
}

/** What the contract says of a cell: the refusal that must come, or null where the call must get through. */
function expectedRefusal({ access, wechatOnly }: MethodDeclaration, { role, isHere }: Column): string | null {
  if (role === 'desk' && wechatOnly) return 'wechat_needed'
  if (access === 'anyone') return null
  if (role === 'nobody') return 'not_signed_in'
  if (access === 'signedIn') return null
  return isHere && (access.roles as readonly string[]).includes(role) ? null : 'not_allowed'
}

const REFUSALS = [
  'not_signed_in',
  'not_allowed',
  'wechat_needed',
  'invalid_input',
  'unknown_method',
  'internal',
  'busy',
]

test('the table in the docs is the one that the contract makes', () => {
  expect(readFileSync(folderOf('docs/roles.md'), 'utf8')).toBe(rolesDocument())
})

describe.each(Object.keys(services))('%s', (service) => {
  test.each(Object.keys(services[service] ?? {}))(
    '%s answers each caller as the table says',
    async (method) => {
      const declaration = (services[service] as Service)[method] as MethodDeclaration
      const input = examples[service]?.[method]
      const wrong: string[] = []
      for (const column of columns) {
        const ask = askAs.get(column.title) as Ask
        const answer = await ask(service, { method, input, requestId: randomUUID() })
        const expected = expectedRefusal(declaration, column)
        const isAsSaid = expected === null ? !REFUSALS.includes(answer) : answer === expected
        if (!isAsSaid) wrong.push(`${column.title}: ${answer}, should be ${expected ?? 'let through'}`)
      }
      expect(wrong).toEqual([])
    },
  )
})
