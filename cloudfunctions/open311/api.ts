import type { open311 } from '../../contract/open311'
import type { Methods } from '../platform/serve'
import { createKey, listKeys, placeOfKey, revokeKey } from './keys'

/** Keys of the open interface. What the interface itself answers stands in resources.ts. */
export const methods: Methods<typeof open311> = {
  listKeys,
  createKey,
  revokeKey: { placeOf: placeOfKey, run: revokeKey },
}
