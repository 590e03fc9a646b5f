import { createHash, randomBytes } from 'node:crypto'
import { sha256 } from '../../../src/features/voting/sha256'

const hex = (message: Uint8Array): string => Buffer.from(sha256(message)).toString('hex')

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('the example of the standard "%s" has the published digest', (text, digest) => {
  expect(hex(Buffer.from(text))).toBe(digest)
})

test('every length up to several blocks has the digest that Node computes', () => {
  for (let length = 0; length < 300; length++) {
    const message = randomBytes(length)
    expect(hex(message)).toBe(createHash('sha256').update(message).digest('hex'))
  }
})
