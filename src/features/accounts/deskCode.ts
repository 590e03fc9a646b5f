import { DESK_CODE_LENGTH } from '@contract/limits'

/** The code that signs a desk in, as it is shown, typed and scanned. */

/** What was scanned is the address of the desk page with the code in it; what was typed is the code itself. */
const codeIn = (text: string): string => /[?&]code=([^&#]*)/.exec(text)?.[1] ?? text

/** Of a scanned address or a typed code, the code; null when there is none in it. */
export const readDeskCode = (text: string): string | null => {
  const code = codeIn(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return code.length === DESK_CODE_LENGTH ? code : null
}

/** `ABCD EFGH`: four at a time are easier to read over. */
export const deskCodeInGroups = (code: string): [string, string] => [
  code.slice(0, DESK_CODE_LENGTH / 2),
  code.slice(DESK_CODE_LENGTH / 2),
]
