import fc from 'fast-check'
import { seal, unseal } from '../../../cloudfunctions/platform/sealed'

beforeEach(() => {
  process.env.GONGZHI_SECRET = 'only-for-tests-0123456789abcdef0123456789abcdef'
})

/** The sealed text with its bytes changed. */
function changed(sealed: string, change: (bytes: Buffer) => Uint8Array): string {
  const [version, body = ''] = sealed.split('.')
  return `${version}.${Buffer.from(change(Buffer.from(body, 'base64url'))).toString('base64url')}`
}

test('a sealed text is opened by its owner, whatever it is', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (owner, text) => unseal(owner, seal(owner, text)) === text))
})

test('the same text sealed twice looks different, and neither shows it', () => {
  const [one, other] = [seal('owner', '13800000000'), seal('owner', '13800000000')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('138')
})

test('copied to another owner it cannot be opened', () => {
  expect(() => unseal('other', seal('owner', 'text'))).toThrow()
})

test('no byte of it can be changed, and none left out at its end', () => {
  const sealed = seal('owner', 'text')
  const { length } = Buffer.from(sealed.split('.')[1] ?? '', 'base64url')
  for (let place = 0; place < length; place++) {
    const flipped = changed(sealed, (bytes) => bytes.fill((bytes[place] ?? 0) ^ 1, place, place + 1))
    expect(() => unseal('owner', flipped)).toThrow()
    expect(() =>
      unseal(
        'owner',
        changed(sealed, (bytes) => bytes.subarray(0, place)),
      ),
    ).toThrow()
  }
})

test('a tag of four bytes, which could be guessed, is refused for its length', () => {
  const short = changed(seal('owner', ''), (bytes) => bytes.subarray(0, 4))
  expect(() => unseal('owner', short)).toThrow(/tag length/)
})

test('with another key it cannot be opened', () => {
  const sealed = seal('owner', 'text')
  process.env.GONGZHI_SECRET = 'only-for-tests-another-key-0123456789abcdef'
  expect(() => unseal('owner', sealed)).toThrow()
})

test.each([[''], ['v2.AAAA'], ['v1'], ['v1.'], ['text in clear']])('%j is no sealed text', (text) => {
  expect(() => unseal('owner', text)).toThrow()
})
