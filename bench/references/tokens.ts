import { createHmac, timingSafeEqual } from 'node:crypto'

/** A voter's token, `voter.signature`: the least a server must check to know who is voting. */
const KEY = 'the-bench-signs-with-this'

const signatureOf = (voter: string): Buffer => createHmac('sha256', KEY).update(voter).digest()

export const tokenOf = (voter: string): string => `${voter}.${signatureOf(voter).toString('base64url')}`

/** The voter an `Authorization` header names, or null when its signature is wrong. */
export function voterOf(authorization: string | undefined): string | null {
  const [voter, signature] = authorization?.replace('Bearer ', '').split('.') ?? []
  if (!voter || !signature) return null
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(voter)
  return given.length === expected.length && timingSafeEqual(given, expected) ? voter : null
}
