import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { accountIdOf, expectError, expectValue } from '../../support/builders'
import { type Cloud, type Person, startCloud } from '../../support/cloud'
import { verifyPhoneOf } from './verifying'

const CONTACT = { name: '示例甲乙丙', phone: '021-10024680' }

let cloud: Cloud
let person: Person

beforeAll(async () => {
  cloud = await startCloud()
})
beforeEach(async () => {
  person = await cloud.person()
})
afterAll(() => cloud?.stop())

const contactOf = async (who: Person) => expectValue(await who.accounts('getContact', {})).contact
const save = (contact: typeof CONTACT | null) => person.accounts('saveContact', { contact })

test.each([
  [{ name: '甲', phone: '021-10000000' }, 'contact.name'],
  [{ name: '示例人员', phone: '电话' }, 'contact.phone'],
  [{ name: '示例人员', phone: '12345' }, 'contact.phone'],
])('%j is refused, and the field named', async (contact, field) => {
  expect(expectError(await save(contact))).toMatchObject({ code: 'invalid_input', fields: [{ path: field }] })
  expect(await contactOf(person)).toBeNull()
})

test('a contact is saved, replaced and removed, each time however often it is asked', async () => {
  expect(await contactOf(person)).toBeNull()
  expectValue(await save(null))
  for (const contact of [CONTACT, CONTACT, { name: '示例丁', phone: '1008611' }, null, null, CONTACT]) {
    expect(expectValue(await save(contact)).contact).toEqual(contact)
    expect(await contactOf(person)).toEqual(contact)
  }
})

test('saved by 16 requests at once it is one of theirs, whole', async () => {
  const contacts = Array.from({ length: 16 }, (_, index) => ({
    name: `示例${index}号`,
    phone: `1001000${String(index).padStart(4, '0')}`,
  }))
  const answers = await Promise.all(contacts.map(save))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(contacts).toContainEqual(await contactOf(person))
})

test('nobody else gets it, and neither files nor logs of the cloud hold it in clear', async () => {
  const written = { name: '示例独一份', phone: '100-9753-1864' }
  expectValue(await save(written))
  await verifyPhoneOf(cloud, person, '10097531865')
  expectError(await person.accounts('saveContact', { contact: { ...written, name: '无' } }))
  expect(await contactOf(await cloud.person())).toBeNull()
  const holding = (words: string) =>
    filesBelow(cloud.folder).filter((file) => readFileSync(file).includes(words))
  // The search finds what is there: the row in the database, and the refusal in the logs, which come a little late.
  expect(holding(await accountIdOf(person))).not.toEqual([])
  while (holding('refused').length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  for (const words of [written.name, written.phone, '10097531865']) expect(holding(words)).toEqual([])
})

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
