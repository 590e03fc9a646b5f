import fc from 'fast-check'
import { leafHash, pathOf, rootOf } from '../../../../cloudfunctions/voting/publicCount/merkle'
import { isInTree } from '../../../../src/features/voting/ballotProof'

/** The leaves and roots that implementations of Certificate Transparency test themselves with (RFC 6962). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.each(ROOTS.map((root, index) => [index + 1, root]))(
  'the tree over %i known leaves has the known root',
  (size, root) => {
    const hashes = LEAVES.slice(0, Number(size)).map((leaf) => leafHash(Buffer.from(leaf, 'hex')))
    expect(rootOf(hashes).toString('hex')).toBe(root)
  },
)

const manyLines = (size: number) => Array.from({ length: size }, (_, index) => `line ${index}`)

test('roots of blocks lead to the root of all leaves, and a path goes through its block', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(1, 2, 8, 64),
      fc.nat(),
      (size, block, place) => {
        const lines = manyLines(size)
        const leaves = lines.map((line) => leafHash(line))
        const blocks = Array.from({ length: Math.ceil(size / block) }, (_, index) =>
          leaves.slice(index * block, (index + 1) * block),
        )
        const roots = blocks.map(rootOf)
        const root = rootOf(roots).toString('hex')
        expect(root).toBe(rootOf(leaves).toString('hex'))

        const index = place % size
        const path = [
          ...pathOf(blocks[Math.floor(index / block)] ?? [], index % block),
          ...pathOf(roots, Math.floor(index / block)),
        ].map((hash) => hash.toString('hex'))
        const proof = { line: lines[index] ?? '', index, lines: size, path, root }
        expect(isInTree(proof)).toBe(true)
        expect(isInTree({ ...proof, line: `${proof.line}.` })).toBe(false)
        if (size > 1) expect(isInTree({ ...proof, index: (index + 1) % size })).toBe(false)
        expect(isInTree({ ...proof, path: [...path, root] })).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})
