import { now } from '../../platform/clock'
import { type KeptFile, keepFile, readKeptFile } from '../../platform/documents/keptFiles'
import { checkedLine, endLine } from './lines'
import { type SealingRow, sealingIdOf } from './rows'
import { recountScript } from './script'
import * as store from './store'

/**
 * The second part of sealing: lines from blocks into files. A function has 256 MB and no way to add to a file in
 * storage, so a file ends at FILE_BYTES: up to about 600,000 ballots are one, more are several.
 */
const FILE_BYTES = 32 * 1_048_576

/** Makes the next file, and with the last one the script, and ends the sealing. */
export async function makeNextFile(row: SealingRow): Promise<void> {
  const parts: Buffer[] = row.nextBlock === 0 ? [await firstLine(row)] : []
  let bytes = 0
  let nextBlock = row.nextBlock
  while (nextBlock < row.blocks && bytes < FILE_BYTES) {
    const blocks = await store.listBlocks(sealingIdOf(row), nextBlock)
    parts.push(...blocks.map(({ lines }) => Buffer.from(lines)))
    bytes += blocks.reduce((sum, { lines }) => sum + lines.length, 0)
    nextBlock += blocks.length
  }
  const isLast = nextBlock >= row.blocks
  if (isLast) parts.push(Buffer.from(endLine(row.root ?? '', row.ballots + 1)))
  const name = isLast && row.files.length === 0 ? 'ballots.txt' : `ballots-${row.files.length + 1}.txt`
  const files = [...row.files, await keep(row, name, Buffer.concat(parts))]
  const last = isLast ? { state: 'done' as const, sealedAt: now(), script: await keepScript(row) } : {}
  await store.advanceSealing(row, { nextBlock, files, ...last })
}

async function firstLine({ sealed }: SealingRow): Promise<Buffer> {
  if (!sealed) throw new Error('a sealing has lines but no header')
  return Buffer.from(checkedLine((await readKeptFile(sealed.header)).toString('utf8')))
}

const keep = ({ _id, version }: SealingRow, fileName: string, content: Buffer): Promise<KeptFile> =>
  keepFile([_id, String(version)], fileName, content)

const keepScript = (row: SealingRow): Promise<KeptFile> =>
  keep(row, 'recount.mjs', Buffer.from(recountScript))
