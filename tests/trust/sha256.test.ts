import { createHash } from 'node:crypto'
import { sha256 } from '@/trust/sha256'

const expected = (message: string | Uint8Array) => createHash('sha256').update(message).digest('hex')

it.each([
  ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['one block', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'two blocks',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('answers what the standard gives for %s', (_, message, digest) => {
  expect(sha256(message)).toBe(digest)
})

it('agrees with Node for every length around the ends of blocks', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256)
    expect(sha256(bytes)).toBe(expected(bytes))
  }
})

it('takes a text as UTF-8', () => {
  const text = '南京西路 100% 门责 🌳 é'
  expect(sha256(text)).toBe(expected(text))
})
