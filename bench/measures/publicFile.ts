import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PublicFile } from '../../contract/publicCount'
import type { Progress } from '../report/progress'
import type { City } from '../targets/city'

/** Sealing, and counting the public file at home. Times in milliseconds. */
export interface PublicFileFigures {
  sealing: number
  sealingCalls: number
  fileBytes: number
  /** From starting Node to its end, the published root given: every line is hashed and the list made anew. */
  script: number
}

/** Seals, publishes, loads the files as anyone would, and runs the script on them. Throws when it finds anything. */
export async function measurePublicFile(
  city: City,
  campaignId: string,
  folder: string,
  progress: Progress,
): Promise<PublicFileFigures> {
  const { milliseconds: sealing, calls: sealingCalls } = await sealAll(city, campaignId)
  progress.step(`sealed in ${Math.round(sealing)} ms, ${sealingCalls} calls`)
  await publish(city, campaignId)
  const { root, ballotFiles, script } = await city.voting('getPublicCount', { campaignId })
  const home = mkdtempSync(path.join(folder, 'home-'))
  const [program, ...files] = await Promise.all([script, ...ballotFiles].map((file) => load(file, home)))
  const startedAt = performance.now()
  const counted = spawnSync(process.execPath, [program ?? '', ...files, root], { encoding: 'utf8' })
  const milliseconds = performance.now() - startedAt
  if (counted.status !== 0) throw new Error(`the script found: ${counted.stdout}${counted.stderr}`)
  progress.step(`counted again by the script in ${Math.round(milliseconds)} ms`)
  const fileBytes = ballotFiles.reduce((sum, { bytes }) => sum + bytes, 0)
  return { sealing, sealingCalls, fileBytes, script: milliseconds }
}

async function sealAll(city: City, campaignId: string): Promise<{ milliseconds: number; calls: number }> {
  const startedAt = performance.now()
  for (let calls = 1; ; calls++) {
    const { sealing } = await city.voting('sealBallots', { campaignId })
    if (sealing.state === 'done') return { milliseconds: performance.now() - startedAt, calls }
  }
}

async function publish(city: City, campaignId: string): Promise<void> {
  const { version } = await city.voting('proposeList', { campaignId })
  await city.voting('confirmList', { campaignId, version })
  await city.seconding('confirmList', { campaignId, version })
  await city.voting('publishList', { campaignId, version })
}

async function load({ url, fileName }: PublicFile, folder: string): Promise<string> {
  const file = path.join(folder, fileName)
  writeFileSync(file, Buffer.from(await (await fetch(url)).arrayBuffer()))
  return file
}
