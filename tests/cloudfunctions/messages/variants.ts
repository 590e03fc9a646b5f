import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { folderOf } from '../../../config/folders'

/** What is changed in one file of the built functions. */
export interface Change {
  file: string
  from: string | RegExp
  to: string
}

/** Folder of the built functions with something changed: what happens without a guard. */
export function changedFunctions(changes: Change[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongzhi-functions-'))
  cpSync(folderOf('dist/cloudfunctions'), folder, { recursive: true })
  for (const { file, from, to } of changes) {
    const place = path.join(folder, file)
    const before = readFileSync(place, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${file} does not hold ${from}: this variant changes nothing`)
    writeFileSync(place, after)
  }
  return folder
}

/** One machine never runs the same timer twice at once; CloudBase may. So here the function has two. */
export const SECOND_TIMER: Change = {
  file: 'messages/config.json',
  from: '"triggers": [',
  to: '"triggers": [{ "name": "secondTimer", "type": "timer", "config": "0 * * * * * *" }, ',
}

export const WITHOUT_LEASE: Change = {
  file: 'messages/index.js',
  from: /if \(!await changeDue\(message, \{ dueAt: leased\.dueAt \}\)\)\s*return false;/,
  to: '',
}

export const WITHOUT_DERIVED_ID: Change = {
  file: 'voting/index.js',
  from: /keyedName\("message", [^)]*\)/,
  to: 'require("node:crypto").randomUUID()',
}
