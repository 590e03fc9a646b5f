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
import { aCityAdministrator, accountIdOf, expectValue, JINGAN, PUDONG, SHANGHAI } from '../support/builders'
import { type Cloud, type Person, startCloud } from '../support/cloud'
import { aRecordOfEach } from '../support/records'

/** docs/roles.md, cell by cell, on the running functions: every method as every kind of caller. */

const services: Record<string, Service> = declared

/** A kind of caller, for a call about something in Jing'an. */
interface Caller {
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

const OTHERS: Caller[] = [
  { title: 'nobody', role: 'nobody', isHere: false },
  { title: 'anyone signed in', role: 'signedIn', isHere: false },
  { title: 'anyone signed in at a desk', role: 'desk', isHere: false },
]

/** Who holds a role, here or there. */
const holders = (role: Role): Caller[] =>
  isOrganisationRole(role)
    ? [
        { title: `${role} of it`, role, isHere: true },
        { title: `${role} of another`, role, isHere: false },
      ]
    : PLACES.map(([where, , isHere]) => ({ title: `${role} ${where}`, role, isHere }))

/** Holds the role everywhere at once, and so stands for whoever holds it anywhere where the role changes nothing. */
const everywhere = (role: Role): Caller => ({ title: `${role} everywhere`, role, isHere: true })

const callersOf = ({ access }: MethodDeclaration): Caller[] => [
  ...OTHERS,
  ...ROLES.flatMap((role) =>
    typeof access !== 'string' && (access.roles as readonly string[]).includes(role)
      ? holders(role)
      : [everywhere(role)],
  ),
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
  const { organisation } = expectValue(
    await administrator.places('registerOrganisation', {
      placeCode: JINGAN,
      kind: 'association',
      name: '另一个示例自律会',
    }),
  )
  const organisations = [records.organisationId, organisation.organisationId]
  for (const role of ROLES) {
    const held = isOrganisationRole(role)
      ? organisations.map((organisationId) => ({ placeCode: JINGAN, organisationId }))
      : PLACES.map(([, placeCode]) => ({ placeCode, organisationId: null }))
    const titles = holders(role).map(({ title }) => title)
    for (const [index, at] of held.entries())
      askAs.set(titles[index] ?? '', asking('call', await appoint(administrator, role, [at])))
    askAs.set(everywhere(role).title, asking('call', await appoint(administrator, role, held)))
  }
})
afterAll(() => cloud?.stop())

interface Held {
  placeCode: string
  organisationId: string | null
}

/** The session of a new person who holds the role there. */
async function appoint(administrator: Person, role: Role, held: Held[]): Promise<string> {
  const person = await cloud.person()
  const accountId = await accountIdOf(person)
  for (const at of held) {
    const grant = { ...at, accountId, name: '示例工作人员', role, endsAt: null }
    expectValue(await administrator.administration('grantRole', grant))
  }
  return person.token
}

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
function expectedRefusal({ access, wechatOnly }: MethodDeclaration, { role, isHere }: Caller): string | null {
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
      for (const caller of callersOf(declaration)) {
        const ask = askAs.get(caller.title) as Ask
        const answer = await ask(service, { method, input, requestId: randomUUID() })
        const expected = expectedRefusal(declaration, caller)
        const isAsSaid = expected === null ? !REFUSALS.includes(answer) : answer === expected
        if (!isAsSaid) wrong.push(`${caller.title}: ${answer}, should be ${expected ?? 'let through'}`)
      }
      expect(wrong).toEqual([])
    },
  )
})
